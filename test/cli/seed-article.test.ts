// The main job: one article kept as front matter and HTML, its pictures on a host that refuses foreign Referers, reached
// through a company's proxy with its own authority. Runs on our own article in that form, and on the real file where it
// is beside the project.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawJpeg } from '../demo/draw.ts';
import { SEED_FORM_FILE } from '../demo/articles.ts';
import { startProxy, type TestProxy } from '../proxy/proxy.ts';
import { offprintIn, type Offprint } from './offprint.ts';

interface Case {
  readonly name: string;
  readonly file: string;
  readonly pictureHost: string;
  readonly expected: { title: string; byline: string; published: string; tags: string[]; headimg: string; captions: string[] };
}

const realFile = join(import.meta.dirname, '../../../shared/samples/seed-article.md');

const cases: readonly Case[] = [
  {
    name: 'our own article in the form',
    file: SEED_FORM_FILE,
    pictureHost: 'pictures.example',
    expected: {
      title: '凌晨两点接通！断了九天的海缆，是怎样修好的',
      byline: '纸与潮',
      published: '2026-03-14T01:29:42Z',
      tags: ['新媒体', '纸与潮', '头条'],
      headimg: 'https://pictures.example/news/2026/03/14/sea_dusk-3_970x374.jpeg',
      captions: ['断点附近海底地形示意图', '当地时间3月12日，最后一班载着备用光缆的货运列车驶过海堤，前往港口装船。图自北屿影像'],
    },
  },
  {
    name: 'the real article',
    file: realFile,
    pictureHost: 'i.guancha.cn',
    expected: {
      title: '视频2小时！拜登威胁制裁，普京：北约需承诺不东扩',
      byline: '观察者网',
      published: '2021-12-08T09:29:42Z',
      tags: ['新媒体', '观察者网', '头条'],
      headimg: 'https://i.guancha.cn/news/2021/12/08/20211208092535932.jpeg',
      captions: ['BBC报道截图', '塔斯社12月1日报道截图'],
    },
  },
];

async function proxyFor(host: string): Promise<TestProxy> {
  // A picture of its own for each address, as the size of its bytes shows.
  const proxy = await startProxy({ hosts: { [host]: (request) => ({ type: 'image/jpeg', body: drawJpeg(seedOf(request.path), 320, 200) }) } });
  onTestFinished(() => proxy.close());
  return proxy;
}

function seedOf(path: string): number {
  return [...path].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7);
}

function readerOf({ library }: Offprint, captureId: string): { html: string; folder: string } {
  const articles = join(library, 'articles');
  const inside = readdirSync(articles, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(join(captureId, 'reader.html'))) ?? '';
  return { html: readFileSync(join(articles, inside), 'utf8'), folder: join(articles, inside, '..') };
}

describe.each(cases)('$name', ({ file, pictureHost, expected }) => {
  const present = existsSync(file);
  if (!present) console.warn(`skipped: ${file} is not here`);

  it.skipIf(!present)('is whole when the picture host can be reached', async () => {
    const proxy = await proxyFor(pictureHost);
    const offprint = offprintIn();
    const added = await offprint.run(['add', file, '--json'], { env: proxy.environment });
    expect(added.stderr).not.toContain('Error');
    expect(added.code).toBe(0);
    const [report] = added.json;
    expect(report).toMatchObject({
      status: 'saved',
      title: expected.title,
      byline: expected.byline,
      published: expected.published,
      language: 'zh',
      images: { found: 5, saved: 5, missing: [] },
    });
    expect(proxy.tunnels).toContain(`${pictureHost}:443`);
    const shown = await offprint.run(['show', String(report?.['id']), '--json']);
    expect(shown.json[0]).toMatchObject({ tags: expected.tags, status: 'complete' });

    const { html, folder } = readerOf(offprint, String(report?.['captureId']));
    const $ = load(html);
    const pictures = $('article img').toArray().map((image) => $(image).attr('src') ?? '');
    expect(new Set(pictures).size).toBe(5);
    for (const picture of pictures) expect(existsSync(join(folder, picture)), picture).toBe(true);
    const captions = $('figure > figcaption').toArray().map((caption) => $(caption).text());
    expect(captions).toHaveLength(4);
    expect(captions).toEqual(expect.arrayContaining(expected.captions));
    const document = JSON.parse(readFileSync(join(folder, '../../article.json'), 'utf8'));
    expect(document.lead).toMatchObject({ url: expected.headimg, path: expect.stringMatching(/^blobs\/[0-9a-f]{2}\/[0-9a-f]{64}\.jpg$/) });
  });

  it.skipIf(!present)('is partial without, says what is missing and why, and gets it later', async () => {
    const proxy = await proxyFor(pictureHost);
    proxy.setReachable(false);
    const offprint = offprintIn();
    const added = await offprint.run(['add', file, '--json'], { env: proxy.environment });
    expect(added.code).toBe(0);
    const [report] = added.json;
    expect(report).toMatchObject({ status: 'partial', title: expected.title, images: { found: 5, saved: 0 } });
    const images = report?.['images'] as { missing: { url: string; reason: string; tried: unknown[] }[] } | undefined;
    const missing = images?.missing ?? [];
    expect(missing).toHaveLength(5);
    for (const one of missing) expect(one).toEqual({ url: expect.stringContaining(pictureHost), reason: expect.stringMatching(/./), tried: expect.arrayContaining([expect.anything()]) });

    proxy.setReachable(true);
    const again = await offprint.run(['recapture', String(report?.['id']), '--json'], { env: proxy.environment });
    expect(again.code).toBe(0);
    expect(again.json[0]).toMatchObject({ status: 'saved', id: report?.['id'], images: { found: 5, saved: 5, missing: [] } });
    const listed = await offprint.run(['list', '--json']);
    expect(listed.json[0]).toMatchObject({ total: 1 });
    const known = await offprint.run(['add', file, '--json'], { env: proxy.environment });
    expect(known.json[0]).toMatchObject({ status: 'known', id: report?.['id'] });
  });

  it.skipIf(!present)('is found by a word of two characters', async () => {
    const proxy = await proxyFor(pictureHost);
    const offprint = offprintIn();
    await offprint.run(['add', file, '--json'], { env: proxy.environment });
    const word = expected.title.slice(0, 2);
    const found = await offprint.run(['search', word, '--json']);
    expect(found.json[0]).toMatchObject({ total: 1 });
    expect(String(found.json[1]?.['title'])).toBe(expected.title);
  });
});
