// Short messages that come and go, some with a way back.

import { toasts, type Toast } from '../state/surface.ts';
import { lastStepAt, undoStep } from './history.ts';

const shownFor = 7000;
const most = 3;
let lastId = 0;
/** When each toast came, in milliseconds since 1970. */
const shownAt = new Map<number, number>();
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Answers the toast's id, for `dismissToast`. */
export function showToast(text: string, action: Toast['action'] = null): number {
  return add({ text, tone: 'plain', action, undoes: false });
}

export function showUndo(text: string, label: string, undo: () => void): void {
  add({ text, tone: 'plain', action: { label, run: undo }, undoes: true });
}

export function showProblem(text: string): void {
  add({ text, tone: 'problem', action: null, undoes: false });
}

export function dismissToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  shownAt.delete(id);
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

export function runToast(toast: Toast): void {
  dismissToast(toast.id);
  toast.action?.run();
}

/** Takes back the last thing that can be, of articles or of marks; false where there is none. */
export function undoLast(): boolean {
  const last = toasts.get().findLast((toast) => toast.undoes);
  const step = lastStepAt();
  if (step !== null && (last === undefined || step > (shownAt.get(last.id) ?? 0))) return undoStep();
  if (last !== undefined) runToast(last);
  return last !== undefined;
}

/** A toast under the pointer or with the focus stays. */
export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
}

export function releaseToast(id: number): void {
  clearTimeout(timers.get(id));
  timers.set(id, setTimeout(() => dismissToast(id), shownFor));
}

function add(toast: Omit<Toast, 'id'>): number {
  lastId += 1;
  shownAt.set(lastId, Date.now());
  const others = toasts.get().filter(({ text }) => text !== toast.text || toast.undoes);
  toasts.set([...others.slice(1 - most), { ...toast, id: lastId }]);
  releaseToast(lastId);
  return lastId;
}
