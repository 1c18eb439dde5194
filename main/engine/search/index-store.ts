// The index as its users see it: opens the file, keeps each change in one transaction, asks, and starts afresh when the
// file is damaged or cannot be used any more.

import type { AllIdsRequest, Counts, Facets, FacetsRequest, FindAnswer, FindRequest, NotebookAnswer, NotebookRequest, TextHit } from '../../../preload/contract/calls.ts';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { Asking } from './find/asking.ts';
import { countArticles } from './find/count-articles.ts';
import { countFacets } from './find/facets.ts';
import { countHits, idsOfHits } from './find/all-hits.ts';
import { findArticles, rowOf, type Desk } from './find/find-articles.ts';
import { findInText } from './find/find-in-text.ts';
import { relatedArticles } from './find/related.ts';
import { Remembered } from './find/remembered.ts';
import type { Index, IndexedArticle, IndexedFolder, RowPatch } from './index-types.ts';
import { isDamage, isUnusable } from './store/database.ts';
import type { Ground } from './store/ground.ts';
import { emptyNotebook, findMarks, readMarks } from './store/mark-table.ts';
import { openDatabase, openInMemory, openNew, type OpenedDatabase } from './store/open-database.ts';
import { writeFact } from './store/schema.ts';
import { docOf, hashOf } from './store/stored-article.ts';
import { Writer } from './store/writer.ts';

/**
 * Opens the index at a path (its folder is made). What is damaged, missing or of another version is thrown away; the
 * answer is then `fresh`, to be filled by the caller. With `read`, or where nothing can be written, such an index
 * lives in memory. Never throws.
 */
export function openIndex(path: string, access: 'write' | 'read', now: () => Date = () => new Date()): Index {
  return new SqliteIndex(path, openDatabase(path, access), now);
}

class SqliteIndex implements Index {
  readonly #path: string;
  readonly #now: () => Date;
  readonly #remembered = new Remembered();
  readonly #whenLost: (() => void)[] = [];
  #opened: OpenedDatabase;
  #fresh: boolean;
  #writer: Writer;

  constructor(path: string, opened: OpenedDatabase, now: () => Date) {
    this.#path = path;
    this.#now = now;
    this.#opened = opened;
    this.#fresh = opened.fresh;
    this.#writer = this.#writerOf(opened);
  }

  get fresh(): boolean {
    return this.#fresh;
  }

  get inMemory(): boolean {
    return this.#opened.inMemory;
  }

  whenLost(listener: () => void): void {
    this.#whenLost.push(listener);
  }

  put(article: IndexedArticle): void {
    this.#guarded(null, () => this.#writer.put([article]));
    this.#writer.tidySoon();
  }

  async putMany(articles: Iterable<IndexedArticle> | AsyncIterable<IndexedArticle>): Promise<number> {
    let count = 0;
    let batch = this.#writer.batch();
    const flush = async (): Promise<void> => {
      count += batch.size;
      this.#guarded(null, () => batch.write());
      await this.#writer.tidy(false);
      batch = this.#writer.batch();
    };
    for await (const article of articles) {
      batch.add(article);
      if (batch.isFull) await flush();
    }
    if (batch.size > 0) await flush();
    return count;
  }

  updateRow(id: string, patch: RowPatch): boolean {
    return this.#guarded(false, () => this.#writer.patch(id, patch));
  }

  remove(id: string): void {
    this.#guarded(null, () => this.#writer.remove(id));
  }

  clear(): void {
    this.#startAfresh(!this.#opened.inMemory);
  }

  settle(): void {
    this.#guarded(null, () => writeFact(this.#opened.database, 'filled', 'yes'));
    this.#fresh = false;
  }

  find(request: FindRequest): FindAnswer {
    const nothing = { total: 0, tookMs: 0, rows: [], exact: false, partial: true, sort: request.sort, odd: [], didYouMean: null, indexing: true };
    return this.#asked(nothing, (desk) => findArticles(desk, request));
  }

