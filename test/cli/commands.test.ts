// Every command on one library, in the order of an article's life, as the design's table says it.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from '../site/site.ts';
import { offprintAt, type Ended, type Line } from './offprint.ts';
import { picture, seaside, trade } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'offprint-commands-'));
const offprint = offprintAt(folder);
let site: Site;
let added: Ended;

const rowKeys = [
  'archived', 'byline', 'deletedAt', 'id', 'images', 'language', 'lead', 'marks', 'published', 'read', 'savedAt', 'site', 'starred', 'status', 'tags', 'title', 'url', 'words',
];

beforeAll(async () => {
  site = await startSite({ resources: { '/trade.html': trade, '/harbour.png': picture } });
  writeFileSync(join(folder, 'seaside.html'), seaside);
  added = await offprint.run(['add', site.url('/trade.html'), 'seaside.html', site.url('/none.html'), 'no such thing', '--tag', 'news', '--tag', '头条', '--mode', 'static', '--json']);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

function idOf(position: number): string {
  const id = added.json[position]?.['id'];
  if (typeof id !== 'string') throw new Error(`input ${String(position)} was not saved: ${added.stdout}`);
  return id;
}

async function answers(...words: string[]): Promise<readonly Line[]> {
  const ended = await offprint.run([...words, '--json']);
  expect(ended.code, ended.stderr).toBe(0);
  return ended.json;
}

describe('add', () => {
  it('answers for each input in order, and goes on after one that fails', () => {
    expect(added.json.map((line) => [line['input'], line['status']])).toEqual([
      [site.url('/trade.html'), 'saved'], ['seaside.html', 'saved'], [site.url('/none.html'), 'failed'], ['no such thing', 'failed'],
    ]);
    expect(added.code).toBe(1);
  });

  it('answers with the fields of the contract', () => {
    const [saved, , gone, odd] = added.json;
    expect(Object.keys(saved ?? {}).sort()).toEqual([
      'byline', 'captureId', 'id', 'images', 'input', 'language', 'published', 'site', 'status', 'title', 'tookMs', 'url', 'words',
    ]);
    expect(saved).toMatchObject({ title: '商务部回应关税', language: 'zh', images: { found: 1, saved: 1, missing: [] } });
    expect(gone).toMatchObject({ error: { kind: 'not-found' } });
    expect(odd).toMatchObject({ error: { kind: 'bad-input' } });
  });

  it('says on stderr, in a sentence, what failed', () => {
    expect(added.stderr).toContain('Not found: ');
    expect(added.stderr).not.toMatch(/\bat \S+ \(/);
  });

  it('knows an address again', async () => {
    const [again] = await answers('add', site.url('/trade.html'));
    expect(again).toMatchObject({ status: 'known', id: idOf(0) });
  });
});

describe('list and search', () => {
  it('lists all, newest first, after a line with the total', async () => {
    const [head, ...hits] = await answers('list');
    expect(head).toMatchObject({ total: 2 });
    expect(Object.keys(head ?? {}).sort()).toEqual(['tookMs', 'total']);
    expect(hits).toHaveLength(2);
    expect(Object.keys(hits[0] ?? {}).sort()).toEqual(['id', 'published', 'savedAt', 'site', 'snippet', 'tags', 'title']);
    expect(hits[0]).toMatchObject({ tags: ['news', '头条'] });
  });

  it('finds two characters, with marks in the snippet', async () => {
    const [head, hit] = await answers('search', '商务', '-灯塔', '--limit', '5', '--sort', 'newest');
    expect(head).toMatchObject({ total: 1 });
    expect(hit).toMatchObject({ id: idOf(0), snippet: expect.stringContaining('<mark>商务</mark>部发言人') as string });
  });

  it('takes a query of several words, and a limit', async () => {
    expect((await answers('search', 'lighthouses', 'OR', '贸易战')).map(({ total }) => total)[0]).toBe(2);
    expect(await answers('list', '--limit', '1')).toHaveLength(2);
  });

  it('says on stderr what was odd and what was perhaps meant; the first line stays what it is', async () => {
    const { json, stderr } = await offprint.run(['search', 'lighthuoses', '--json']);
    expect(json).toEqual([{ total: 0, tookMs: expect.any(Number) as number }]);
    expect(stderr).toContain('did you mean: lighthouses');
    expect((await offprint.run(['search', 'is:lovely'])).stderr).toContain('searched as text: is:lovely');
  });

  it('counts what the hits have in common, with the words that narrow to it', async () => {
    const facets = (await answers('search', '商务', '--facets')).at(-1)?.['facets'];
    expect(facets).toMatchObject({ tags: expect.arrayContaining([{ value: '头条', count: 1, narrow: 'tag:头条' }]) as unknown });
    expect((await offprint.run(['search', '商务', '--facets'])).stdout).toContain('tag:头条 1');
  });

  it('is tidy and without colour for people in a pipe', async () => {
    const { stdout, code } = await offprint.run(['list', 'tag:头条']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('2 articles');
    expect(stdout).toContain('A Walk along the Sea');
    expect(stdout).not.toContain('\u001b');
  });
});

describe('show', () => {
  it('gives the article, its words and its pages', async () => {
    const [article] = await answers('show', idOf(0));
    expect(article).toMatchObject({ id: idOf(0), captures: [{ id: added.json[0]?.['captureId'] }] });
    const text = await offprint.run(['show', idOf(0), '--format', 'text']);
    expect(text.stdout).toContain('贸易战没有赢家');
    const reader = await offprint.run(['show', idOf(0), '--format', 'reader', '--capture', String(added.json[0]?.['captureId'])]);
    expect(reader.stdout).toMatch(/<html/i);
    expect((await offprint.run(['show', idOf(0), '--format', 'markdown'])).stdout).toMatch(/^---\n/);
  });

  it('fails for what is not there', async () => {
    const unknown = await offprint.run(['show', 'no-such-id', '--json']);
    expect(unknown.code).toBe(1);
    expect(unknown.json[0]).toMatchObject({ id: 'no-such-id', error: { kind: 'not-found' } });
    expect((await offprint.run(['show', idOf(0), '--capture', 'none'])).code).toBe(1);
  });
});

describe('changes', () => {
  it('adds and removes tags, and answers with the row', async () => {
    const [row] = await answers('tag', idOf(1), '+sea', '-news', '-头条');
    expect(Object.keys(row ?? {}).sort()).toEqual(rowKeys);
    expect(row?.['tags']).toEqual(['sea']);
    expect((await offprint.run(['tag', idOf(1)])).code).toBe(2);
  });

  it('marks a passage and lists marks', async () => {
    const [mark] = await answers('annotate', idOf(0), '--quote', '贸易战没有赢家', '--note', 'to remember', '--color', 'blue');
    expect(mark).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', target: { styleClass: 'blue' } });
    expect(await answers('annotations', idOf(0))).toEqual([mark]);
    expect(await answers('annotations')).toEqual([mark]);
    const markdown = await offprint.run(['annotations', '--format', 'markdown']);
    expect(markdown.stdout).toContain('> 贸易战没有赢家\n\nto remember');
    expect((await answers('search', 'note:remember'))[0]).toMatchObject({ total: 1 });
    const missing = await offprint.run(['annotate', idOf(0), '--quote', 'words that are not there', '--json']);
    expect([missing.code, missing.json[0]]).toMatchObject([1, { error: { kind: 'not-found' } }]);
  });

  it('puts an article in the trash and takes it out again', async () => {
    expect((await answers('delete', idOf(1)))[0]).toMatchObject({ id: idOf(1), deletedAt: expect.any(String) as string });
    expect((await answers('list'))[0]).toMatchObject({ total: 1 });
    expect((await answers('list', '--place', 'trash'))[0]).toMatchObject({ total: 1 });
    expect((await answers('restore', idOf(1)))[0]).toMatchObject({ deletedAt: null });
    expect((await answers('list'))[0]).toMatchObject({ total: 2 });
    const unknown = await offprint.run(['delete', 'no-such-id', '--json']);
    expect([unknown.code, unknown.json[0]]).toMatchObject([1, { id: 'no-such-id', error: { kind: 'not-found' } }]);
  });

  it('fetches what is missing: where that is nothing, no capture comes of it', async () => {
    expect((await answers('recapture', idOf(0), '--missing'))[0]).toMatchObject({ status: 'known', captureId: added.json[0]?.['captureId'] });
  });

  it('takes an article again', async () => {
    const [report] = await answers('recapture', idOf(0));
    expect(report).toMatchObject({ id: idOf(0), status: 'saved' });
    expect(report?.['captureId']).not.toBe(added.json[0]?.['captureId']);
    const [compared] = await answers('diff', idOf(0));
    expect(compared).toEqual({ changed: false, inserted: 0, deleted: 0, images: { added: [], removed: [], changed: [] }, hunks: [] });
  });
});

describe('export and import', () => {
  it('writes one article to a file, and several into a folder', async () => {
    const [one] = await answers('export', idOf(0), '--format', 'markdown', '--out', 'trade.md');
    const text = readFileSync(join(folder, 'trade.md'));
    // The picture lies beside the text.
    expect(one).toEqual({ id: idOf(0), path: join(folder, 'trade.md'), bytes: Buffer.byteLength(text) + picture.length });
    mkdirSync(join(folder, 'exports'), { recursive: true });
    const [named] = await answers('export', idOf(1), '--format', 'html', '--out', 'exports');
    expect(named?.['path']).toBe(join(folder, 'exports', 'A Walk along the Sea.html'));
    expect(await answers('export', idOf(0), idOf(1), '--format', 'html', '--out', 'exports')).toHaveLength(2);
  });

  it('imports folders and lists of links, and says what it cannot read yet', async () => {
    const imports = join(folder, 'imports');
    mkdirSync(join(imports, 'page_files'), { recursive: true });
    writeFileSync(join(imports, 'page.html'), seaside.replaceAll('Walk', 'Run').replace('sunrise', 'sunset'));
    writeFileSync(join(imports, 'page_files', 'frame.html'), seaside);
    writeFileSync(join(folder, 'links.txt'), `# mine\n${site.url('/trade.html')}\n`);
    writeFileSync(join(folder, 'bookmarks.docx'), 'x');
    const ended = await offprint.run(['import', 'imports', 'links.txt', 'bookmarks.docx', '--json']);
    expect(ended.code, ended.stderr).toBe(2);
    expect(ended.json.map(({ status }) => status)).toEqual(['saved', 'known', 'failed', undefined]);
    expect(ended.json.at(-1)).toEqual({ summary: { total: 3, saved: 1, partial: 0, known: 1, failed: 1 } });
  });
});

describe('extract', () => {
  it('takes an article without saving it', async () => {
    const [article] = await answers('extract', 'seaside.html', '--url', 'https://sea.example/walk');
    expect(Object.keys(article ?? {}).sort()).toEqual(['byline', 'html', 'images', 'language', 'published', 'site', 'text', 'title']);
    expect(article?.['text']).toContain('two lighthouses');
  });

  it('explains what was taken, and why the rest was left out', async () => {
    const [article] = await answers('extract', 'seaside.html', '--url', 'https://sea.example/walk', '--explain');
    expect(article?.['choice']).toMatchObject({ from: 'element' });
    expect(article?.['dropped']).toBeInstanceOf(Array);
    const told = await offprint.run(['extract', 'seaside.html', '--url', 'https://sea.example/walk', '--explain']);
    expect(told.stderr).toContain('The article is');
    expect(told.stdout).not.toContain('The article is');
  });

  it('answers for each line of stdin in order', async () => {
    const lines = ['{"file":"seaside.html","url":"https://sea.example/"}', '', 'not json', '{"file":"none.html"}', JSON.stringify({ file: site.url('/trade.html') })];
    const ended = await offprint.run(['extract', '--stdin', '--json'], { stdin: lines.join('\n'), env: { OFFPRINT_LIBRARY: '/nowhere/at/all' } });
    expect(ended.json.map((line) => line['title'] ?? (line['error'] as Line)['kind'])).toEqual(['A Walk along the Sea', 'bad-input', 'not-found', '商务部回应关税']);
    expect(ended.code).toBe(1);
  });
});

describe('care', () => {
  it('verifies, makes the index anew, and says what is installed', async () => {
    const [verified] = await answers('verify');
    expect(verified).toMatchObject({ ok: true, damaged: [] });
    rmSync(join(offprint.library, 'cache'), { recursive: true });
    expect((await answers('search', '商务'))[0]).toMatchObject({ total: 1 });
    expect((await answers('reindex'))[0]).toMatchObject({ articles: 3 });
    expect((await answers('doctor'))[0]).toMatchObject({ library: { path: offprint.library, articles: 3 } });
  });

  it('finds damage', async () => {
    const blobs = join(offprint.library, 'blobs');
    const image = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.png')) ?? '';
    writeFileSync(join(blobs, image), 'not what it was');
    const ended = await offprint.run(['verify', '--json']);
    expect(ended.code).toBe(1);
    expect(ended.json[0]).toMatchObject({ ok: false, damaged: [{ reason: 'changed' }] });
  });
});
