// Work on many addresses at once, so that no host holds up another: each has lanes of its own.

/** Under way at once for one page. */
const atOnce = 24;
/** For one host, as browsers do; the HTTP port holds all captures together to as many. */
const atOncePerHost = 6;

/**
 * Does the work for each item, in their order within a host. When one fails, no further one is begun, and those under way
 * are waited for: nothing is written after a save was given up.
 */
export async function eachByHost<T extends { readonly url: string }>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queues = queuesOf(items);
  let failed = false;
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];

  function start(queue: Queue<T>, item: T): void {
    queue.running += 1;
    const done = work(item)
      .catch((error: unknown) => {
        failed = true;
        failures.push(error);
      })
      .finally(() => {
        queue.running -= 1;
        running.delete(done);
      });
    running.add(done);
  }

  function startAll(): void {
    for (const queue of queues) {
      while (running.size < atOnce && queue.running < atOncePerHost && queue.next < queue.items.length) {
        const item = queue.items[queue.next];
        queue.next += 1;
        if (item !== undefined) start(queue, item);
      }
    }
  }

  for (startAll(); running.size > 0; failed || startAll()) await Promise.race(running);
  if (failed) throw failures[0];
}

interface Queue<T> {
  readonly items: T[];
  next: number;
  running: number;
}

function queuesOf<T extends { readonly url: string }>(items: readonly T[]): readonly Queue<T>[] {
  const byHost = new Map<string, Queue<T>>();
  for (const item of items) {
    const { host } = new URL(item.url);
    const queue = byHost.get(host) ?? { items: [], next: 0, running: 0 };
    byHost.set(host, queue);
    queue.items.push(item);
  }
  return [...byHost.values()];
}
