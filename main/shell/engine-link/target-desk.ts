// The main process's side of hidden pages: keeps those that the engine opened, by id, and closes them with it.

import { randomUUID } from 'node:crypto';
import type { MainDoor, TargetEvent } from './doors.ts';
import { openHiddenTarget, type HiddenTarget } from './hidden-target.ts';
import type { Answers } from '../../adapters/door/peer.ts';

type TargetQuestions = Pick<MainDoor, 'openTarget' | 'sendToTarget' | 'printTarget' | 'memoryOfTarget' | 'closeTarget'>;

export interface TargetDesk extends Answers<TargetQuestions> {
  /** Closes all pages. */
  readonly clear: () => void;
}

/** @param onEvent told each DevTools event of each page */
export function createTargetDesk(onEvent: (event: TargetEvent) => void): TargetDesk {
  const open = new Map<string, HiddenTarget>();

  function find(id: string): HiddenTarget {
    const target = open.get(id);
    if (target === undefined) throw new Error('the page is closed');
    return target;
  }

  async function close(id: string): Promise<null> {
    const target = open.get(id);
    open.delete(id);
    await target?.close();
    return null;
  }

  return {
    async openTarget(request) {
      const targetId = randomUUID();
      const onOwnEvent = (event: string, params: object, sessionId: string) => onEvent({ targetId, sessionId, event, params: { ...params } });
      open.set(targetId, await openHiddenTarget({ ...request, onEvent: onOwnEvent }));
      return targetId;
    },
    sendToTarget: async ({ targetId, sessionId, method, params }) => await find(targetId).send(method, params, sessionId),
    printTarget: async ({ targetId, options }) => await find(targetId).printToPdf(options),
    memoryOfTarget: ({ targetId }) => Promise.resolve(find(targetId).memory()),
    closeTarget: ({ targetId }) => close(targetId),
    clear() {
      for (const id of open.keys()) void close(id);
    },
  };
}
