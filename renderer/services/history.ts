// What was done to marks, so that it can be undone and done again, step by step.

export interface Step {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

const most = 200;
let done: { readonly step: Step; readonly at: number }[] = [];
let undone: Step[] = [];

/** Takes note of something that was done just now. */
export function didStep(step: Step): void {
  done = [...done.slice(1 - most), { step, at: Date.now() }];
  undone = [];
}

/** When the last step was taken (milliseconds since 1970); null where there is none to undo. */
export function lastStepAt(): number | null {
  return done.at(-1)?.at ?? null;
}

/** False where there is nothing to undo. */
export function undoStep(): boolean {
  const last = done.pop();
  if (last === undefined) return false;
  undone.push(last.step);
  void last.step.undo();
  return true;
}

/** Undoes a certain step, wherever it stands; nothing for one that is undone already. */
export function undoThis(step: Step): void {
  const index = done.findIndex((one) => one.step === step);
  if (index < 0) return;
  done.splice(index, 1);
  undone.push(step);
  void step.undo();
}

export function redoStep(): boolean {
  const step = undone.pop();
  if (step === undefined) return false;
  done.push({ step, at: Date.now() });
  void step.redo();
  return true;
}

/** Another library: its marks are others. */
export function forgetSteps(): void {
  done = [];
  undone = [];
}
