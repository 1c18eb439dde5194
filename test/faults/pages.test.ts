// The fault table for pages: all of it in one command, with a good page after each fault.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../main/adapters/http/http.ts';
import { failureSentence } from '../../preload/contract/messages/failures.ts';
import type { SaveReport } from '../../preload/contract/calls.ts';
import { canTryAgain } from '../../preload/contract/result.ts';
import { openTestEngine, type TestEngine } from '../engine/harness.ts';
import { answer, first, startFaultServer, type FaultServer } from './fault-server.ts';
import { heldIn } from './hold.ts';
import { pageRows } from './page-faults.ts';
import { article } from './pages.ts';
import { shortLimits } from './short-limits.ts';

let server: FaultServer;
let app: TestEngine;
/** For each row: its own report, and that of the good page that came after it. */
const reports: { row: SaveReport; next: SaveReport }[] = [];

beforeAll(async () => {
  server = await startFaultServer();
  const http = createHttp({ proxyFor: async () => null, limits: shortLimits });
  app = await openTestEngine({ ports: { http } });
  const inputs = pageRows.flatMap(({ fault }, at) => {
    if (typeof fault !== 'string') server.put(`/fault/${at}.html`, fault);
    server.put(`/good/${at}.html`, answer(200, { 'content-type': 'text/html' }, article(`Good ${at}`)));
    return [typeof fault === 'string' ? fault : server.url(`/fault/${at}.html`), server.url(`/good/${at}.html`)];
  });
  const all = await app.call('save', { inputs, tags: [], mode: 'static', base: null });
  for (let at = 0; at < all.length; at += 2) {
    const [row, next] = all.slice(at, at + 2);
    if (row !== undefined && next !== undefined) reports.push({ row, next });
  }
  http.close();
}, 240_000);

afterAll(async () => {
  await app.close();
  await server.close();
});

describe('a page that is or comes with', () => {
  it.each(pageRows.map((row, at) => ({ ...row, at })))('$name: $expect', ({ at, expect: expected, says }) => {
    const report = reports[at]?.row;
    if (report === undefined) throw new Error('no report');
    const sentence = report.failure === null ? '' : failureSentence(report.failure, 'en');
    expect(report.failure?.kind ?? report.status, sentence).toBe(expected);
    if (says !== undefined) expect(sentence).toMatch(says);
    expect(reports[at]?.next.status, 'the page after it').toBe('saved');
  });

  it('leaves nothing half-saved', async () => {
    const saved = reports.flatMap(({ row, next }) => [row, next]).filter(({ id }) => id !== null);
    const held = await heldIn(app.library);
    expect(held).toMatchObject({ leftovers: [], orphans: [], lost: [] });
    expect(held.articles).toHaveLength(saved.length);
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });

  it('that asks to come back is waited for, which its job says', async () => {
    server.put('/later.html', first(1, answer(429, { 'retry-after': '1' }), answer(200, { 'content-type': 'text/html' }, article('Later'))));
    const told: (string | null)[] = [];
    const stop = app.engine.listen(() => {
      void app.call('jobs', {}).then(([job]) => told.push(job?.waitsUntil ?? null));
    });
    const [report] = await app.call('save', { inputs: [server.url('/later.html')], tags: [], mode: 'static', base: null });
    stop();
    expect(report).toMatchObject({ status: 'saved', title: 'Later' });
    expect(told.some((until) => until !== null)).toBe(true);
    expect((await app.call('jobs', {}))[0]).toMatchObject({ state: 'done', waitsUntil: null });
  });

  it('can be tried again where that can help', () => {
    const failed = pageRows.flatMap((row, at) => (row.expect === 'saved' ? [] : [{ kind: row.expect, view: reports[at]?.row }]));
    expect(failed.every(({ view }) => view?.status === 'failed' && view.id === null)).toBe(true);
    expect(new Set(failed.map(({ kind }) => kind).filter(canTryAgain))).toEqual(new Set(['offline', 'timed-out', 'busy']));
  });
});
