// What is measured inside the window: frames while the list scrolls, and the time from a key to the rows of its answer.

/** Milliseconds between frames. */
export interface Scrolled {
  readonly frames: readonly number[];
  /** Rows in view that were not there yet, and rows in view, over all frames. */
  readonly waiting: number;
  readonly seen: number;
  /** Of the rows in view at the end, those whose picture is drawn. */
  readonly pictures: number;
}

/** Scrolls by so many CSS pixels a frame. Runs in the page, and uses nothing outside itself. */
export async function scrollList(step: number, frames: number): Promise<Scrolled> {
  const grid = document.querySelector<HTMLElement>('.grid');
  if (grid === null) throw new Error('no list');
  const nextFrame = (): Promise<number> => new Promise((resolve) => void requestAnimationFrame(resolve));
  const bounds = grid.getBoundingClientRect();
  const inView = (): Element[] => [...grid.querySelectorAll('.row')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > bounds.top && top < bounds.bottom;
  });
  const times: number[] = [];
  let [waiting, seen] = [0, 0];
  let last = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    grid.scrollTop += step;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
    // Looking costs a layout: seldom.
    if (frame % 20 !== 0) continue;
    const rows = inView();
    seen += rows.length;
    waiting += rows.filter((row) => row.querySelector('.row-waiting') !== null).length;
  }
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const drawn = inView().filter((row) => row.querySelector('img')?.complete === true);
  return { frames: times, waiting, seen, pictures: drawn.length };
}

/** Begins to take down the time of each change in the search box, and of the frame that shows its answer. */
export function watchAnswers(): void {
  const pane = document.querySelector('.list-pane');
  const field = document.querySelector('.search-field');
  const state = { times: [] as number[], begun: null as number | null };
  Object.assign(globalThis, { answerTimes: state.times });
  const isBusy = (): boolean => pane?.getAttribute('aria-busy') === 'true';
  field?.addEventListener('beforeinput', ({ timeStamp }) => (state.begun = timeStamp), { capture: true });
  new MutationObserver(() => {
    const { begun } = state;
    if (begun === null || isBusy()) return;
    state.begun = null;
    // The frame that this change is drawn in, and a turn after it: then it has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => state.times.push(performance.now() - begun), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document.body, { attributes: true, attributeFilter: ['aria-busy'], subtree: true });
}
