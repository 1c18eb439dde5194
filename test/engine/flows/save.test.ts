// Saving and what follows, on a real library, from a real server.

import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SaveReport } from '../../../preload/contract/calls.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(12);
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>The tide mill</title>${head}</head><body><article><h1>The tide mill</h1><p>${words}</p>${body}<p>${words}</p></article></body></html>`;

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

async function add(...inputs: string[]): Promise<readonly SaveReport[]> {
  return app.call('save', { inputs, tags: [], mode: 'auto', base: null });
}

async function addOne(input: string): Promise<SaveReport> {
  const [report] = await add(input);
  if (report === undefined) throw new Error('no report');
  return report;
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(join(app.library, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map((entry) => entry.name).toSorted();
}

describe('a page from the web', () => {
  it('is kept with its pictures, styles and fonts, in both views', async () => {
    site.put('/mill.html', page('<img src="/a.png" alt="The mill"><div style="background:url(/b.png)">wall</div>', '<link rel="stylesheet" href="/s.css"><meta property="article:section" content="Places">'));
    site.put('/s.css', '@import "t.css"; body{background:url(c.png)}');
    site.put('/t.css', '@font-face{font-family:F;src:url(f.woff2)} h1{font-family:F}');
    for (const [index, name] of ['a', 'b', 'c'].entries()) site.put(`/${name}.png`, drawPng(index, 40, 30));
    site.put('/f.woff2', await readFile(join(import.meta.dirname, '../../../node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-latin-400-normal.woff2')));
    const report = await addOne(site.url('/mill.html'));
    expect(report).toMatchObject({ status: 'saved', title: 'The tide mill', language: 'en', images: { found: 3, saved: 3 } });

    const article = await app.call('article', { id: report.id ?? '' });
    expect(article.section).toBe('Places');
    const [capture] = article.captures;
    const original = load(await readFile(join(app.library, capture?.original ?? ''), 'utf8'));
    const style = original('link[rel=stylesheet]').attr('href') ?? '';
    const folder = join(app.library, capture?.original ?? '', '..');
    const css = await readFile(join(folder, style), 'utf8');
    const links = [...css.matchAll(/(?:url\(|import ")([^)"]+)/g)].map((match) => match[1] ?? '');
    expect(links).toHaveLength(2);
    for (const link of links) expect(existsSync(join(folder, style, '..', link)), link).toBe(true);
    const reader = load(await readFile(join(app.library, capture?.reader ?? ''), 'utf8'));
    expect(existsSync(join(folder, reader('img').attr('src') ?? 'none'))).toBe(true);
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });

  it('leaves no cookie in the manifest', async () => {
    site.put('/mill.html', page(''));
    site.rule('/mill.html', { setCookie: 'session=secret; path=/', headers: { 'x-kept': 'yes' } });
    const report = await addOne(site.url('/mill.html'));
    expect(report.status).toBe('saved');
    const stored = (await readAll(app.library)).join('\n');
    expect(stored).toContain('x-kept');
    expect(stored).not.toContain('secret');
  });

  it('is known when it comes again, also with what only tracks', async () => {
    site.put('/mill.html', page(''));
    const first = await addOne(site.url('/mill.html'));
    const again = await addOne(`${site.url('/mill.html')}?utm_source=x&fbclid=y#top`);
    expect(again).toMatchObject({ status: 'known', id: first.id, captureId: first.captureId });
    expect(site.count('/mill.html')).toBe(1);
  });

  it('keeps the same picture once, though two articles show it', async () => {
    site.put('/one.html', page('<img src="/a.png">'));
    site.put('/two.html', page('<img src="/b.png">'));
    site.put('/a.png', drawPng(1, 40, 30));
    site.put('/b.png', drawPng(1, 40, 30));
    await add(site.url('/one.html'), site.url('/two.html'));
    expect((await filesIn('blobs')).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  it('climbs the ladder for pictures behind a hot-link wall, and says how', async () => {
    site.put('/mill.html', page('<img src="/own.png"><img src="/empty.png">'));
    site.put('/own.png', drawPng(1, 40, 30));
    site.put('/empty.png', drawPng(2, 40, 30));
    site.rule('/empty.png', { referer: 'empty' });
    site.rule('/own.png', { referer: 'own' });
    const report = await addOne(site.url('/mill.html'));
    expect(report.images).toMatchObject({ found: 2, saved: 2 });
  });

  it('names a picture that is missing with each answer, and gets it by a recapture', async () => {
    site.put('/mill.html', page('<figure><img src="/a.png" alt="The mill"><figcaption>At low tide</figcaption></figure>'));
    site.put('/a.png', drawPng(1, 40, 30));
    site.rule('/a.png', { status: 403 });
    const report = await addOne(site.url('/mill.html'));
    expect(report).toMatchObject({ status: 'partial', images: { found: 1, saved: 0 } });
    expect(report.images.missing).toEqual([
      { url: site.url('/a.png'), role: 'image', reason: 'HTTP 403', tried: expect.arrayContaining([{ rung: 'as-asked', answer: 'HTTP 403' }, { rung: 'no-referer', answer: 'HTTP 403' }]) },
    ]);
    site.rule('/a.png', null);
    const again = await app.call('recapture', { id: report.id ?? '' });
    expect(again).toMatchObject({ status: 'saved', id: report.id, images: { saved: 1, missing: [] } });
    const article = await app.call('article', { id: report.id ?? '' });
    expect(article.captures).toHaveLength(2);
    expect(article.shown).toBe(again.captureId);
    expect(article.status).toBe('complete');
  });

  it('does not take a page of an error, a login or a picture for the article or its picture', async () => {
    site.put('/gone.html', { status: 404, body: page('') });
    site.put('/login.html', '<html><body><form>Name <input><button>Go</button></form></body></html>');
    site.put('/picture.png', drawPng(1, 10, 10));
    site.put('/html-as-picture.html', page('<img src="/fake.png">'));
    site.put('/fake.png', { type: 'image/png', body: '<html>not allowed to be quoted</html>' });
    const reports = await add(site.url('/gone.html'), site.url('/login.html'), site.url('/picture.png'), site.url('/html-as-picture.html'));
    expect(reports.map(({ status, failure }) => failure?.kind ?? status)).toEqual(['not-found', 'not-an-article', 'unsupported', 'partial']);
    expect(reports[3]?.images.missing[0]?.reason).toBe('not a picture');
  });

  it('tries once more after a cut connection', async () => {
    site.put('/mill.html', page('<img src="/a.png">'));
    site.put('/a.png', drawPng(1, 400, 300));
    site.rule('/a.png', { break: 'cut', times: 1 });
    expect(await addOne(site.url('/mill.html'))).toMatchObject({ status: 'saved' });
  });

  it('is offline, not an error, when nothing answers', async () => {
    expect(await addOne('http://127.0.0.1:9/x')).toMatchObject({ status: 'failed', failure: { kind: 'offline', detail: 'ECONNREFUSED' } });
  });

  it('that came out much shorter than before is kept, and not shown', async () => {
    site.put('/mill.html', page(''));
    const first = await addOne(site.url('/mill.html'));
    site.put('/mill.html', `<html><head><title>x</title></head><body><article><h1>The tide mill</h1><p>${'You have read your free articles, please subscribe now. '.repeat(6)}</p></article></body></html>`);
    const worse = await app.call('recapture', { id: first.id ?? '' });
    const article = await app.call('article', { id: first.id ?? '' });
    expect(article.captures).toHaveLength(2);
    expect(worse.captureId).not.toBe(first.captureId);
    expect(article.shown).toBe(first.captureId);
  });

  it('leaves nothing behind when it is cancelled in the middle', async () => {
    site.put('/mill.html', page('<img src="/a.png"><img src="/slow.png">'));
    site.put('/a.png', drawPng(1, 40, 30));
    site.put('/slow.png', drawPng(2, 40, 30));
    site.rule('/slow.png', { delayMs: 20_000 });
    const controller = new AbortController();
    const saving = app.ask('save', { inputs: [site.url('/mill.html')], tags: [], mode: 'auto', base: null }, controller.signal);
    while (site.count('/slow.png') === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    const result = await saving;
    expect(result.ok && result.value[0]).toMatchObject({ status: 'failed', failure: { kind: 'cancelled' } });
    expect(await filesIn('tmp')).toEqual([]);
    expect(await filesIn('articles')).toEqual([]);
    expect(await filesIn('blobs')).toEqual([]);
  });
});

describe('a file', () => {
  it('that a browser saved brings the pictures from the folder beside it, and only from there', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'mill_files'));
    await writeFile(join(folder, 'mill_files/a b.png'), drawPng(1, 40, 30));
    await writeFile(join(folder, 'secret.png'), drawPng(2, 40, 30));
    await mkdir(join(folder, 'inner'));
    await symlink(join(folder, 'secret.png'), join(folder, 'mill_files/link.png'));
    const outside = '<img src="../secret.png"><img src="file:///etc/passwd"><img src="mill_files/%2e%2e/%2e%2e/x.png"><img src="mill_files/link.png">';
    await writeFile(join(folder, 'mill.html'), `<!-- saved from url=(0029)https://review.example/mill -->${page(`<img src="./mill_files/a%20b.png">${outside}`)}`);
    const report = await addOne(join(folder, 'mill.html'));
    expect(report).toMatchObject({ status: 'partial', url: 'https://review.example/mill', images: { saved: 1 } });
    expect(report.images.missing.length).toBe(report.images.found - 1);
    const stored = JSON.stringify(await readAll(app.library));
    expect(stored).not.toContain(folder);
    await rm(folder, { recursive: true });
  });

  it('of Markdown becomes an article', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'note.md'), '---\ntitle: Ink\nauthor: A. Reader\ndate: 2026-03-01\ntags: [ink, paper]\nsource: https://review.example/ink\n---\n\n## Gall\n\nIron gall ink **bites** the paper.\n');
    const report = await addOne(join(folder, 'note.md'));
    expect(report).toMatchObject({ status: 'saved', title: 'Ink', byline: 'A. Reader', published: '2026-03-01', url: 'https://review.example/ink' });
    expect(await app.call('text', { id: report.id ?? '', captureId: null, format: 'text' })).toBe('Gall\n\nIron gall ink bites the paper.');
    await rm(folder, { recursive: true });
  });

  it('that is none, or no article, fails by itself and lets the others be saved', async () => {
    const folder = await temporaryFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at('empty.md'), '');
    await writeFile(at('binary.md'), Buffer.from([0, 1, 2, 3, 0, 255]));
    await writeFile(at('picture.html'), drawPng(1, 10, 10));
    await writeFile(at('paper.docx'), 'PK');
    await writeFile(at('yaml.md'), '---\na: [\n---\ntext');
    await writeFile(at('fine.md'), 'Just words.');
    const inputs = [folder, at('none.md'), at('empty.md'), at('binary.md'), at('picture.html'), at('paper.docx'), at('yaml.md'), 'not a url', 'http://', at('fine.md')];
    const reports = await add(...inputs);
    expect(reports.map(({ input }) => input)).toEqual(inputs);
    expect(reports.map(({ status, failure }) => failure?.kind ?? status)).toEqual([
      'bad-input', 'not-found', 'bad-input', 'unsupported', 'unsupported', 'unsupported', 'bad-input', 'bad-input', 'bad-input', 'saved',
    ]);
    expect(await filesIn('tmp')).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('a full disk', () => {
  it('fails the save with a reason, and leaves the library as it was', async () => {
    await app.close();
    const { createFiles } = await import('../../../main/adapters/files.ts');
    const files = createFiles();
    let room = 40;
    const filling = {
      ...files,
      writeNew: async (path: string, bytes: Uint8Array) => {
        room -= 1;
        if (room < 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        await files.writeNew(path, bytes);
      },
    };
    app = await openTestEngine({ ports: { files: filling } });
    site.put('/mill.html', page('<img src="/a.png">'));
    site.put('/a.png', drawPng(1, 40, 30));
    room = 1;
    expect(await addOne(site.url('/mill.html'))).toMatchObject({ status: 'failed', failure: { kind: 'disk-full' } });
    room = 100;
    expect(await filesIn('articles')).toEqual([]);
    expect(await filesIn('tmp')).toEqual([]);
    expect(await addOne(site.url('/mill.html'))).toMatchObject({ status: 'saved' });
  });
});

async function readAll(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(all.filter((entry) => entry.isFile() && /\.(json|html)$/.test(entry.name)).map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')));
}
