import { readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationsDocument, ArticleDocument } from '../../../main/engine/model/documents.ts';
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
