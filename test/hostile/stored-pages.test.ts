// The first wall alone: thousands of hostile pages, cleaned, then opened in a Chromium in which scripts run, the network is open
// and no policy stands: nothing runs, and nobody is asked. OFFPRINT_HOSTILE=all takes all pages, not every eighth; so does the bench.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanAgain } from '../../main/engine/clean/clean-page.ts';
import type { Site } from '../site/site.ts';
import { openHostileBrowser } from './browser/hostile-browser.ts';
import { serveFrames, startCanary } from './browser/serve-frames.ts';
import { allPayloads, hostilePages, type HostilePage } from './payloads/hostile-pages.ts';
import { storePages, withoutPolicy, type StoredPage } from './stored-pages.ts';

const takesAll = process.env['OFFPRINT_HOSTILE'] === 'all';
/** Frames on one page. */
const together = 150;

let canary: Site;
let pages: readonly HostilePage[] = [];
let stored: readonly StoredPage[] = [];
let [archived, refused] = [0, 0];

beforeAll(async () => {
  canary = await startCanary();
  const all = hostilePages(canary.origin);
  pages = takesAll ? all : all.filter(({ number }) => (number + Math.floor(number / 10)) % 8 === 0);
  ({ stored, archived, refused } = storePages(pages));
}, 300_000);

afterAll(() => canary.close());

describe('hostile pages, cleaned', () => {
  it('are many', () => {
    expect(allPayloads.length).toBeGreaterThan(2_500);
    expect(archived).toBeGreaterThan(takesAll ? 5_000 : 700);
    expect(refused / pages.length).toBeLessThan(0.1);
    console.log(`${archived} hostile pages archived, ${stored.length} stored pages unlike each other, ${refused} without an article`);
  });

  it('are a fixed point: cleaned again they are the same bytes', () => {
    const moved = stored.filter(({ html, view }) => cleanAgain(html, view) !== html);
    expect(moved.map(({ of, view }) => `${of.kind}: ${of.name}, ${view}`)).toEqual([]);
  });

  it('have the policy for the disk, which is taken away here', () => {
    expect(stored.filter(({ html }) => withoutPolicy(html) === html)).toEqual([]);
  });

  it('have nothing that is not allowed, run nothing and contact nobody: opened, hovered, focused, clicked, printed', async () => {
    await using site = await serveFrames(stored.map(({ number, html }) => ({ number, html: withoutPolicy(html) })));
    await using browser = await openHostileBrowser();
    const heard = canary.connections;
    for (let from = 0; from < stored.length; from += together) {
      const batch = stored.slice(from, from + together);
      // Only styles know of paper; a listener for printing is found by the look at the tree.
      const print = takesAll || batch.some(({ of }) => of.kind === 'style');
      const { looks, ran } = await browser.visit(site.framesUrl(batch.map(({ number }) => number)), { mayLeave: false, print });
      const name = (number: number): string => `${stored[number]?.of.kind}: ${stored[number]?.of.name}, ${stored[number]?.view}`;
      expect(looks.filter(({ faults }) => faults?.length !== 0).map(({ number, faults }) => ({ page: name(number), faults: faults ?? 'it went elsewhere' }))).toEqual([]);
      expect(ran).toEqual([]);
      expect({ requests: canary.requests.map(({ path }) => path), connections: canary.connections - heard }, `in ${name(from)} and those after it`).toEqual({ requests: [], connections: 0 });
    }
  }, 300_000);
});

it('the same pages, as they came, run and connect (or this file would prove nothing)', async () => {
  const first = hostilePages(canary.origin).filter(({ kind, name }) => kind !== 'nesting' && name.endsWith(', first'));
  const kinds = [...new Set(first.map(({ kind }) => kind))];
  const some = kinds.flatMap((kind) => spread(first.filter((page) => page.kind === kind), takesAll ? 100 : 16));
  await using site = await serveFrames(some, { sandbox: 'allow-scripts allow-same-origin allow-forms allow-modals' });
  await using browser = await openHostileBrowser();
  const acted = new Set<number>();
  for (let from = 0; from < some.length; from += 60) {
    const { ran } = await browser.visit(site.framesUrl(some.slice(from, from + 60).map(({ number }) => number)), { mayLeave: true, print: false });
    for (const number of ran) acted.add(number);
  }
  for (const { path } of canary.requests) acted.add(Number(/^\/(?:run|load)\/(\d+)/.exec(path)?.[1]));
  const share = (kind: string): number => some.filter((page) => page.kind === kind && acted.has(page.number)).length / some.filter((page) => page.kind === kind).length;
  // Of the addresses most are of schemes that only other programs know, of the hints most load nothing by themselves.
  for (const kind of kinds) expect(share(kind), kind).toBeGreaterThan(kind === 'address' || kind === 'hint' ? 0 : 0.25);
  expect(canary.connections).toBeGreaterThan(0);
}, 120_000);

/** So many of them, from all over. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
