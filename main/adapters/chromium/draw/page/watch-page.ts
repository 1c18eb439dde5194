// Runs in every frame before the page's own scripts, in their world: knows which timers are still to come, and keeps what a
// page may not do from happening. It answers by an event whose name only we know, and leaves nothing else to be seen.

interface PageWindow {
  setTimeout: (...values: unknown[]) => unknown;
  setInterval: (...values: unknown[]) => unknown;
  clearTimeout: (...values: unknown[]) => unknown;
  clearInterval: (...values: unknown[]) => unknown;
  open: (...values: unknown[]) => unknown;
  print: (...values: unknown[]) => unknown;
  readonly Element: { readonly prototype: { attachShadow: (init: object) => unknown } };
}

declare const window: PageWindow;
declare const document: {
  addEventListener(name: string, listener: (event: { preventDefault(): void }) => void): void;
};
declare function addEventListener(name: 'load', listener: () => void): void;
declare const performance: { now(): number };

/**
 * @param question an event of this name asks whether a timer is still to come; `preventDefault` is the answer yes
 * @param longest timers beyond so many milliseconds, or set so long after the page had loaded, are not waited for
 * @param deepest timers set by timers set by timers …: beyond this depth it is a clock, not a page being built
 */
export function watchPage(question: string, longest: number, deepest: number): void {
  const due = new Set<unknown>();
  let depth = 0;
  let loadedAt: number | null = null;
  addEventListener('load', () => void (loadedAt = performance.now()));

  const watched = (original: (...values: unknown[]) => unknown, repeats: boolean): ((...values: unknown[]) => unknown) =>
    new Proxy(original, {
      apply(target, self, [handler, delay, ...rest]: unknown[]) {
        const own = depth + 1;
        const wait = Number(delay) > 0 ? Number(delay) : 0;
        const isLate = loadedAt !== null && performance.now() - loadedAt > longest;
        if (typeof handler !== 'function' || wait > longest || own > deepest || isLate) return Reflect.apply(target, self, [handler, delay, ...rest]);
        let id: unknown = null;
        const run = function (this: unknown, ...values: unknown[]): unknown {
          due.delete(id);
          const before = depth;
          depth = repeats ? deepest : own;
          try {
            return Reflect.apply(handler as (...all: unknown[]) => unknown, this, values);
          } finally {
            depth = before;
          }
        };
        id = Reflect.apply(target, self, [run, delay, ...rest]);
        due.add(id);
        return id;
      },
    });
  const cleared = (original: (...values: unknown[]) => unknown): ((...values: unknown[]) => unknown) =>
    new Proxy(original, {
      apply(target, self, values: unknown[]) {
        due.delete(values[0]);
        return Reflect.apply(target, self, values);
      },
    });

  window.setTimeout = watched(window.setTimeout, false);
  window.setInterval = watched(window.setInterval, true);
  window.clearTimeout = cleared(window.clearTimeout);
  window.clearInterval = cleared(window.clearInterval);
  // A new window would be refused; so it is answered as a browser that blocks it does.
  window.open = new Proxy(window.open, { apply: () => null });
  window.print = new Proxy(window.print, { apply: () => undefined });
  // What stands in a closed shadow root is shown as well, and must be taken.
  const { prototype } = window.Element;
  prototype.attachShadow = new Proxy(prototype.attachShadow, {
    apply: (target, self, [init]: [object]) => Reflect.apply(target, self, [{ ...init, mode: 'open' }]),
  });
  document.addEventListener(question, (event) => {
    if (due.size > 0) event.preventDefault();
  });
}
