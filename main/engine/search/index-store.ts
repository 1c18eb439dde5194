// The index as its users see it: opens the file, keeps each change in one transaction, and starts afresh when damage is met.

import type { Counts, FindAnswer, FindRequest, NotebookAnswer, NotebookRequest } from '../../../preload/contract/calls.ts';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import { countArticles } from './count-articles.ts';
import { isDamage, type Database } from './database.ts';
import { findArticles, rowOf } from './find-articles.ts';
import type { Index, IndexedArticle, IndexedFolder, RowPatch } from './index-types.ts';
import { openDatabase, openNew, type OpenedDatabase } from './open-database.ts';
import { emptyNotebook, findMarks } from './mark-table.ts';
import { patchArticle } from './patch-article.ts';
import { writeFact } from './schema.ts';
import { deleteArticle, insertArticle, writeWordCounts, type WordCounts } from './stored-article.ts';

/** Articles written in one transaction while filling: large enough to be fast, small enough to let others in between. */
const batchSize = 100;

/**
 * Opens the index at a path (its folder is made). What is damaged, missing or of another version is thrown away; the
 * answer is then `fresh`, to be filled by the caller. With `read`, or where nothing can be written, such an index
 * lives in memory. Never throws.
 */
export function openIndex(path: string, access: 'write' | 'read'): Index {
  return new SqliteIndex(path, openDatabase(path, access));
}

class SqliteIndex implements Index {
  readonly #path: string;
  #database: Database;
  #fresh: boolean;
  #inMemory: boolean;
  /** The last key given for a second in which several articles were saved, so that the next free one is found at once. */
  readonly #lastKeys = new Map<number, number>();

  constructor(path: string, opened: OpenedDatabase) {
    this.#path = path;
    this.#database = opened.database;
    this.#fresh = opened.fresh;
    this.#inMemory = opened.inMemory;
  }

  get fresh(): boolean {
    return this.#fresh;
  }

  get inMemory(): boolean {
    return this.#inMemory;
  }

  put(article: IndexedArticle): void {
    this.#putBatch([article]);
  }

  async putMany(articles: Iterable<IndexedArticle> | AsyncIterable<IndexedArticle>): Promise<number> {
    let count = 0;
    let batch: IndexedArticle[] = [];
    const flush = async (): Promise<void> => {
      this.#putBatch(batch);
      count += batch.length;
      batch = [];
      await new Promise(setImmediate);
    };
    for await (const article of articles) {
      batch.push(article);
      if (batch.length >= batchSize) await flush();
    }
    if (batch.length > 0) await flush();
    this.settle();
    return count;
  }

  updateRow(id: string, patch: RowPatch): boolean {
    return this.#change(false, (counts) => {
      const key = this.#keyOf(id);
      return key !== null && patchArticle(this.#database, key, patch, counts);
    });
  }

  remove(id: string): void {
    this.#change(null, (counts) => {
      const key = this.#keyOf(id);
      if (key !== null) deleteArticle(this.#database, key, counts);
      return null;
    });
  }

  clear(): void {
    if (this.#inMemory) for (const { id } of this.ids()) this.remove(id);
    else this.#startAfresh();
    this.#fresh = true;
  }

  settle(): void {
    this.#change(null, () => {
      writeFact(this.#database, 'filled', 'yes');
      return null;
    });
    this.#fresh = false;
  }

  find(request: FindRequest): FindAnswer {
    return this.#read({ total: 0, tookMs: 0, rows: [] }, () => findArticles(this.#database, request));
  }

  counts(): Counts {
    return this.#read({ all: 0, unread: 0, starred: 0, archived: 0, trash: 0, tags: [] }, () => countArticles(this.#database));
  }

  notebook(request: NotebookRequest): NotebookAnswer {
    return this.#read(emptyNotebook, () => findMarks(this.#database, request));
  }

  row(id: string): ArticleRow | null {
    return this.#read(null, () => {
      const key = this.#keyOf(id);
      return key === null ? null : rowOf(this.#database, key, []);
    });
  }

  folder(id: string): string | null {
    return this.#read(null, () => this.#database.one<{ folder: string }>('SELECT folder FROM article WHERE id = ?', id)?.folder ?? null);
  }

  ids(): readonly IndexedFolder[] {
    return this.#read([], () => this.#database.all<IndexedFolder>('SELECT id, folder, revision FROM article ORDER BY key'));
  }

  knownAs(address: string): string | null {
    const sql = 'SELECT article.id FROM address JOIN article USING (key) WHERE address = ? ORDER BY article.place, article.key DESC LIMIT 1';
    return this.#read(null, () => this.#database.one<{ id: string }>(sql, address)?.id ?? null);
  }

  close(): void {
    this.#database.close();
  }

  #putBatch(articles: readonly IndexedArticle[]): void {
    this.#change(null, (counts) => {
      for (const article of articles) {
        const { id, savedAt } = article.row;
        const known = this.#database.one<{ key: number; saved: string }>('SELECT key, saved FROM article WHERE id = ?', id);
        if (known !== null) deleteArticle(this.#database, known.key, counts);
        insertArticle(this.#database, known?.saved === savedAt ? known.key : this.#freeKey(savedAt), article, counts);
      }
      return null;
    });
  }

  /** A change in one transaction. When damage is met the index starts afresh, without the change. */
  #change<T>(afterDamage: T, work: (counts: WordCounts) => T): T {
    return this.#read(afterDamage, () =>
      this.#database.transaction(() => {
        const counts: WordCounts = new Map();
        const answer = work(counts);
        writeWordCounts(this.#database, counts);
        return answer;
      }),
    );
  }

  #read<T>(afterDamage: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#startAfresh();
      return afterDamage;
    }
  }

  #startAfresh(): void {
    try {
      this.#database.close();
    } catch {
      // A damaged file may refuse even to be closed.
    }
    const opened = openNew(this.#path) ?? openDatabase(':memory:', 'write');
    this.#database = opened.database;
    this.#inMemory = opened.inMemory;
    this.#fresh = true;
    this.#lastKeys.clear();
  }

  #keyOf(id: string): number | null {
    return this.#database.one<{ key: number }>('SELECT key FROM article WHERE id = ?', id)?.key ?? null;
  }

  #freeKey(savedAt: string): number {
    const milliseconds = Date.parse(savedAt);
    const second = Number.isNaN(milliseconds) ? 0 : Math.floor(milliseconds / 1000);
    let key = this.#lastKeys.get(second) ?? second;
    while (this.#database.one('SELECT 1 FROM article WHERE key = ?', key) !== null) key += 1;
    this.#lastKeys.set(second, key);
    return key;
  }
}
