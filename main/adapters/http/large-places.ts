// Few large bodies are held in memory at once; the others wait, with what they have, until one is done.

/** Gives one of few places; the answer gives the place back. */
export type LargePlaces = () => Promise<() => void>;

export function createLargePlaces(count: number): LargePlaces {
  let free = count;
  const waiting: (() => void)[] = [];
  const leaveOnce = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    return leaveOnce();
  };
}
