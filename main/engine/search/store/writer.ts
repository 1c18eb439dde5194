// Changes of the index: each in one transaction, with what is held in memory kept in step; and the tidying that follows.

import { setImmediate as pause, setTimeout as wait } from 'node:timers/promises';
import type { IndexedArticle, RowPatch } from '../index-types.ts';
import { SegmentBuilder } from '../inverted/segment-builder.ts';
import type { Database } from './database.ts';
import { loadGround, type Ground } from './ground.ts';
import { moveMarks, writeMarks } from './mark-table.ts';
import { patchArticle } from './patch-article.ts';
import { deleteArticle, docOf, insertArticle } from './stored-article.ts';
import { WordCounts } from './word-counts.ts';

/** Articles that are written in one transaction while filling: large enough to be fast, small enough to let others in between. */
const batchArticles = 1000;
const batchCharacters = 4_000_000;
/** How long after a change tidying begins, in milliseconds: several saves in a row are tidied once. */
const tidyDelayMs = 30;
/** Beside other work, tidying rests so many times as long as it worked. */
const restShare = 3;
/** How long it must be quiet before the log is copied back, in milliseconds. */
const quietMs = 3000;
/** Free pages are given back once they are this share of the file. */
const freeShare = 0.1;
/** With so many segments, tidying comes before the next change. */
const mostSegments = 64;

export interface Batch {
  readonly size: number;
  readonly isFull: boolean;
  add(article: IndexedArticle): void;
  write(): void;
}

export class Writer {
  readonly #database: Database;
  readonly #changed: () => void;
  readonly #guard: (work: () => void) => void;
  #ground: Ground | null = null;
  #version = 0;
  /** The last moment of saving that was put in, and how many articles share it. */
  #lastSaved = { at: 0, articles: 0 };
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #tidying: Promise<void> | null = null;
  #quiet: NodeJS.Timeout | null = null;

  /** @param guard runs work that nobody waits for, and deals with its failure. */
  constructor(database: Database, changed: () => void, guard: (work: () => void) => void) {
    this.#database = database;
    this.#changed = changed;
    this.#guard = guard;
  }

  /** What is held in memory, as the file is now: loaded at the first use, and again when another process has written. */
  ground(): Ground {
    const version = this.#database.one<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
    if (this.#ground === null || version !== this.#version) {
      this.#ground = loadGround(this.#database);
      this.#version = version;
      this.#changed();
    }
    return this.#ground;
  }

  put(articles: readonly IndexedArticle[]): void {
    this.#change((ground, builder) => {
      for (const article of articles) {
        const known = docOf(this.#database, article.row.id);
        const saved = this.#savedOf(article.row.savedAt, known === null ? null : (ground.columns.saved[known] ?? null));
        if (known !== null) deleteArticle(ground, known);
        const doc = ground.columns.end;
        insertArticle(ground, doc, saved, article, builder);
        writeMarks(this.#database, doc, article.row, article.annotations);
      }
    });
  }

  patch(id: string, patch: RowPatch): boolean {
    return this.#change((ground, builder) => {
      const doc = docOf(this.#database, id);
      const patched = doc === null ? null : patchArticle(ground, doc, patch);
      if (doc === null || patched === null) return false;
      if (patched === 'done') return true;
      const next = ground.columns.end;
      const saved = ground.columns.saved[doc] ?? 0;
      this.#database.run('UPDATE address SET doc = ? WHERE doc = ?', next, doc);
      moveMarks(this.#database, doc, next);
      deleteArticle(ground, doc);
      insertArticle(ground, next, saved, { ...patched, knownAs: [], annotations: [] }, builder);
      if (patch.annotations !== undefined) writeMarks(this.#database, next, patched.row, patch.annotations);
      this.tidySoon();
      return true;
    });
  }

  remove(id: string): void {
    this.#change((ground) => {
      const doc = docOf(this.#database, id);
      if (doc !== null) deleteArticle(ground, doc);
    });
  }

