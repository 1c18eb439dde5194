// All hostile pages, stored and opened with no other wall standing: how many ran, connected, or have what is not allowed. One line
// for each kind. --every=2 takes every second page.

import { openHostileBrowser } from '../hostile/browser/hostile-browser.ts';
import { serveFrames, startCanary } from '../hostile/browser/serve-frames.ts';
import { hostilePages } from '../hostile/payloads/hostile-pages.ts';
import { storePages, withoutPolicy } from '../hostile/stored-pages.ts';
import { rounded, type Bench } from './bench.ts';

const together = 150;

export const hostileBench: Bench = async function* hostileBench({ every = '1' }) {
  const canary = await startCanary();
  const all = hostilePages(canary.origin).filter(({ number }) => number % Number(every) === 0);
  for (const kind of new Set(all.map((page) => page.kind))) {
    const started = performance.now();
    const pages = all.filter((page) => page.kind === kind);
    const { stored, archived, refused } = storePages(pages);
    await using site = await serveFrames(stored.map(({ number, html }) => ({ number, html: withoutPolicy(html) })));
    await using browser = await openHostileBrowser();
    const [heard, asked] = [canary.connections, canary.requests.length];
    let [ran, faults] = [0, 0];
    for (let from = 0; from < stored.length; from += together) {
      const visit = await browser.visit(site.framesUrl(stored.slice(from, from + together).map(({ number }) => number)), { mayLeave: false, print: true });
      ran += visit.ran.length;
      faults += visit.looks.filter((look) => look.faults?.length !== 0).length;
    }
    yield { kind, pages: pages.length, archived, refused, opened: stored.length, ran, connections: canary.connections - heard, requests: canary.requests.length - asked, faults, seconds: rounded((performance.now() - started) / 1_000) };
  }
  await canary.close();
};
