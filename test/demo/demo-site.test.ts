// The demo site serves what its articles promise: every page decodes, every picture, style and font is there;
// and a page saved whole stands on its own.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';

import { startDemoSite } from '../site/demo-site.ts';
import { readDemoArticles, SEED_FORM_FILE } from './articles.ts';
import { pictureAt } from './draw.ts';
import { savePage } from './save-page.ts';

const articles = readDemoArticles();

async function readPage(url: string): Promise<string> {
  const bytes = await (await fetch(url)).arrayBuffer();
  const charset = /charset="([\w-]+)"/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? 'utf-8';
  return new TextDecoder(charset, { fatal: true }).decode(bytes);
}

describe('the demo articles', () => {
  it('are twelve, in four languages', () => {
    expect(articles).toHaveLength(12);
    expect(new Set(articles.map(({ language }) => language))).toEqual(new Set(['en', 'zh-CN', 'ja', 'de']));
  });

  const cases = articles.map((article) => [article.path, article] as const);
  it.each(cases)('%s decodes, with at least three pictures', async (path, article) => {
    await using site = await startDemoSite();
    const $ = load(await readPage(site.url(path)));
    expect($('h1').text()).toBe(article.title);
    const data: unknown = JSON.parse($('script[type="application/ld+json"]').text());
    expect(data).toMatchObject({ headline: article.title, datePublished: article.published });
    const named = $.html('.text').match(/[a-z-]+_[a-z]+-\d+_\d+x\d+\.\w+/g) ?? [];
    expect(new Set(named).size).toBeGreaterThanOrEqual(3);
  });

  it('name only pictures that can be drawn', async () => {
    await using site = await startDemoSite();
    const pages = await Promise.all(articles.map(({ path }) => readPage(site.url(path))));
    const seedForm = await readFile(SEED_FORM_FILE, 'utf8');
    const names = new Set([...pages, seedForm].join().match(/[\w-]+_\d+x\d+\.\w+/g));
    const small = [...names].map((name) => name.replace(/_\d+x\d+/, '_16x10'));
    expect(small.filter((name) => pictureAt(name) === null)).toEqual([]);
    expect(names.size).toBeGreaterThan(40);
  });
});

describe('the file in the form of a feed', () => {
  it('has three categories and five distinct pictures, the first of which is the headimg', async () => {
    const text = await readFile(SEED_FORM_FILE, 'utf8');
    const pictures = [...text.matchAll(/<img src="([^"]+)"[^>]*referrerpolicy="no-referrer"/g)].map(([, url]) => url);
    expect(new Set(pictures).size).toBe(5);
    expect(/headimg: '([^']+)'/.exec(text)?.[1]).toBe(pictures[0]);
    expect(text.match(/^ - /gm)).toHaveLength(3);
  });
});

describe('a page saved whole', () => {
  it.each(['/review/tide-mill.html', '/chao/buzhi.html'])('%s names nothing but files that are there', async (path) => {
    await using site = await startDemoSite();
    const directory = await mkdtemp(join(tmpdir(), 'offprint-saved-page-'));
    const saved = await savePage(site.url(path), directory, 'kept');
    const html = await readFile(saved.file, 'utf8');
    const url = site.url(path);
    expect(html).toContain(`<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`);
    const $ = load(html);
    const shown = $('img[src], link[rel=stylesheet]').toArray();
    const addresses = shown.map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '');
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect(address.replace('./kept_files/', '')).toBeOneOf([...saved.files]);
    const styles = saved.files.filter((name) => name.endsWith('.css'));
    for (const style of styles) {
      expect(await readFile(join(saved.folder, style), 'utf8')).not.toMatch(/(?:url\(|@import\s*)['"]?[^'")]*\//);
    }
    await rm(directory, { recursive: true });
  });
});
