// At most so many requests at once to a host, whoever asks: the others wait for their turn, first come, first served.

export interface HostTurns {
  /** Waits for a turn; the answer ends it. Throws the signal's reason when it is aborted before. */
  take(host: string, signal: AbortSignal): Promise<() => void>;
}

interface Host {
  taken: number;
  readonly waiting: Set<() => void>;
}

export function createHostTurns(atOnce: number): HostTurns {
  const hosts = new Map<string, Host>();

  function leave(name: string, host: Host): void {
    const [next] = host.waiting;
    if (next !== undefined) {
      // The turn is handed on: nobody can come in between.
      host.waiting.delete(next);
      return next();
    }
    host.taken -= 1;
    if (host.taken === 0) hosts.delete(name);
  }

  return {
    async take(name, signal) {
      signal.throwIfAborted();
      const host = hosts.get(name) ?? { taken: 0, waiting: new Set() };
      hosts.set(name, host);
      if (host.taken < atOnce) host.taken += 1;
      else await inLine(host.waiting, signal);
      let left = false;
      return () => {
        if (!left) leave(name, host);
        left = true;
      };
    },
  };
}

function inLine(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    };
    const giveUp = (): void => {
      waiting.delete(go);
      reject(signal.reason as Error);
    };
    waiting.add(go);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
