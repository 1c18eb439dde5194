// Pages are drawn one after another: each may take much memory, and what one takes is not laid to another's charge.

/** Gives a turn, in order; the answer gives it back. Null when the signal aborts before. */
export type TakeTurn = (signal: AbortSignal) => Promise<(() => void) | null>;

export function createTurn(): TakeTurn {
  const waiting: (() => void)[] = [];
  let taken = false;

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) taken = false;
    else next();
  }

  return async (signal) => {
    if (signal.aborted) return null;
    if (!taken) {
      taken = true;
      return leave;
    }
    return new Promise((resolve) => {
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(begin), 1);
        resolve(null);
      };
      const begin = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(leave);
      };
      waiting.push(begin);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  };
}
