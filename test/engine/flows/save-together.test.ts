// Saves beside each other, beside other work, and cut short at bad moments.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiles } from '../../../main/adapters/files.ts';
import type { FilesPort } from '../../../main/engine/model/ports.ts';
import type { SaveReport } from '../../../preload/contract/calls.ts';
import { fail } from '../../../preload/contract/result.ts';
import { drawPng } from '../../demo/draw.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const words = 'The lamp was lit at dusk, and put out when the last boat had passed the bar. '.repeat(10);
const page = (title: string, body = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p>${body}</article></body></html>`;
const everything = { query: '', tag: null, sort: 'newest', offset: 0, limit: 50, typing: false } as const;

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

async function reopenWith(files: FilesPort): Promise<void> {
  await app.close();
  app = await openTestEngine({ ports: { files } });
}

async function add(...inputs: string[]): Promise<readonly SaveReport[]> {
  return app.call('save', { inputs, tags: [], mode: 'auto', base: null });
}

async function total(place: 'all' | 'trash' = 'all'): Promise<number> {
  return (await app.call('find', { ...everything, place })).total;
}

async function blobs(): Promise<string[]> {
  return (await readdir(join(app.library, 'blobs'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('the same article', () => {
  it('asked for three times at once is saved once, and each input has its report', async () => {
    site.put('/a.html', page('Lamp'));
    const inputs = [site.url('/a.html'), `${site.url('/a.html')}?utm_source=x`, `${site.url('/a.html')}#top`, site.url('/a.html')];
    const reports = await add(...inputs);
    expect(reports.map(({ input }) => input)).toEqual(inputs);
    expect(reports.map(({ status }) => status).toSorted()).toEqual(['known', 'known', 'known', 'saved']);
    expect(await total()).toBe(1);
  });

  it('behind a short link is known, before its pictures are asked for again', async () => {
    site.put('/a.html', page('Lamp', '<img src="/p.png">'));
    site.put('/p.png', drawPng(1, 30, 20));
    site.rule('/short', { redirect: '/a.html', status: 302 });
    const [first] = await add(site.url('/a.html'));
    expect(await add(site.url('/short'))).toMatchObject([{ status: 'known', id: first?.id }]);
    expect(site.count('/p.png')).toBe(1);
  });
});

describe('a save', () => {
  it('while the trash is emptied keeps its pictures', async () => {
    const files = createFiles();
    const slow = { ...files, list: async (path: string) => (await wait(path.includes('articles') ? 60 : 0), files.list(path)) };
    await reopenWith(slow);
    const pictures = [1, 2, 3].map((seed) => `<img src="/p${seed}.png">`).join('');
    for (const seed of [1, 2, 3]) site.put(`/p${seed}.png`, drawPng(seed, 30, 20));
    site.put('/a.html', page('Lamp', pictures));
    site.put('/b.html', page('Bar', pictures));
    const [old] = await add(site.url('/a.html'));
    await app.call('delete', { ids: [old?.id ?? ''] });
    const [purged, [saved]] = await Promise.all([app.call('purge', { ids: null }), add(site.url('/b.html'))]);
    expect(purged).toBe(1);
    expect(saved).toMatchObject({ status: 'saved', images: { saved: 3 } });
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });

  it('that is cancelled when it is already in place is saved, and found', async () => {
    const files = createFiles();
    const controller = new AbortController();
    const aborting = {
      ...files,
      rename: async (from: string, to: string) => {
        await files.rename(from, to);
        if (/articles.\d{4}.\w{16}$/.test(to)) controller.abort();
      },
    };
    await reopenWith(aborting);
    site.put('/a.html', page('Lamp'));
    const result = await app.ask('save', { inputs: [site.url('/a.html')], tags: [], mode: 'auto', base: null }, controller.signal);
    expect(result.ok && result.value[0]).toMatchObject({ status: 'saved' });
    expect(await total()).toBe(1);
  });

  it('is not undone by a browser that cannot be started', async () => {
    await app.close();
    const browser = { find: async () => null, openSealed: () => Promise.reject(new Error('no room for its profile')), draw: async () => fail('no-browser', 'test') };
    app = await openTestEngine({ browser });
    site.put('/a.html', page('Lamp'));
    expect(await add(site.url('/a.html'))).toMatchObject([{ status: 'saved' }]);
  });

  it('that fails in the middle stops asking, and leaves nothing', async () => {
    const files = createFiles();
    let left = 30;
    const failing = {
      ...files,
      writeNew: async (path: string, bytes: Uint8Array) => {
        if (path.endsWith('.png') && (left -= 1) < 0) throw Object.assign(new Error('too many'), { code: 'EMFILE' });
        await files.writeNew(path, bytes);
      },
    };
    await reopenWith(failing);
    const names = Array.from({ length: 200 }, (_, index) => `/p${index}.png`);
    names.forEach((name, index) => site.put(name, drawPng(index, 12, 9)));
    site.put('/a.html', page('Lamp', names.map((name) => `<img src="${name}">`).join('')));
    expect(await add(site.url('/a.html'))).toMatchObject([{ status: 'failed', failure: { kind: 'busy', detail: 'EMFILE' } }]);
    const asked = site.requests.length;
    expect(asked).toBeLessThan(100);
    await wait(300);
    expect(site.requests.length).toBe(asked);
    expect(await readdir(join(app.library, 'tmp'))).toEqual([]);
    expect(await blobs()).toEqual([]);
  });

  it('drops a cookie for another domain, and goes on', async () => {
    site.put('/a.html', page('Lamp', '<img src="/p.png">'));
    site.put('/p.png', drawPng(1, 30, 20));
    site.rule('/*', { setCookie: 'sid=1; Domain=.example.com' });
    expect(await add(site.url('/a.html'))).toMatchObject([{ status: 'saved' }]);
  });
});

