// Captures are versions: each recapture adds one, shares what is the same, destroys nothing, and shows the better one.

import { readFile, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(12);
const names = ['one', 'two', 'three', 'four'];
let site: Site;
let app: TestEngine;

beforeEach(async () => {
  site = await startSite();
  app = await openTestEngine();
  for (const [index, name] of names.entries()) site.put(`/${name}.png`, drawPng(index, 40, 30));
  site.put('/s.css', 'body{background:url(/wall.png)}');
  site.put('/wall.png', drawPng(9, 20, 20));
});
afterEach(async () => {
  await app.close();
  await site.close();
});

function serve(text = words, pictures = names): void {
  const images = pictures.map((name) => `<figure><img src="/${name}.png" alt="${name}" width="40" height="30"></figure>`).join('');
  site.put('/mill.html', `<html lang="en"><head><title>The tide mill</title><link rel="stylesheet" href="/s.css"></head><body><article><h1>The tide mill</h1><p>${text}</p>${images}<p>${text}</p></article></body></html>`);
}

async function add(): Promise<string> {
  const [report] = await app.call('save', { inputs: [site.url('/mill.html')], tags: [], mode: 'auto', base: null });
  return report?.id ?? '';
}

const article = (id: string): Promise<ArticleView> => app.call('article', { id });

/** Every file of the library but the article's document, by path and hash. */
async function files(): Promise<Map<string, string>> {
  const all = await readdir(app.library, { recursive: true, withFileTypes: true });
  const kept = all.filter((entry) => entry.isFile() && !/article\.json|lock\.json|index\.sqlite/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(kept.map(async (path) => [path, createHash('sha256').update(await readFile(path)).digest('hex')] as const)));
}

function last({ captures }: ArticleView): CaptureView {
  const found = captures.at(-1);
  if (found === undefined) throw new Error('no capture');
  return found;
}

describe('a recapture', () => {
  it('adds a capture, shares its blobs, and leaves every stored file as it was', async () => {
    serve();
    const id = await add();
    const before = await files();
    serve(words.replace('sea', 'moon'));
    expect(await app.call('recapture', { id })).toMatchObject({ status: 'saved', worse: null });
    const after = await files();
    for (const [path, hash] of before) expect(after.get(path), path).toBe(hash);
    const added = [...after.keys()].filter((path) => !before.has(path));
    expect(added.filter((path) => path.includes('blobs'))).toEqual([]);
    expect(added.map((path) => path.split(/[/\\]/).at(-1) ?? '').toSorted()).toEqual(['manifest.json', 'original.html', 'reader.html', 'source.html.zst']);
    const { captures, shown, words: counted } = await article(id);
    expect(captures).toHaveLength(2);
    expect(shown).toBe(captures[1]?.id);
    expect(captures.map((capture) => capture.words)).toEqual([counted, counted]);
    expect(counted).toBeGreaterThan(words.split(' ').length / 2);
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });

  it('of a page that is gone fails, and changes nothing', async () => {
    serve();
    const id = await add();
    const before = await files();
    site.put('/mill.html', { status: 404, body: 'gone' });
    expect(await app.call('recapture', { id })).toMatchObject({ status: 'failed', failure: { kind: 'not-found' } });
    expect(await files()).toEqual(before);
    expect((await article(id)).captures).toHaveLength(1);
  });
});

describe('a recapture that came out worse', () => {
  const wall = 'Please sign in to continue reading. You have reached your limit of free articles. '.repeat(11);
  it.each([
    ['a wall', 'wall', () => serve(wall)],
    ['less than half as long', 'shorter', () => serve(words.slice(0, 300))],
    ['many pictures less', 'fewer-pictures', () => serve(words, ['one'])],
    ['pictures that are refused', 'fewer-pictures', () => site.rule('/two.png', { status: 403 })],
  ] as const)('%s: it is kept and flagged, and the better one stays shown', async (_name, worse, change) => {
    serve();
    const id = await add();
    change();
    const report = await app.call('recapture', { id });
    expect(report.worse).toBe(worse);
    const { captures, shown, words: counted, images } = await article(id);
    expect(captures.map((capture) => capture.worse)).toEqual([null, worse]);
    expect(shown).toBe(captures[0]?.id);
    expect({ counted, images }).toEqual({ counted: captures[0]?.words, images: captures[0]?.images });

    await app.call('chooseCapture', { id, captureId: report.captureId ?? '' });
    const chosen = await article(id);
    expect(chosen.shown).toBe(report.captureId);
    expect({ words: chosen.words, images: chosen.images }).toEqual({ words: captures[1]?.words, images: captures[1]?.images });
    expect(await app.ask('chooseCapture', { id, captureId: '0000000000000000' })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('is not what was edited, cut a little, or talks of signing in', async () => {
    serve();
    const id = await add();
    serve(`${words.slice(0, Math.floor(words.length * 0.85))} Readers log in to comment; please sign in there.`);
    expect(await app.call('recapture', { id })).toMatchObject({ worse: null });
    expect((await article(id)).shown).toBe(last(await article(id)).id);
  });
});

describe('trying again what is missing', () => {
  beforeEach(() => {
    serve();
    site.rule('/two.png', { status: 403 });
    site.rule('/three.png', { status: 403 });
  });

  it('asks for that alone, and brings a capture with it in its place', async () => {
    const id = await add();
    const first = last(await article(id));
    site.rule('/two.png', null);
    site.rule('/three.png', null);
    // What came before is not to be had any more: nothing else may be needed.
    for (const path of ['/mill.html', '/s.css', '/one.png', '/wall.png']) site.put(path, { status: 410, body: '' });
    site.forget();
    expect(await app.call('retryMissing', { id, captureId: null, urls: null })).toMatchObject({ status: 'saved', images: { found: 5, saved: 5, missing: [] } });
    expect(new Set(site.requests.map(({ path }) => path))).toEqual(new Set(['/two.png', '/three.png']));
    const now = await article(id);
    expect(now.captures).toHaveLength(2);
    expect(now).toMatchObject({ status: 'complete', shown: last(now).id });
    expect(last(now)).toMatchObject({ completes: first.id, mode: 'static', url: site.url('/mill.html') });
    const reader = load(await readFile(join(app.library, last(now).reader), 'utf8'));
    expect(reader('img').toArray().map((image) => image.attribs['alt'])).toEqual(names);
    const manifest = JSON.parse(await readFile(join(app.library, last(now).reader, '../manifest.json'), 'utf8')) as { page: object };
    expect(manifest.page).toMatchObject({ url: site.url('/mill.html'), finalUrl: site.url('/mill.html'), status: 200 });
    // The next recapture goes to the web again.
    site.forget();
    await app.call('recapture', { id });
    expect(site.count('/mill.html')).toBe(1);
  });

  it('may be for one alone; the others keep their reasons', async () => {
    const id = await add();
    site.rule('/two.png', null);
    site.rule('/three.png', { status: 500 });
    const report = await app.call('retryMissing', { id, captureId: null, urls: [site.url('/two.png')] });
    expect(report).toMatchObject({ status: 'partial', images: { saved: 4 } });
    expect(report.images.missing).toMatchObject([{ url: site.url('/three.png'), reason: 'HTTP 403' }]);
  });

  it('that brings nothing makes no capture, and says why this time', async () => {
    const id = await add();
    site.rule('/two.png', { status: 404 });
    const report = await app.call('retryMissing', { id, captureId: null, urls: [site.url('/two.png')] });
    expect(report.images.missing.map(({ reason }) => reason)).toEqual(['HTTP 404', 'HTTP 403']);
    expect((await article(id)).captures).toHaveLength(1);
  });

  it('of a capture that is not shown does not take the place of the one that is', async () => {
    const id = await add();
    const [old] = (await article(id)).captures;
    site.rule('/two.png', null);
    site.rule('/three.png', null);
    await app.call('recapture', { id });
    const { shown } = await article(id);
    await app.call('retryMissing', { id, captureId: old?.id ?? '', urls: null });
    const now = await article(id);
    expect(now.captures).toHaveLength(3);
    expect(now.shown).toBe(shown);
    expect(await app.ask('retryMissing', { id, captureId: '0000000000000000', urls: null })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });
});
