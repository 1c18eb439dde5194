// The index as a file: changes, damage, versions, readers beside the writer.

import { openSync, readFileSync, statSync, writeFileSync, writeSync, closeSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openIndex } from '../../../main/engine/search/index-store.ts';
import type { Index } from '../../../main/engine/search/index-types.ts';
import { makerFrom } from './made-articles.ts';
import { article, find, foundIds, temporaryFolder, temporaryIndex } from './search-room.ts';

function opened(path: string, access: 'write' | 'read' = 'write'): Index {
  const index = openIndex(path, access);
  onTestFinished(() => index.close());
  return index;
}

async function filledFile(count: number): Promise<string> {
  const path = join(temporaryFolder(), 'cache', 'index.sqlite');
  const index = openIndex(path, 'write');
  const maker = makerFrom(9, 100);
  await index.putMany(Array.from({ length: count }, (_, number) => maker.article(number)));
  index.settle();
  index.close();
  return path;
}

describe('changes', () => {
  it('replaces an article by its id', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: 'old words', tags: ['old'], knownAs: ['https://old.example/'] }));
    index.put(article('it', { text: 'new words', tags: ['new'], knownAs: ['https://new.example/'] }));
    expect(foundIds(index, 'old')).toEqual([]);
    expect(foundIds(index, 'new words')).toEqual(['it']);
    expect(index.counts().tags).toEqual([{ tag: 'new', count: 1 }]);
    expect(index.knownAs('https://old.example/')).toBeNull();
    expect(index.knownAs('https://new.example/')).toBe('it');
    expect(index.ids()).toHaveLength(1);
  });

  it('forgets what is removed, completions of its words too', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: 'zebra' }));
    index.remove('it');
    index.remove('unknown');
    expect(find(index, 'zeb', { typing: true }).total).toBe(0);
    expect(index.row('it')).toBeNull();
    expect(index.folder('it')).toBeNull();
    expect(index.counts().all).toBe(0);
  });

  it('changes a state, a tag, a note and a folder in place', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: 'body', tags: ['one'] }));
    expect(index.updateRow('it', { read: true, starred: true })).toBe(true);
    expect(foundIds(index, 'body is:read is:starred')).toEqual(['it']);
    index.updateRow('it', { tags: ['two'], marks: 1, quotes: 'marked passage', notes: 'remember' });
    expect(foundIds(index, 'tag:two has:note note:"marked passage" body')).toEqual(['it']);
    expect(foundIds(index, 'tag:one')).toEqual([]);
    index.updateRow('it', { deletedAt: '2025-05-05T00:00:00Z', folder: 'trash/it', revision: '2' });
    expect(index.ids().map((entry) => ({ ...entry }))).toEqual([{ id: 'it', folder: 'trash/it', revision: '2' }]);
    expect(index.counts()).toMatchObject({ all: 0, trash: 1, tags: [] });
    expect(index.updateRow('unknown', { read: true })).toBe(false);
  });

  it('keeps the order of articles saved within one second', () => {
    const index = temporaryIndex();
    for (const id of ['a', 'b', 'c']) index.put(article(id, { text: 'word' }));
    index.put(article('b', { text: 'word again' }));
    expect(foundIds(index, 'word', { sort: 'newest' })).toEqual(['c', 'b', 'a']);
  });

  it('prefers an article in use to one in the trash for an address', () => {
    const index = temporaryIndex();
    index.put(article('used', { knownAs: ['https://x.example/'] }));
    index.put(article('gone', { knownAs: ['https://x.example/'], deletedAt: '2025-05-05T00:00:00Z', savedAt: '2025-04-01T00:00:00Z' }));
    expect(index.knownAs('https://x.example/')).toBe('used');
  });
});