  batch(): Batch {
    const articles: IndexedArticle[] = [];
    let characters = 0;
    return {
      get size() {
        return articles.length;
      },
      get isFull() {
        return articles.length >= batchArticles || characters >= batchCharacters;
      },
      add(article) {
        articles.push(article);
        characters += article.text.length;
      },
      write: () => this.put(articles),
    };
  }

  tidySoon(): void {
    if (this.#tidying === null && this.ground().segments.all.length > mostSegments) this.#tidyNow();
    if (this.#timer !== null || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.tidy(true);
    }, tidyDelayMs);
    this.#timer.unref();
  }

  /**
   * Merges segments and gives back room until there is nothing to do, in slices between which others come in.
   * @param aside takes a small part of the time only.
   */
  async tidy(aside: boolean): Promise<void> {
    this.#tidying ??= this.#tidyAll(aside).finally(() => {
      this.#tidying = null;
      this.#copyBackWhenQuiet();
    });
    await this.#tidying;
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of [this.#timer, this.#quiet]) if (timer !== null) clearTimeout(timer);
  }

  #copyBackWhenQuiet(): void {
    if (this.#stopped) return;
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#guard(() => this.#database.execute('PRAGMA wal_checkpoint(PASSIVE)')), quietMs);
    this.#quiet.unref();
  }

  #tidyNow(): void {
    const { segments, columns } = this.ground();
    this.#guard(() =>
      this.#database.transaction(() => {
        const round = segments.tidy((doc) => columns.isGone(doc));
        while (round.next().done !== true);
      }),
    );
  }

  async #tidyAll(aside: boolean): Promise<void> {
    for (let again = true; again && !this.#stopped; ) {
      const ground = this.ground();
      const round = ground.segments.tidy((doc) => ground.columns.isGone(doc));
      again = await this.#run(round, ground, aside);
    }
  }

  /** Given up where what is held in memory was thrown away meanwhile: what it has written is swept in the next round. */
  async #run(round: Generator<null, boolean>, ground: Ground, aside: boolean): Promise<boolean> {
    for (;;) {
      let ended: boolean | null = null;
      const began = performance.now();
      this.#guard(() => {
        if (this.#stopped) return;
        const step = this.#database.transaction(() => round.next());
        if (step.done === true) ended = step.value;
        if (ended === false) this.#giveBack();
      });
      if (ended !== null || this.#stopped) return ended ?? false;
      if (this.#ground !== ground) return true;
      if (aside) await wait((performance.now() - began) * restShare, undefined, { ref: false });
      else await pause();
    }
  }

  /** Some of the file's free pages, once there are many. */
  #giveBack(): void {
    const free = this.#database.one<{ freelist_count: number }>('PRAGMA freelist_count')?.freelist_count ?? 0;
    const all = this.#database.one<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    if (free > all * freeShare) this.#database.execute(`PRAGMA incremental_vacuum(${String(Math.ceil(free - (all * freeShare) / 2))})`);
  }

  /** The moment of saving, a little later for each that shares it, so that articles keep their order; what it was before where that fits. */
  #savedOf(savedAt: string, before: number | null): number {
    const parsed = Date.parse(savedAt);
    const at = Number.isNaN(parsed) ? 0 : parsed;
    if (before !== null && Math.floor(before) === at) return before;
    this.#lastSaved = { at, articles: this.#lastSaved.at === at ? this.#lastSaved.articles + 1 : 0 };
    return at + Math.min(0.999, this.#lastSaved.articles / 1024);
  }

  /** All of a change is stored, or nothing: then what is in memory is thrown away too. */
  #change<T>(work: (ground: Ground, builder: SegmentBuilder) => T): T {
    const ground = this.ground();
    const first = ground.columns.end;
    const builder = new SegmentBuilder();
    this.#changed();
    try {
      return this.#database.transaction(() => {
        const answer = work(ground, builder);
        const head = { base: first, last: ground.columns.end - 1, articles: ground.columns.end - first };
        const counts = new WordCounts(this.#database);
        if (builder.tokens > 0) ground.segments.add(builder, head, counts.add);
        counts.end();
        return answer;
      });
    } catch (error) {
      this.#ground = null;
      throw error;
    }
  }
}
