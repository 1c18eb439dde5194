// Marks in a real library: attached again, listed in the notebook, written out and merged into another library.

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NotebookFilter } from '../../../preload/contract/calls.ts';
import { noteOf, quoteOf, tagsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { startSite, type Site } from '../../site/site.ts';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';

const harbour = 'The ferry leaves the old harbour at six, when the lamps on the quay are still lit. '.repeat(6);
const page = (title: string, words: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p><p>${harbour}</p></article></body></html>`;
const everything: NotebookFilter = { query: '', color: null, tag: null, site: null, from: null, to: null };

let site: Site;
let app: TestEngine;
let other: TestEngine;
let folder: string;
let ids: readonly string[];

beforeAll(async () => {
  site = await startSite();
  site.put('/tide.html', page('The tide', `Twice a day the sea did its work at the mill. 海水每天两次推动磨坊。${harbour}`));
  site.put('/comet.html', page('The comet', `A comet came back after seventy years, fainter. ${harbour}`));
  [app, other, folder] = await Promise.all([openTestEngine(), openTestEngine(), temporaryFolder()]);
  ids = await add(app);
});
afterAll(async () => {
  await Promise.all([app.close(), other.close(), site.close(), rm(folder, { recursive: true, force: true })]);
});

async function add(engine: TestEngine): Promise<readonly string[]> {
  const inputs = ['/tide.html', '/comet.html'].map((path) => site.url(path));
  return (await engine.call('save', { inputs, tags: [], mode: 'auto', base: null })).map(({ id }) => id ?? '');
}

function mark(id: string, words: string, note = '', color: 'yellow' | 'blue' = 'yellow'): Promise<Annotation> {
  return app.call('quoteMark', { id, quote: words, prefix: '', suffix: '', note, color });
}

const find = async (filter: Partial<NotebookFilter> = {}): Promise<readonly string[]> =>
  (await app.call('notebook', { ...everything, ...filter, offset: 0, limit: 100 })).entries.map((entry) => quoteOf(entry.mark)?.exact ?? '');

it('lists all marks by article and finds them by words, colour, tag and day', async () => {
  const [tide = '', comet = ''] = ids;
  await mark(tide, 'the sea did its work', 'Twice a **day**.');
  const chinese = await mark(tide, '海水每天两次', '', 'blue');
  await app.call('editMark', { id: tide, markId: chinese.id, tags: ['水', ' sea power '] });
  await mark(comet, 'after seventy years', 'Café');
  expect(await find()).toEqual(['after seventy years', 'the sea did its work', '海水每天两次']);
  expect(await find({ query: 'cafe' })).toEqual(['after seventy years']);
  expect(await find({ query: '每天' })).toEqual(['海水每天两次']);
  expect(await find({ query: 'tide twice' })).toEqual(['the sea did its work']);
  expect(await find({ color: 'blue' })).toEqual(['海水每天两次']);
  expect(await find({ tag: 'sea power' })).toEqual(['海水每天两次']);
  expect(await find({ to: '2020-01-01' })).toEqual([]);
  expect(await find({ from: '2020-01-01', query: 'no such words' })).toEqual([]);
  const { total, articles, facets } = await app.call('notebook', { ...everything, offset: 1, limit: 1 });
  expect({ total, articles }).toEqual({ total: 3, articles: 2 });
  expect(facets).toMatchObject({ colors: [{ color: 'yellow', count: 2 }, { color: 'blue', count: 1 }], tags: [{ tag: 'sea power', count: 1 }, { tag: '水', count: 1 }] });
});

it('keeps the notebook through a rebuild, and without articles in the trash', async () => {
  await app.call('reindex', {});
  expect(await find()).toHaveLength(3);
  await app.call('delete', { ids: [ids[1] ?? ''] });
  expect(await find()).toHaveLength(2);
  await app.call('restore', { ids: [ids[1] ?? ''] });
  expect(await find()).toHaveLength(3);
});

it.each(['json', 'markdown'] as const)('writes them out as %s, and another library takes each once', async (format) => {
  const path = join(folder, format === 'json' ? 'marks.jsonld' : 'marks.md');
  expect(await app.call('exportMarks', { which: { filter: everything }, format, path })).toMatchObject({ marks: 3 });
  await add(other);
  const [first] = await other.call('save', { inputs: [path], tags: [], mode: 'auto', base: null });
  expect(first).toMatchObject(format === 'json' ? { status: 'saved', marks: { added: 3, known: 0, unplaced: [] } } : { status: 'known', marks: { added: 0, known: 3 } });
  const there = await other.call('notebook', { ...everything, offset: 0, limit: 10 });
  const here = await app.call('notebook', { ...everything, offset: 0, limit: 10 });
  const told = ({ mark: one }: { mark: Annotation }): unknown => [one.id, quoteOf(one)?.exact, noteOf(one), tagsOf(one), one.target.styleClass];
  expect(there.entries.map(told)).toEqual(here.entries.map(told));
});

it('finds the article of marks by their words where the address is another, and lists what has none', async () => {
  const [tide = ''] = ids;
  const path = join(folder, 'one.jsonld');
  await app.call('exportMarks', { which: { id: tide }, format: 'json', path });
  const elsewhere = (await readFile(path, 'utf8')).replaceAll(site.url('/tide.html'), 'https://elsewhere.example/copy').replaceAll('urn:uuid:', 'urn:x:');
  const changed = elsewhere.replaceAll('"Twice a **day**."', '"Another note"').replace('海水每天两次', '别处没有的十二个汉字的一句话');
  const merged = await app.call('importMarks', { text: changed });
  expect(merged).toMatchObject({ added: 1, known: 0, articles: [{ id: tide, title: 'The tide' }], unplaced: [{ source: 'https://elsewhere.example/copy' }] });
  expect((await app.call('marks', { id: tide })).map(noteOf)).toContain('Another note');
});

it('says what is no file of marks, and what is not there', async () => {
  await writeFile(join(folder, 'broken.jsonld'), '{"type": "AnnotationPage", "items": [');
  expect(await app.ask('importMarks', { path: join(folder, 'broken.jsonld') })).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  expect(await app.ask('importMarks', { path: join(folder, 'none.jsonld') })).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
});

it('puts a mark on another place by hand, and refuses a place without words', async () => {
  const [, comet = ''] = ids;
  const made = await mark(comet, 'A comet came back');
  const selector = [{ type: 'TextQuoteSelector', exact: 'old harbour', prefix: 'the ', suffix: ' at' }] as const;
  const moved = await app.call('editMark', { id: comet, markId: made.id, place: { captureId: 'c2', view: 'original', selector } });
  expect(moved).toMatchObject({ id: made.id, created: made.created, target: { selector, 'offprint:capture': 'c2', 'offprint:view': 'original', styleClass: 'yellow' } });
  const position = [{ type: 'TextPositionSelector', start: 1, end: 4 }] as const;
  expect(await app.ask('editMark', { id: comet, markId: made.id, place: { captureId: 'c2', view: 'reader', selector: position } })).toMatchObject({ ok: false });
});

it('loses no mark where the page or the index is damaged, and says so where the marks are', async () => {
  const [tide = ''] = ids;
  const { captures } = await app.call('article', { id: tide });
  const before = await app.call('marks', { id: tide });
  await rm(join(app.library, captures[0]?.reader ?? ''));
  expect((await app.call('marks', { id: tide })).map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
  const file = join(app.library, captures[0]?.reader ?? '', '../../../annotations.json');
  await writeFile(file, '{"items": [');
  expect(await app.ask('marks', { id: tide })).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  expect(await app.ask('removeMark', { id: tide, markId: before[0]?.id ?? '' })).toMatchObject({ ok: false, failure: { kind: 'damaged' } });
  expect(await readFile(file, 'utf8')).toBe('{"items": [');
});
