import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveReport } from '../../../preload/contract/calls.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';
import { faults, picturesOnPage, serveFault, serveRedirected, sign } from './picture-faults.ts';

let near: Site;
let far: Site;
let app: TestEngine;
beforeAll(async () => {
  [near, far, app] = await Promise.all([startSite(), startSite({ address: '127.0.0.2' }), openTestEngine()]);
});
afterAll(async () => {
  await app.close();
  await Promise.all([near.close(), far.close()]);
});

async function save(url: string): Promise<SaveReport> {
  const [report] = await app.call('save', { inputs: [url], tags: [], mode: 'static', base: null });
  if (report === undefined) throw new Error('no report');
  return report;
}

describe('a page of 34 pictures', () => {
  it.each(faults.map((fault, index) => ({ ...fault, index })))('where $name', async (fault) => {
    const report = await save(serveFault(fault, `fault-${fault.index}`, near, far));
    const expected = fault.expected ?? picturesOnPage;
    expect(report.images.missing.map(({ url, tried }) => ({ url, tried }))).toHaveLength(picturesOnPage - expected);
    expect(report).toMatchObject({ status: expected === picturesOnPage ? 'saved' : 'partial', images: { found: picturesOnPage, saved: expected } });
    for (const { tried } of report.images.missing) expect(tried.length).toBeGreaterThan(0);
  });

  it('where each leads to another origin', async () => {
    expect(await save(serveRedirected('redirected', near, far))).toMatchObject({ status: 'saved', images: { found: picturesOnPage, saved: picturesOnPage } });
  });

  it('leaves no placeholder in the library, though some were stored before they were known', async () => {
    const stored = await readdir(join(app.library, 'blobs'), { recursive: true });
    expect(stored.filter((name) => name.endsWith('.png'))).toHaveLength(picturesOnPage + 1);
    expect(stored.join(' ')).not.toContain(createHash('sha256').update(sign).digest('hex'));
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });
});
