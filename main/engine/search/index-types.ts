// What the index takes and answers. The index is derived: all of it can be made again from the library.

import type { ArticleRow } from '../../../preload/contract/article.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import type { AllIdsRequest, Counts, Facets, FacetsRequest, FindAnswer, FindRequest, NotebookAnswer, NotebookRequest, TextHit } from '../../../preload/contract/calls.ts';

/** An article as the index wants it: all that lists show and searches look through. */
export interface IndexedArticle {
  readonly row: Omit<ArticleRow, 'snippet'>;
  /** The article's words, plain. */
  readonly text: string;
  /** Captions and alternative texts of its pictures. */
  readonly captions: string;
  /** The marked passages, one a line. */
  readonly quotes: string;
  /** The notes on them, one a line; empty where there are none. */
  readonly notes: string;
  /** The marks themselves, for the notebook. */
  readonly annotations: readonly Annotation[];
  readonly hasVideo: boolean;
  /** Every address that it is known by, already in the form that is compared. */
  readonly knownAs: readonly string[];
  /** Its folder inside the library: `articles/<yyyy>/<id>` or `trash/<yyyy>/<id>`. */
  readonly folder: string;
  /** Tells whether the article on disk is still the one that was indexed (times and sizes, for instance). */
  readonly revision: string;
}

/** What can be changed without handing the whole article over again. Fields left out stay as they are. */
export type RowPatch = Partial<Omit<ArticleRow, 'id' | 'savedAt' | 'snippet'>> &
  Partial<Pick<IndexedArticle, 'quotes' | 'notes' | 'annotations' | 'folder' | 'revision'>>;

export interface IndexedFolder {
  readonly id: string;
  readonly folder: string;
  readonly revision: string;
}

export interface Index {
  /**
   * True until the index has been filled: it is new, or what was there was damaged or of another version and has been
   * thrown away. Becomes true again when damage is met later, or the file cannot be used any more. `settle` ends it.
   */
  readonly fresh: boolean;
  /** True where nothing outlives `close`: no file could be used. */
  readonly inMemory: boolean;
  /** Is told when what was indexed is lost and must be put in again. */
  whenLost(listener: () => void): void;
  /** Adds an article, or replaces the one of the same id; seen by the next search. */
  put(article: IndexedArticle): void;
  /** The same for many, a batch a transaction, letting other work through meanwhile; answers how many. */
  putMany(articles: Iterable<IndexedArticle> | AsyncIterable<IndexedArticle>): Promise<number>;
  /** Changes some fields; false for an unknown id. Only tags, titles, names and marks cost more than a row. */
  updateRow(id: string, patch: RowPatch): boolean;
  /** Takes an article out; nothing for an unknown id. */
  remove(id: string): void;
  /** Takes everything out, for a rebuild. */
  clear(): void;
  /** Says that the index now holds the whole library. */
  settle(): void;
  /** One window of a list or of a search. Never throws for what a query holds. */
  find(request: FindRequest): FindAnswer;
  facets(request: FacetsRequest): Facets;
  /** How many articles a question finds, all of them counted. */
  total(request: FacetsRequest): number;
  /** The ids of all that a question finds, in its order. */
  allIds(request: AllIdsRequest): readonly string[];
  /** Where the words of a query stand in any text. */
  findInText(query: string, typing: boolean, text: string): readonly TextHit[];
  /** Null for an unknown id. */
  related(id: string, limit: number): readonly ArticleRow[] | null;
  counts(): Counts;
  /** One window of the marks that a filter leaves. */
  notebook(request: NotebookRequest): NotebookAnswer;
  /** The marks of one article as they were put in, in the order of the text; null for an unknown id. */
  marksOf(id: string): readonly Annotation[] | null;
  row(id: string): ArticleRow | null;
  folder(id: string): string | null;
  /** Where it was and as it was when it was indexed, or null. */
  entry(id: string): IndexedFolder | null;
  /** What is indexed, for comparing with the disk. */
  ids(): readonly IndexedFolder[];
  /** The id of an article that is known by this address (not one in the trash, if another is), or null. */
  knownAs(address: string): string | null;
  close(): void;
}