describe('a recapture', () => {
  it('while the picture host is down does not take the place of a complete capture', async () => {
    site.put('/a.html', page('Lamp', '<img src="/p.png">'));
    site.put('/p.png', drawPng(1, 30, 20));
    const [first] = await add(site.url('/a.html'));
    const before = await app.call('article', { id: first?.id ?? '' });
    site.rule('/p.png', { status: 503 });
    expect(await app.call('recapture', { id: before.id })).toMatchObject({ status: 'partial' });
    const after = await app.call('article', { id: before.id });
    expect(after).toMatchObject({ shown: before.shown, status: 'complete', lead: before.lead });
    expect(after.captures).toHaveLength(2);
  });

  it('of a saved file does not forget what its style lacked', async () => {
    const folder = join(app.library, '..');
    const { writeFile, mkdir } = await import('node:fs/promises');
    await mkdir(join(folder, 'a_files'), { recursive: true });
    await writeFile(join(folder, 'a_files/s.css'), `body{background:url(${site.url('/gone.png')})}`);
    await writeFile(join(folder, 'a.html'), page('Lamp', '<link rel="stylesheet" href="a_files/s.css">'));
    const [first] = await add(join(folder, 'a.html'));
    expect(first).toMatchObject({ status: 'partial', images: { found: 1, saved: 0 } });
    const again = await app.call('recapture', { id: first?.id ?? '' });
    expect(again).toMatchObject({ status: 'partial', images: { found: 1, saved: 0 } });
  });
});

describe('damage', () => {
  it('of what cannot be made anew is listed and named by verify; the others are as they were', async () => {
    site.put('/a.html', page('Lamp'));
    site.put('/b.html', page('Bar'));
    const [a, b] = await add(site.url('/a.html'), site.url('/b.html'));
    const { writeFile } = await import('node:fs/promises');
    const folderOf = (id = ''): string => join(app.library, 'articles', String(new Date().getUTCFullYear()), id);
    await writeFile(join(folderOf(a?.id ?? ''), 'article.json'), '{"title":');
    await writeFile(join(folderOf(a?.id ?? ''), 'captures', a?.captureId ?? '', 'manifest.json'), '{"title":');
    await writeFile(join(folderOf(b?.id ?? ''), 'annotations.json'), '[');
    await app.call('reindex', {});
    const { rows } = await app.call('find', { ...everything, place: 'all' });
    expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(new Map([[a?.id, 'damaged'], [b?.id, 'damaged']]));
    const report = await app.call('verify', {});
    expect(report.damaged.map(({ path, reason }) => `${path.split('/').at(-1)} ${reason}`).toSorted()).toEqual(['annotations.json unreadable', 'article.json unreadable']);
    expect(await readFile(join(folderOf(a?.id ?? ''), 'article.json'), 'utf8')).toBe('{"title":');
  });
});

describe('an export of several', () => {
  it('writes what it can, and says what it could not', async () => {
    site.put('/a.html', page('Lamp'));
    site.put('/b.html', page('Lamp'));
    const [a, b] = await add(site.url('/a.html'), site.url('/b.html'));
    const out = join(app.library, '..', 'out');
    const reports = await app.call('export', { ids: [a?.id ?? '', '0000000000000000', b?.id ?? ''], format: 'markdown', path: out });
    expect(reports.map(({ failure }) => failure?.kind ?? null)).toEqual([null, 'not-found', null]);
    expect((await readdir(out)).filter((name) => name.endsWith('.md')).toSorted()).toEqual(['Lamp 2.md', 'Lamp.md']);
  });
});
