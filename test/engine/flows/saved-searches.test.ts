// Searches that a library keeps, and what is done to many articles at once so that it can be taken back.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PutSearchRequest, SavedSearch } from '../../../preload/contract/calls.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

const harbour = 'The ferry leaves the old harbour at six, when the lamps on the quay are still lit. '.repeat(6);
const draft: PutSearchRequest['search'] = { id: null, name: 'Boats', query: 'harbour', place: 'all', tag: null, sort: 'relevance' };

let site: Site;
let app: TestEngine;
let ids: readonly string[];

beforeAll(async () => {
  site = await startSite();
  app = await openTestEngine();
  const names = ['one', 'two', 'three'];
  for (const name of names) site.put(`/${name}.html`, `<!doctype html><html lang="en"><title>Number ${name}</title><article><h1>Number ${name}</h1><p>${harbour}</p></article></html>`);
  const reports = await app.call('save', { inputs: names.map((name) => site.url(`/${name}.html`)), tags: [], mode: 'auto', base: null });
  ids = reports.map(({ id }) => id ?? '');
});
afterAll(async () => {
  await Promise.all([app.close(), site.close()]);
});

const put = (search: PutSearchRequest['search'], at: number | null = null): Promise<SavedSearch> => app.call('putSearch', { search, at });
const listed = async (): Promise<readonly (readonly [string, number])[]> => (await app.call('savedSearches', {})).map(({ name, count }) => [name, count]);

describe('searches that are kept', () => {
  it('are listed with what they find now', async () => {
    expect(await listed()).toEqual([]);
    const boats = await put(draft);
    await put({ ...draft, name: 'Two', query: 'title:two', sort: 'newest' });
    expect(await listed()).toEqual([['Boats', 3], ['Two', 1]]);
    await app.call('delete', { ids: ids.slice(0, 1) });
    expect(await listed()).toEqual([['Boats', 2], ['Two', 1]]);
    await app.call('restore', { ids: ids.slice(0, 1) });
    await put({ ...boats, name: 'Ferries' });
    expect(await listed()).toEqual([['Ferries', 3], ['Two', 1]]);
  });

  it('stand where they stood when their removal is undone', async () => {
    const [first] = await app.call('savedSearches', {});
    const removed = await app.call('removeSearch', { id: first?.id ?? '' });
    expect(removed).toMatchObject({ at: 0, search: { name: 'Ferries', query: 'harbour' } });
    expect(await listed()).toEqual([['Two', 1]]);
    await app.call('putSearch', removed);
    expect(await listed()).toEqual([['Ferries', 3], ['Two', 1]]);
    expect(await app.ask('removeSearch', { id: 'nowhere' })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  });

  it('are plain JSON in which foreign fields stay; what cannot be read is set aside', async () => {
    const path = join(app.library, 'searches.json');
    const document = JSON.parse(await readFile(path, 'utf8')) as { format: number; items: Record<string, unknown>[] };
    expect(document.format).toBe(1);
    await writeFile(path, JSON.stringify({ ...document, items: document.items.map((item) => ({ ...item, colour: 'red' })) }));
    const [first] = await app.call('savedSearches', {});
    if (first === undefined) throw new Error('no search');
    const { count: _, ...search } = first;
    await put({ ...search, name: 'Boats' });
    expect(await readFile(path, 'utf8')).toContain('"colour": "red"');
    await writeFile(path, '{"format":1,"items":[{"id":');
    expect(await listed()).toEqual([]);
    await put(draft);
    expect(await listed()).toEqual([['Boats', 3]]);
    expect((await readdir(app.library)).filter((name) => name.startsWith('searches.damaged-'))).toHaveLength(1);
  });
});

describe('many at once', () => {
  it('answers which were otherwise before, so that only those are put back', async () => {
    const [one = '', two = '', three = ''] = ids;
    expect(await app.call('setState', { ids: [two], starred: true })).toEqual([two]);
    expect(await app.call('setState', { ids: [one, two, three], starred: true })).toEqual([one, three]);
    expect(await app.call('setTags', { ids: [one], add: ['Sea'], remove: [] })).toEqual([one]);
    expect(await app.call('setTags', { ids: [one, two], add: ['sea '], remove: [] })).toEqual([two]);
    expect(await app.call('setTags', { ids: [one, three], add: [], remove: ['SEA'] })).toEqual([one]);
  });

  it('is given the ids of all hits in the order of the list', async () => {
    const question = { query: 'harbour', place: 'all', tag: null, typing: false } as const;
    for (const sort of ['title', 'newest', 'oldest'] as const) {
      const { rows } = await app.call('find', { ...question, sort, offset: 0, limit: 100 });
      expect(await app.call('allIds', { ...question, sort })).toEqual(rows.map(({ id }) => id));
    }
    expect(await app.call('allIds', { ...question, query: 'title:two', sort: 'title' })).toEqual([ids[1]]);
  });
});
