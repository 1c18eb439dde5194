// The test's end of the way into the app's process (test-door.ts is the other).

import type { ChildProcess } from 'node:child_process';
import type { DoorAnswer, DoorVerb, DoorVerbs } from './test-door.ts';

/** Asks the app's process; rejects with its error, or when it ends. */
export type Door = <V extends DoorVerb>(
  verb: V,
  ...values: Parameters<DoorVerbs[V]>
) => Promise<Awaited<ReturnType<DoorVerbs[V]>>>;

export function openDoor(child: ChildProcess): Door {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (answer: DoorAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error === undefined) call?.resolve(answer.value as never);
    else call?.reject(new Error(answer.error));
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the app has ended'));
    waiting.clear();
  });
  return (verb, ...values) => {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      if (!child.connected) return reject(new Error('the app has ended'));
      child.send({ id, verb, values }, (error) => error !== null && reject(error));
    });
  };
}
