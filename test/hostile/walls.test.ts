// The other two walls, each with the one before it taken down: pages as they came, not cleaned, under the article policy in a
// sandboxed frame; and without that too, in a Chromium that cannot reach anything. The same in the built app: test/app/flows/hostile-walls.test.ts.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { articlePolicy } from '../../preload/contract/addresses.ts';
import type { Site } from '../site/site.ts';
import { openHostileBrowser, type HostileBrowser } from './browser/hostile-browser.ts';
import { serveFrames, startCanary, type FrameSite } from './browser/serve-frames.ts';
import { hostilePages, type HostilePage } from './payloads/hostile-pages.ts';

let canary: Site;
let pages: readonly HostilePage[] = [];
let hinting: readonly HostilePage[] = [];

/** A Chromium may connect for these before any policy is asked (docs/decisions/0009-no-network-for-the-window.md): the reason for the third wall. */
const connectsAhead = /preconnect|dns-prefetch|<(iframe|frame|object|embed|portal|fencedframe|applet)\b/i;

beforeAll(async () => {
  canary = await startCanary();
  const all = hostilePages(canary.origin);
  // What stands first on a page is what a parser meets with nothing around it.
  const some = all.filter(({ kind, name, number }) => kind !== 'nesting' && name.endsWith(', first') && (kind === 'element' || kind === 'hint' || kind === 'mutation' || number % 20 === 0));
  hinting = some.filter(({ html }) => connectsAhead.test(html));
  pages = some.filter((page) => !hinting.includes(page));
});

afterAll(() => canary.close());

async function visitAll(browser: HostileBrowser, site: FrameSite, some: readonly HostilePage[], mayLeave: boolean): Promise<number[]> {
  const ran: number[] = [];
  for (let from = 0; from < some.length; from += 100) {
    const numbers = some.slice(from, from + 100).map(({ number }) => number);
    const visit = await browser.visit(site.framesUrl(numbers), { mayLeave, print: false });
    ran.push(...visit.ran);
  }
  return ran;
}

it('the policy and the sandbox alone: nothing runs, nothing is asked for, and only what connects ahead may connect', async () => {
  await using site = await serveFrames([...pages, ...hinting], { headers: { 'content-security-policy': articlePolicy }, sandbox: 'allow-same-origin' });
  await using browser = await openHostileBrowser();
  expect(await visitAll(browser, site, pages, false)).toEqual([]);
  expect({ requests: canary.requests.map(({ path }) => path), connections: canary.connections }).toEqual({ requests: [], connections: 0 });
  expect(await visitAll(browser, site, hinting, false)).toEqual([]);
  expect(canary.requests.map(({ path }) => path)).toEqual([]);
  console.log(`${pages.length + hinting.length} pages under the policy; ${canary.connections} connections of ${hinting.length} that connect ahead`);
}, 120_000);

it('the network wall alone: scripts run, and nobody is reached', async () => {
  const before = canary.connections;
  await using site = await serveFrames([...pages, ...hinting], { sandbox: 'allow-scripts allow-same-origin allow-forms allow-modals' });
  const own = new URL(site.framesUrl([])).host;
  await using browser = await openHostileBrowser(['--proxy-server=http://127.0.0.1:9', `--proxy-bypass-list=<-loopback>;${own}`]);
  const ran = await visitAll(browser, site, [...hinting, ...pages], true);
  expect(ran.length).toBeGreaterThan(50);
  expect({ requests: canary.requests.map(({ path }) => path), connections: canary.connections - before }).toEqual({ requests: [], connections: 0 });
}, 120_000);
