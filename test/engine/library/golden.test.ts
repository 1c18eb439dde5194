// Every format that was ever written is opened for ever: test/golden/format-N are libraries as the Offprint of their time
// made them. They are copied, opened, read, changed and verified; they are never edited.

import { cp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryFormat } from '../../../main/engine/model/documents.ts';
import { openTestEngine, temporaryFolder } from '../harness.ts';

const golden = join(import.meta.dirname, '../../golden');
const formats = await readdir(golden);

describe.each(formats)('a library of %s', (name) => {
  it('opens, answers, takes changes, and is whole', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'Library');
    await cp(join(golden, name), library, { recursive: true });
    {
      await using app = await openTestEngine({ library });
      const list = { query: '', tag: null, sort: 'newest', offset: 0, limit: 10, typing: false } as const;
      await app.engine.synced;
      const { rows } = await app.call('find', { ...list, place: 'all' });
      expect(rows.map(({ title, byline, site, published, tags, marks, status }) => ({ title, byline, site, published, tags, marks, status }))).toEqual([
        { title: 'A library kept', byline: 'A. Reader', site: 'The Slow Review', published: '2026-05-04T03:02:01Z', tags: ['golden'], marks: 1, status: 'complete' },
      ]);
      expect(await app.call('find', { ...list, place: 'trash' })).toMatchObject({ total: 1 });
      expect(await app.call('find', { ...list, place: 'all', query: '资料' })).toMatchObject({ total: 1 });
      expect(await app.call('verify', {})).toMatchObject({ damaged: [] });
      const id = rows[0]?.id ?? '';
      expect(await app.call('marks', { id })).toMatchObject([{ body: [{ value: 'kept' }], target: { styleClass: 'green' } }]);
      await app.call('setState', { ids: [id], starred: true });
      await app.reopen();
      expect(await app.call('article', { id })).toMatchObject({ starred: true, images: { found: 1, saved: 1 } });
    }
    await rm(folder, { recursive: true });
  });
});

it('there is one for each format up to the one that is written now', async () => {
  expect(formats).toContain(`format-${libraryFormat}`);
  expect(JSON.parse(await readFile(join(golden, `format-${libraryFormat}`, 'library.json'), 'utf8'))).toMatchObject({ format: libraryFormat });
});
