import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The lamp was lit at dusk, and put out when the last boat had passed the bar. '.repeat(10);
let site: Site;
let app: TestEngine;
beforeEach(async () => {
  site = await startSite();
  app = await openTestEngine();
});
afterEach(async () => {
  await app.close();
  await site.close();
});

function serve(last: string, pictures: readonly string[]): void {
  const images = pictures.map((name) => `<img src="${name}">`).join('');
  site.put('/a.html', `<html lang="en"><head><title>Lamp</title></head><body><article><h1>Lamp</h1><p>${words}</p>${images}<p>${last}</p></article></body></html>`);
}

describe('captures of one article', () => {
  it('are compared by words and by pictures', async () => {
    for (const [index, name] of ['one', 'two', 'three'].entries()) site.put(`/${name}.png`, drawPng(index, 30, 20));
    serve('Nobody was hurt in the storm that followed, the harbour said.', ['/one.png', '/two.png']);
    const [report] = await app.call('save', { inputs: [site.url('/a.html')], tags: [], mode: 'auto', base: null });
    const id = report?.id ?? '';
    expect(await app.ask('diff', { id, from: null, to: null })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    await app.call('recapture', { id });
    expect(await app.call('diff', { id, from: null, to: null })).toMatchObject({ changed: false, inserted: 0, deleted: 0, hunks: [] });

    serve('Two people were hurt in the storm that followed, the harbour said.', ['/one.png', '/three.png']);
    site.put('/one.png', drawPng(9, 30, 20));
    await app.call('recapture', { id });
    const diff = await app.call('diff', { id, from: null, to: null });
    expect(diff).toMatchObject({
      changed: true,
      pictures: [
        { change: 'changed', url: site.url('/one.png'), at: null },
        { change: 'added', url: site.url('/three.png'), before: null },
        { change: 'removed', url: site.url('/two.png'), after: null, at: expect.any(Number) as number },
      ],
      images: { added: [site.url('/three.png')], removed: [site.url('/two.png')], changed: [site.url('/one.png')] },
    });
    const text = (change: string): string => diff.hunks.flatMap(({ parts }) => parts.filter((part) => part.change === change)).map((part) => part.text).join('|');
    expect(text('deleted')).toContain('Nobody');
    expect(text('inserted')).toContain('Two');
    const { captures } = await app.call('article', { id });
    expect(await app.call('diff', { id, from: captures[0]?.id ?? '', to: captures[1]?.id ?? '' })).toMatchObject({ changed: false });
    expect(await app.ask('diff', { id, from: '0000000000000000', to: null })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});