  facets(request: FacetsRequest): Facets {
    return this.#asked({ sites: [], tags: [], years: [], languages: [], states: [] }, (desk) => countFacets(desk, request));
  }

  total(request: FacetsRequest): number {
    return this.#asked(0, (desk) => countHits(desk, request));
  }

  allIds(request: AllIdsRequest): readonly string[] {
    return this.#asked([], (desk) => idsOfHits(desk, request));
  }

  findInText(query: string, typing: boolean, text: string): readonly TextHit[] {
    return findInText(query, typing, text, this.#now());
  }

  related(id: string, limit: number): readonly ArticleRow[] | null {
    return this.#asked(null, ({ ground }) => relatedArticles(ground, id, limit));
  }

  counts(): Counts {
    return this.#asked({ all: 0, unread: 0, starred: 0, archived: 0, trash: 0, tags: [] }, ({ ground }) => countArticles(ground));
  }

  notebook(request: NotebookRequest): NotebookAnswer {
    return this.#asked(emptyNotebook, ({ ground }) => findMarks(ground.database, request));
  }

  marksOf(id: string): readonly Annotation[] | null {
    return this.#asked(null, ({ ground }) => {
      const doc = docOf(ground.database, id);
      return doc === null ? null : readMarks(ground.database, doc);
    });
  }

  row(id: string): ArticleRow | null {
    return this.#asked(null, ({ ground }) => {
      const doc = docOf(ground.database, id);
      return doc === null ? null : rowOf(new Asking(ground, false), doc, null);
    });
  }

  folder(id: string): string | null {
    return this.entry(id)?.folder ?? null;
  }

  entry(id: string): IndexedFolder | null {
    return this.#asked(null, ({ ground }) => ground.database.one<IndexedFolder>('SELECT id, folder, revision FROM article WHERE id = ?', id));
  }

  ids(): readonly IndexedFolder[] {
    return this.#asked([], ({ ground }) => ground.database.all<IndexedFolder>('SELECT id, folder, revision FROM article ORDER BY doc'));
  }

  knownAs(address: string): string | null {
    // Not in the trash before in the trash, in use before archived.
    const sql = `SELECT article.id FROM address JOIN article USING (doc) JOIN state USING (doc)
      WHERE address.hash = ? ORDER BY state.flags & 4, state.flags & 2, state.saved DESC LIMIT 1`;
    return this.#asked(null, ({ ground }) => ground.database.one<{ id: string }>(sql, hashOf(address))?.id ?? null);
  }

  close(): void {
    this.#writer.stop();
    this.#opened.database.close();
  }

  #writerOf(opened: OpenedDatabase): Writer {
    return new Writer(opened.database, () => this.#remembered.forget(), (work) => this.#guarded(null, work));
  }

  #asked<T>(afterDamage: T, ask: (desk: Desk) => T): T {
    return this.#guarded(afterDamage, () => {
      const ground: Ground = this.#writer.ground();
      const desk: Desk = { ground, remembered: this.#remembered, now: this.#now(), indexing: this.#fresh };
      return ground.database.snapshot(() => ask(desk));
    });
  }

  /** When damage is met, or the file cannot be used any more, the index starts afresh, without the change. */
  #guarded<T>(afterDamage: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) this.#startAfresh(true);
      else if (isUnusable(error)) this.#startAfresh(false);
      else throw error;
      for (const listener of this.#whenLost) listener();
      return afterDamage;
    }
  }

  /** @param inFile false where the file is left alone and the index goes on in memory. */
  #startAfresh(inFile: boolean): void {
    this.#writer.stop();
    try {
      this.#opened.database.close();
    } catch {
      // A damaged file may refuse even to be closed.
    }
    this.#opened = (inFile ? openNew(this.#path) : null) ?? openInMemory();
    this.#fresh = true;
    this.#remembered.forget();
    this.#writer = this.#writerOf(this.#opened);
  }
}