describe('the file', () => {
  it('is fresh until it has been filled, also over a restart', async () => {
    const path = join(temporaryFolder(), 'deep', 'cache', 'index.sqlite');
    const first = openIndex(path, 'write');
    expect(first.fresh).toBe(true);
    first.put(article('it'));
    first.close();
    const second = opened(path);
    expect(second.fresh).toBe(true);
    await second.putMany([article('it')]);
    expect(second.fresh).toBe(true);
    second.settle();
    expect(second.fresh).toBe(false);
    const third = opened(path, 'read');
    expect([third.fresh, third.inMemory]).toEqual([false, false]);
  });

  it('is thrown away when it is no database, cut short, or of another version', async () => {
    const damages: readonly ((path: string) => void)[] = [
      (path) => writeFileSync(path, 'this is no database at all, but a text that is long enough to be taken for a header of one ........................'),
      (path) => writeFileSync(path, readFileSync(path).subarray(0, 10_000)),
      (path) => writeFileSync(path, ''),
      (path) => {
        const database = new DatabaseSync(path);
        database.exec('PRAGMA user_version = 999');
        database.close();
      },
    ];
    for (const damage of damages) {
      const path = await filledFile(40);
      damage(path);
      const index = opened(path);
      expect(index.fresh).toBe(true);
      expect(find(index, '').total).toBe(0);
      index.put(article('it', { text: 'again' }));
      expect(foundIds(index, 'again')).toEqual(['it']);
    }
  });

  it('starts afresh when damage is met in the middle of work', async () => {
    const path = await filledFile(400);
    const size = statSync(path).size;
    const file = openSync(path, 'r+');
    for (let at = 8192 * 3; at < size - 8192; at += 8192) writeSync(file, Buffer.alloc(8000, 0x5a), 0, 8000, at);
    closeSync(file);
    const index = opened(path);
    for (const query of ['', 'ca', '一', 'tag:头条', 'ten ri']) expect(() => find(index, query)).not.toThrow();
    expect(index.fresh).toBe(true);
    await index.putMany([article('it', { text: 'again' })]);
    expect(foundIds(index, 'again')).toEqual(['it']);
  });

  it('starts afresh when a stored text does not unpack', async () => {
    for (const change of [`UPDATE body SET packed = x'28b52ffd00'`, `UPDATE shown SET row = '{'`]) {
      const path = await filledFile(30);
      const database = new DatabaseSync(path);
      database.exec(change);
      database.close();
      const index = opened(path);
      expect(index.fresh).toBe(false);
      expect(find(index, 'ca OR 一 OR ten').rows).toEqual([]);
      expect(index.fresh).toBe(true);
    }
  });

  it('is not made by a reader: a missing one lives in memory', () => {
    const path = join(temporaryFolder(), 'index.sqlite');
    const index = opened(path, 'read');
    expect([index.fresh, index.inMemory]).toEqual([true, true]);
    index.put(article('it', { text: 'here' }));
    expect(foundIds(index, 'here')).toEqual(['it']);
    expect(existsSync(path)).toBe(false);
    index.clear();
    expect(find(index, '').total).toBe(0);
  });

  it('lives in memory where its folder cannot be', () => {
    const blocked = join(temporaryFolder(), 'file');
    writeFileSync(blocked, '');
    const index = opened(join(blocked, 'index.sqlite'));
    expect([index.fresh, index.inMemory]).toEqual([true, true]);
    index.put(article('it', { text: 'here' }));
    expect(foundIds(index, 'here')).toEqual(['it']);
  });

  it('shows a reader what the writer has added', async () => {
    const path = await filledFile(5);
    const writer = opened(path);
    const reader = opened(path, 'read');
    writer.put(article('it', { text: 'unheardof' }));
    expect(foundIds(reader, 'unheardof')).toEqual(['it']);
  });

  it('can be emptied for a rebuild', async () => {
    const path = await filledFile(5);
    const index = opened(path);
    expect(index.fresh).toBe(false);
    index.clear();
    expect(index.fresh).toBe(true);
    expect(index.ids()).toEqual([]);
  });
});
