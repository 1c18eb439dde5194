// Waits that are asked for, turns at a host, and what one page may cost.

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../main/adapters/http/http.ts';
import { createHostTurns } from '../../../main/adapters/http/host-turns.ts';
import { createLater, retryAfter } from '../../../main/adapters/http/later.ts';
import { httpLimits, type HttpLimits } from '../../../main/adapters/http/limits.ts';
import type { HttpRequest } from '../../../main/engine/model/ports.ts';
import { startSite, type Site } from '../../site/site.ts';

let site: Site;
const open: { close(): void }[] = [];
beforeEach(async () => {
  site = await startSite();
  site.put('/page', '<p>Hello');
});
afterEach(async () => {
  for (const http of open.splice(0)) http.close();
  await site.close();
});

function web(limits: Partial<HttpLimits> = {}): (request: Partial<HttpRequest> & { url: string }) => ReturnType<ReturnType<typeof createHttp>['get']> {
  const http = createHttp({ proxyFor: async () => null, limits: { ...httpLimits, ...limits } });
  open.push(http);
  const jar = http.newJar();
  return (request) => http.get({ want: 'page', referer: null, jar, signal: new AbortController().signal, ...request });
}

function later(seconds: string, status = 429, times = 1): void {
  site.rule('/page', { status, headers: { 'retry-after': seconds }, times });
}

describe('a site that asks to come back later', () => {
  it.each([[429, '1'], [503, '1'], [503, 'a date']])('is asked again after its wait, which is told: %s %s', async (status, asks) => {
    later(asks === 'a date' ? new Date(Date.now() + 2_000).toUTCString() : asks, status);
    const told: (Date | null)[] = [];
    const answer = await web()({ url: site.url('/page'), waiting: (until) => void told.push(until) });
    expect(answer.ok && answer.value.status).toBe(200);
    expect(site.count('/page')).toBe(2);
    expect(told).toEqual([expect.any(Date), null]);
  });

  it('for too long is not waited for, nor asked again by others meanwhile', async () => {
    later('3600', 429, 9);
    const ask = web();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => ask({ url: site.url(`/page?${at}`) })));
    expect(answers.map((one) => one.ok && one.value.status)).toEqual(Array.from({ length: 12 }, () => 429));
    // Those that were under way already.
    expect(site.count('/page')).toBeLessThanOrEqual(httpLimits.perHost);
  });

  it('again and again is believed three times', async () => {
    later('0', 503, 99);
    const answer = await web()({ url: site.url('/page') });
    expect(answer.ok && answer.value.status).toBe(503);
    expect(site.count('/page')).toBe(1 + httpLimits.later.times);
  });

  it('is not waited for by who has cancelled', async () => {
    later('60');
    const signal = AbortSignal.timeout(200);
    expect(await web()({ url: site.url('/page'), signal })).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });

  it('says so by seconds or a date, with 429 or 503', () => {
    const now = Date.parse('2026-03-01T00:00:00Z');
    expect(retryAfter(429, '120', now)).toBe(120_000);
    expect(retryAfter(503, 'Sun, 01 Mar 2026 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfter(503, 'Sun, 01 Mar 2020 00:01:00 GMT', now)).toBe(0);
    expect([retryAfter(200, '120', now), retryAfter(429, undefined, now), retryAfter(429, 'soon', now)]).toEqual([null, null, null]);
  });

  it('is held for no longer than ten minutes, whatever it says', () => {
    let now = 0;
    const holds = createLater(600_000, () => now);
    holds.hold('a', 3_600_000, 429);
    expect(holds.heldFor('a')).toEqual({ ms: 3_600_000, status: 429 });
    now = 600_001;
    expect(holds.heldFor('a')).toBeNull();
  });
});

describe('turns at a host', () => {
  it('are six at once, over all captures, and go round', async () => {
    let now = 0;
    let most = 0;
    site.put('/slow', async () => {
      now += 1;
      most = Math.max(most, now);
      await wait(20);
      now -= 1;
      return { body: 'slow' };
    });
    const http = createHttp({ proxyFor: async () => null });
    open.push(http);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => http.get({ url: site.url(`/slow?${at}`), want: at % 2 === 0 ? 'page' : 'image', referer: null, page: site.url('/page'), jar: http.newJar(), signal: new AbortController().signal })),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(6);
  });

  it('are first come, first served; one who gives up leaves the line', async () => {
    const turns = createHostTurns(1);
    const order: string[] = [];
    const leave = await turns.take('a', new AbortController().signal);
    const gone = new AbortController();
    const lost = turns.take('a', gone.signal).then(() => 'had', () => 'left');
    const second = turns.take('a', new AbortController().signal).then((done) => (order.push('second'), done()));
    const third = turns.take('a', new AbortController().signal).then((done) => (order.push('third'), done()));
    await turns.take('b', new AbortController().signal);
    gone.abort();
    leave();
    leave();
    await Promise.all([second, third]);
    expect([await lost, order]).toEqual(['left', ['second', 'third']]);
  });
});

describe('what a page may cost', () => {
  it('in bytes: what is over is not kept, and nothing more is asked for', async () => {
    site.put('/large.png', Buffer.alloc(600_000));
    const ask = web({ capture: { ms: 60_000, bytes: 1_000_000 } });
    const kinds = [];
    for (const at of [1, 2, 3]) {
      const answer = await ask({ url: site.url(`/large.png?${at}`), want: 'image', page: site.url('/page') });
      kinds.push(answer.ok ? 'ok' : answer.failure.kind);
    }
    expect(kinds).toEqual(['ok', 'too-large', 'too-large']);
    expect(site.count('/large.png')).toBe(2);
  });

  it('in time: what is under way ends, and nothing more is asked for', async () => {
    site.put('/slow', async () => (await wait(5_000, undefined, { ref: false }), { body: 'late' }));
    const ask = web({ capture: { ms: 400, bytes: 1_000_000 } });
    const answers = await Promise.all([ask({ url: site.url('/slow') }), wait(500).then(() => ask({ url: site.url('/page') }))]);
    expect(answers.map((one) => one.ok || one.failure.detail)).toEqual(['more than 0.4 s for one page', 'more than 0.4 s for one page']);
    expect(site.count('/page')).toBe(0);
  });
});

describe('what a capture remembers', () => {
  it('ends with it: another jar has no cookies', async () => {
    site.rule('/page', { setCookie: 'seen=1; path=/' });
    const http = createHttp({ proxyFor: async () => null });
    open.push(http);
    const [one, other] = [http.newJar(), http.newJar()];
    for (const jar of [one, one, other]) await http.get({ url: site.url('/page'), want: 'page', referer: null, jar, signal: new AbortController().signal });
    expect(site.requests.map(({ cookie }) => cookie)).toEqual([null, 'seen=1', null]);
    expect(site.connections).toBe(1);
  });

  it('goes along with a redirect, as do fragments', async () => {
    site.rule('/start', { redirect: '/page', setCookie: 'seen=1; path=/' });
    const answer = await web()({ url: site.url('/start#part') });
    expect(answer.ok && answer.value.finalUrl).toBe(site.url('/page#part'));
    expect(site.requests.at(-1)?.cookie).toBe('seen=1');
    expect(site.connections).toBe(1);
  });
});
