import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationsDocument, ArticleDocument, SearchesDocument } from '../../../main/engine/model/documents.ts';
import { copyOf } from '../../../main/engine/library/conflict-copies.ts';
import { openTestEngine, temporaryFolder } from '../harness.ts';

const words = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. '.repeat(8);

describe('the name of a conflicting copy', () => {
  it.each([
    ['article.sync-conflict-20260102-030405-ABCDEFG.json', 'article.json'],
    ['annotations.sync-conflict-20260102-030405-ABCDEFG.json', 'annotations.json'],
    ["article (Ada's conflicted copy 2026-01-02).json", 'article.json'],
    ['article (conflicted copy 2026-01-02 030405).json', 'article.json'],
    ['annotations (李雷 的冲突副本 2026-01-02).json', 'annotations.json'],
    ['article 2.json', 'article.json'],
    ['annotations (1).json', 'annotations.json'],
    ['article-LAPTOP-3.json', 'article.json'],
    ['searches.sync-conflict-20260102-030405-ABCDEFG.json', 'searches.json'],
    ["inputs (Ada's conflicted copy 2026-01-02).json", 'inputs.json'],
    ['library 2.json', 'library.json'],
    ['inputs.damaged-2026-01-02T03-04-05-000Z.json', null],
    ['article.json', null],
    ['annotations.json', null],
    ['article.damaged-2026-01-02T03-04-05-000Z.json', null],
    ['articles of mine.json', null],
    ['manifest.json', null],
  ])('%s', (name, document) => {
    expect(copyOf(name)).toBe(document);
  });
});

describe('two machines on one folder', () => {
  it('lose neither tags nor marks nor captures, whichever copy is the newer', async () => {
    for (const theirsIsNewer of [true, false]) {
      await using app = await openTestEngine();
      const note = join(await temporaryFolder(), 'note.md');
      await writeFile(note, `---\ntitle: A note\n---\n\n${words}\n`);
      const [report] = await app.call('save', { inputs: [note], tags: ['Both'], mode: 'static', base: null });
      const id = report?.id ?? '';
      const mark = await app.call('quoteMark', { id, quote: 'the creek narrows', prefix: '', suffix: '', note: 'ours', color: 'yellow' });
      await app.call('setTags', { ids: [id], add: ['Ours'], remove: [] });
      const folder = join(app.library, 'articles', String(new Date().getUTCFullYear()), id);
      const article = JSON.parse(await readFile(join(folder, 'article.json'), 'utf8')) as ArticleDocument;
      const annotations = JSON.parse(await readFile(join(folder, 'annotations.json'), 'utf8')) as AnnotationsDocument;
      const theirMark = { ...mark, id: 'urn:uuid:0f0e0d0c-0000-4000-8000-000000000001', created: mark.created };
      const changedMark = { ...mark, modified: '2099-01-01T00:00:00Z', body: [{ type: 'TextualBody', value: 'theirs', format: 'text/markdown', purpose: 'commenting' }] };
      const articleCopy = join(folder, 'article.sync-conflict-20260102-030405-ABCDEFG.json');
      const marksCopy = join(folder, 'annotations (conflicted copy 2026-01-02).json');
      await writeFile(articleCopy, JSON.stringify({ ...article, tags: ['Both', 'Theirs'], state: { ...article.state, starred: true } }));
      await writeFile(marksCopy, JSON.stringify({ ...annotations, items: [changedMark, theirMark] }));
      const at = new Date(Date.now() + (theirsIsNewer ? 60_000 : -60_000));
      await utimes(articleCopy, at, at);
      await utimes(marksCopy, at, at);
      await app.reopen();
      await app.engine.synced;
      const view = await app.call('article', { id });
      expect(view.tags.toSorted()).toEqual(['Both', 'Ours', 'Theirs']);
      expect(view.starred).toBe(theirsIsNewer);
      const marks = await app.call('marks', { id });
      expect(marks.map((one) => one.id).toSorted()).toEqual([theirMark.id, mark.id].toSorted());
      expect(marks.find((one) => one.id === mark.id)?.body).toMatchObject([{ value: 'theirs' }]);
      expect((await readdir(folder)).toSorted()).toEqual(['annotations.json', 'article.json', 'captures']);
      expect((await app.call('verify', {})).damaged).toEqual([]);
    }
  });

  it('lose no kept search and nothing that is yet to be added', async () => {
    await using app = await openTestEngine({ stays: true });
    const search = (name: string) => ({ id: null, name, query: name, place: 'all', tag: null, sort: 'newest' }) as const;
    await app.call('putSearch', { search: search('ours'), at: null });
    await app.call('putSearch', { search: search('both'), at: null });
    const lost = join(await temporaryFolder(), 'ours.md');
    await app.call('save', { inputs: [lost], tags: ['Sea'], mode: 'static', base: null });
    await app.engine.close();
    const path = (name: string): string => join(app.library, name);
    const searches = JSON.parse(await readFile(path('searches.json'), 'utf8')) as SearchesDocument;
    const inputs = JSON.parse(await readFile(path('inputs.json'), 'utf8')) as { items: object[] };
    const both = searches.items.find(({ name }) => name === 'both');
    await writeFile(path('searches (conflicted copy 2026-01-02).json'), JSON.stringify({ ...searches, items: [{ ...both, name: 'renamed' }, { ...both, id: 'x1', name: 'theirs' }] }));
    await writeFile(path('inputs.sync-conflict-20260102-030405-ABCDEFG.json'), JSON.stringify({ ...inputs, items: inputs.items.map((item) => ({ ...item, input: 'https://example.org/theirs' })) }));
    await writeFile(path('library 2.json'), await readFile(path('library.json')));
    const later = new Date(Date.now() + 60_000);
    await utimes(path('searches (conflicted copy 2026-01-02).json'), later, later);
    await app.reopen();
    expect((await app.call('savedSearches', {})).map(({ name }) => name)).toEqual(['renamed', 'theirs', 'ours']);
    expect(new Set((await app.call('jobs', {})).map(({ report }) => report?.input))).toEqual(new Set([lost, 'https://example.org/theirs']));
    await app.engine.synced;
    expect((await readdir(app.library)).filter((name) => name.endsWith('.json')).toSorted()).toEqual(['inputs.json', 'library.json', 'lock.json', 'searches.json']);
    // What comes while the library is open is united when the folder is looked through.
    await writeFile(path('searches 2.json'), JSON.stringify({ ...searches, items: [{ ...both, id: 'x2', name: 'late' }] }));
    await app.call('reindex', {});
    expect((await app.call('savedSearches', {})).map(({ name }) => name)).toContain('late');
  });

  it('a copy that cannot be read stays where it is', async () => {
    await using app = await openTestEngine();
    const note = join(await temporaryFolder(), 'note.md');
    await writeFile(note, `---\ntitle: A note\n---\n\n${words}\n`);
    const [report] = await app.call('save', { inputs: [note], tags: [], mode: 'static', base: null });
    const folder = join(app.library, 'articles', String(new Date().getUTCFullYear()), report?.id ?? '');
    await writeFile(join(folder, 'article 2.json'), '{"title":');
    await app.reopen();
    await app.engine.synced;
    expect((await app.call('article', { id: report?.id ?? '' })).title).toBe('A note');
    expect(await readdir(folder)).toContain('article 2.json');
  });
});
