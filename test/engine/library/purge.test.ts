import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';

let folder = '';
let library = '';
let app: TestEngine;
beforeEach(async () => {
  folder = await temporaryFolder();
  library = join(folder, 'Library');
  await cp(join(import.meta.dirname, '../../golden/format-1'), library, { recursive: true });
  app = await openTestEngine({ library });
  // Lists are answered while a new index is filled: from here on they are whole.
  await app.engine.synced;
});
afterEach(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const all = { query: '', tag: null, sort: 'newest', offset: 0, limit: 10, typing: false } as const;

async function blobs(): Promise<string[]> {
  const found = await readdir(join(library, 'blobs'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('emptying the trash', () => {
  it('removes the article and keeps the blobs that another shows', async () => {
    const before = await blobs();
    expect(await app.call('purge', { ids: null })).toBe(1);
    expect(await app.call('find', { ...all, place: 'trash' })).toMatchObject({ total: 0 });
    expect(await blobs()).toEqual(before);
    expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
  });

  it('removes the blobs that nothing shows any more', async () => {
    const { rows } = await app.call('find', { ...all, place: 'all' });
    await app.call('delete', { ids: rows.map(({ id }) => id) });
    expect(await app.call('purge', { ids: null })).toBe(2);
    expect(await blobs()).toEqual([]);
  });

  it('leaves alone what is not in the trash', async () => {
    const { rows } = await app.call('find', { ...all, place: 'all' });
    expect(await app.call('purge', { ids: rows.map(({ id }) => id) })).toBe(0);
    expect(await app.call('find', { ...all, place: 'all' })).toMatchObject({ total: 1 });
  });

  it('removes nothing outside the blobs, whatever a manifest names', async () => {
    await mkdir(join(folder, 'victim'));
    await writeFile(join(folder, 'victim/precious.txt'), 'x');
    const trash = join(library, 'trash');
    const manifests = (await readdir(trash, { recursive: true, encoding: 'utf8' })).filter((name) => name.endsWith('manifest.json'));
    for (const name of manifests) {
      const manifest = JSON.parse(await readFile(join(trash, name), 'utf8'));
      for (const path of ['../victim', 'library.json', 'blobs/../library.json', 'articles', 'blobs/00/../../library.json', '/etc', 'blobs']) {
        manifest.resources.push({ ...manifest.resources[0], path });
      }
      await writeFile(join(trash, name), JSON.stringify(manifest));
    }
    expect(await app.call('purge', { ids: null })).toBe(1);
    expect(await readdir(join(folder, 'victim'))).toEqual(['precious.txt']);
    expect(await readdir(library)).toEqual(expect.arrayContaining(['library.json', 'articles', 'blobs']));
    expect(dirname(library)).toBe(folder);
  });

  it('keeps every blob while an article cannot be read', async () => {
    const { rows } = await app.call('find', { ...all, place: 'all' });
    const before = await blobs();
    const [row] = rows;
    await app.call('delete', { ids: [row?.id ?? ''] });
    const article = (await readdir(join(library, 'trash'), { recursive: true, encoding: 'utf8' })).find((name) => name.endsWith(join(row?.id ?? '', 'article.json')));
    await writeFile(join(library, 'trash', article ?? ''), '{');
    await app.call('purge', { ids: null });
    expect(await blobs()).toEqual(before);
  });
});
