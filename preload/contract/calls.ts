// The one table of calls between the window (or the terminal) and the main side.
// Handlers (engine, shell), the preload's api and the argument checkers (checks.ts) are mapped types of it:
// a new call is a line here, a line in checks.ts, a flow and a screen.

import type { ArticleRow, ArticleView, MissingResource, PictureCount, ReadingProgress, WorseReason } from './article.ts';
import type { Extract } from './extract.ts';
import type { Annotation, MarkColor, MarkDraft, MarkPlace } from './mark.ts';
import type { PrintSettings } from './print-settings.ts';
import type { Failure, Result } from './result.ts';
import type { Settings } from './settings.ts';

export interface EngineCalls {
  /** The open library: where, how large, whether it can be written. */
  library(request: None): LibraryView;
  /** One window of the list, by query, place and order. Trash is only answered for `place: trash`. */
  find(request: FindRequest): FindAnswer;
  /** What the hits of a question have in common, most frequent first, each with the words that narrow the question to it. */
  facets(request: FacetsRequest): Facets;
  /** The ids of all hits of a question, in its order: for what is done to all of them. */
  allIds(request: AllIdsRequest): readonly string[];
  /** The searches that the library keeps, each with how many articles it finds now. */
  savedSearches(request: None): readonly CountedSearch[];
  /** Keeps a search, a new one or another in its place, and answers it as stored. */
  putSearch(request: PutSearchRequest): SavedSearch;
  /** Takes a search away and answers it with its place, so that `putSearch` can undo this. */
  removeSearch(request: { readonly id: string }): RemovedSearch;
  /** Where a query's words stand in a text, for painting them there; in the order of the text, never overlapping. */
  findInText(request: { readonly query: string; readonly typing: boolean; readonly text: string }): readonly TextHit[];
  /** Articles that share the most telling words with this one, the nearest first. `not-found` for an unknown id. */
  related(request: { readonly id: string; readonly limit: number }): readonly ArticleRow[];
  /** How many articles stand in each place and under each tag. */
  counts(request: None): Counts;
  /** One article with its captures. `not-found` for an unknown id. */
  article(request: { readonly id: string }): ArticleView;
  /** The article's words: plain, or Markdown with front matter. */
  text(request: { readonly id: string; readonly captureId: string | null; readonly format: 'text' | 'markdown' }): string;
  /** Saves each input; answers when all are done, with one report each, in order. Progress is in `jobs`. */
  save(request: SaveRequest): readonly SaveReport[];
  /** Takes the article again from its address, as a further capture; `auto` where no mode is given. */
  recapture(request: { readonly id: string; readonly mode?: SaveMode }): SaveReport;
  /** Fetches again only what a capture is missing. A further capture comes of it where something was had. */
  retryMissing(request: RetryRequest): SaveReport;
  /** Makes a capture the one that the article shows. */
  chooseCapture(request: { readonly id: string; readonly captureId: string }): null;
  /** What was changed between two captures; nulls take the newest and the one before it. */
  diff(request: { readonly id: string; readonly from: string | null; readonly to: string | null }): CaptureDiff;
  /** Work that runs, waits or has lately ended, newest first. */
  jobs(request: None): readonly JobView[];
  /** Stops a job; what it had not finished is undone. Nothing happens for one that has ended. */
  cancelJob(request: { readonly jobId: string }): null;
  /** Takes ended jobs off the list: one, or all with `null`. */
  dismissJobs(request: { readonly jobId: string | null }): null;
  /** Sets what is given for each article; answers the ids of those that were otherwise before (undo). */
  setState(request: StateChange): readonly string[];
  /** Keeps how far an article was read. Nothing else of it changes, and nothing is told. */
  keepProgress(request: { readonly id: string; readonly progress: ReadingProgress }): null;
  /** Adds and removes tags; answers the ids of those whose tags are others now. */
  setTags(request: { readonly ids: readonly string[]; readonly add: readonly string[]; readonly remove: readonly string[] }): readonly string[];
  /** Puts articles in the trash. */
  delete(request: { readonly ids: readonly string[] }): null;
  /** Takes articles out of the trash. */
  restore(request: { readonly ids: readonly string[] }): null;
  /** Removes articles in the trash for good, all with `null`; answers how many. */
  purge(request: { readonly ids: readonly string[] | null }): number;
  /** The article's marks, in the order of the text. */
  marks(request: { readonly id: string }): readonly Annotation[];
  /** Makes a mark and answers it as stored. */
  addMark(request: { readonly id: string; readonly draft: MarkDraft }): Annotation;
  /** Makes a mark by its words; `not-found` where the text does not have them. */
  quoteMark(request: QuoteMarkRequest): Annotation;
  /** Changes a mark's note, colour or tags, or puts it on another place (`place`); what is not given stays. */
  editMark(request: { readonly id: string; readonly markId: string } & MarkChange): Annotation;
  /** Takes a mark away and answers it, so that `putMark` can undo this. */
  removeMark(request: { readonly id: string; readonly markId: string }): Annotation;
  /** Puts a whole mark back (undo). */
  putMark(request: { readonly id: string; readonly mark: Annotation }): Annotation;
  /** The marks of all articles that are not in the trash, by article, the one that was marked last first. */
  notebook(request: NotebookRequest): NotebookAnswer;
  /** Writes marks to a file: those of an article, or those that a filter leaves. */
  exportMarks(request: MarksExportRequest): { readonly path: string; readonly bytes: number; readonly marks: number };
  /** Merges marks that were exported, from a file or as text, onto their articles. A mark that is there already stays. */
  importMarks(request: { readonly path: string } | { readonly text: string }): MarksImport;
  /** Every mark of the library with its article, newest first. */
  allMarks(request: None): readonly { readonly article: ArticleRow; readonly marks: readonly Annotation[] }[];
  /** Writes one file (one id, or a book) or one per article into a folder (several ids, or a folder that is there); one report each. */
  export(request: ExportRequest): readonly ExportReport[];
  /** Re-hashes what is stored; goes on where an earlier one was cut short. */
  verify(request: None): VerifyReport;
  /** Puts back what is damaged of these articles, or of all with null: from another copy, a backup's folder (`from`, absolute) or the web. */
  mend(request: { readonly ids: readonly string[] | null; readonly from: string | null }): MendReport;
  /** Copies the library into another folder, which is then a library too; what is there already is not copied again. */
  backup(request: { readonly path: string }): BackupReport;
  /** Makes the index anew from the library. */
  reindex(request: None): { readonly articles: number; readonly tookMs: number };
  /** What is installed and works. */
  doctor(request: None): DoctorReport;
  /** The article on a page or file, without saving anything. */
  extract(request: { readonly input: string; readonly base: string | null }): Extract;
}

export interface ShellCalls {
  /** Where the app stands: platform, locale, versions, and why the library could not be opened if so. */
  environment(request: None): EnvironmentView;
  settings(request: None): Settings;
  setSettings(request: { readonly change: Partial<Settings> }): Settings;
  /** Asks for a folder; null when the user thinks better of it. */
  chooseLibrary(request: None): string | null;
  /** Opens (or, where there is none, makes) the library in a folder. */
  openLibrary(request: { readonly path: string }): null;
  /** Asks for files to add; empty when the user thinks better of it. */
  chooseFiles(request: None): readonly string[];
  /** Asks where an export goes: a file for one article or for several as a book, a folder for several files. */
  chooseExport(request: { readonly ids: readonly string[]; readonly format: ExportFormat; readonly book: boolean }): string | null;
  /** Asks where a file with marks goes; null when the user thinks better of it. */
  chooseMarksFile(request: { readonly title: string; readonly format: MarksFormat }): string | null;
  /** Opens a web or mail address in the system's browser. Other schemes are `bad-input`. */
  openExternal(request: { readonly url: string }): null;
  /** Shows an article's folder, or a file that was exported, in the system's file manager. */
  showInFolder(request: { readonly id: string } | { readonly exported: string }): null;
  /** Puts text on the clipboard. */
  copyText(request: { readonly text: string }): null;
}

export type Calls = EngineCalls & ShellCalls;
export type CallName = keyof Calls;
export type EngineCallName = keyof EngineCalls;
export type ShellCallName = keyof ShellCalls;
export type RequestOf<K extends CallName> = Parameters<Calls[K]>[0];
export type ValueOf<K extends CallName> = ReturnType<Calls[K]>;

/** What a handler may know beside the request. */
export interface CallContext {
  readonly signal: AbortSignalLike;
}

/** The part of AbortSignal that the ground needs; the ground has neither DOM nor Node. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export type Handlers<K extends CallName> = {
  readonly [N in K]: (request: RequestOf<N>, context: CallContext) => Promise<Result<ValueOf<N>>>;
};

/** What the preload gives the window, one function a call. */
export type Api = { readonly [N in CallName]: (request: RequestOf<N>) => Promise<Result<ValueOf<N>>> };

export type None = Readonly<Record<never, never>>;

export interface LibraryView {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly articles: number;
}

export type Place = 'all' | 'unread' | 'starred' | 'archived' | 'trash';
export type SortOrder = 'relevance' | 'newest' | 'oldest' | 'published' | 'title';

export interface FindRequest {
  /** As typed; empty for the whole place. */
  readonly query: string;
  readonly place: Place;
  readonly tag: string | null;
  /** `relevance` without words to rank by is `newest`. */
  readonly sort: SortOrder;
  readonly offset: number;
  /** At most 500. */
  readonly limit: number;
  /** The last word is still being typed and stands for its completions. */
  readonly typing: boolean;
  /** While typing: the exact order and total are wanted, as typing has come to rest. Without typing they always are. */
  readonly exact?: boolean;
}

/** A part of a query, in UTF-16 units. */
export interface QuerySpan {
  readonly start: number;
  readonly end: number;
}

export interface FindAnswer {
  readonly total: number;
  readonly tookMs: number;
  readonly rows: readonly ArticleRow[];
  /** The order and the total are those of all hits. False for an answer while typing that had to be bounded. */
  readonly exact: boolean;
  /** The time for one question ran out: there may be more hits than are answered. */
  readonly partial: boolean;
  /** The order that the rows are in: the query's own (`sort:newest`) before that of the request. */
  readonly sort: SortOrder;
  /** Parts of the query that mean nothing here and were searched as text. */
  readonly odd: readonly QuerySpan[];
  /** The query as it was perhaps meant, where nothing was found; else null. */
  readonly didYouMean: string | null;
  /** The index is still being made: what is not in it yet is not found. */
  readonly indexing: boolean;
}

export type FacetsRequest = Pick<FindRequest, 'query' | 'place' | 'tag' | 'typing'>;
export type AllIdsRequest = FacetsRequest & Pick<FindRequest, 'sort'>;

export interface SavedSearch extends Pick<FindRequest, 'query' | 'place' | 'tag' | 'sort'> {
  readonly id: string;
  readonly name: string;
}

export interface CountedSearch extends SavedSearch {
  readonly count: number;
}

export interface PutSearchRequest {
  /** Without an id a new one. */
  readonly search: Omit<SavedSearch, 'id'> & { readonly id: string | null };
  /** Its place among the others, or null for the end; one that is there already stays where it is. */
  readonly at: number | null;
}

export interface RemovedSearch {
  readonly search: SavedSearch;
  readonly at: number;
}

export interface Facet {
  /** A site, a tag, a year, a BCP 47 language, or a state as after `is:` and `has:`. */
  readonly value: string;
  readonly count: number;
  /** What narrows the question to these: to be put behind the query. */
  readonly narrow: string;
}

export interface Facets {
  readonly sites: readonly Facet[];
  readonly tags: readonly Facet[];
  /** Of publication. */
  readonly years: readonly Facet[];
  readonly languages: readonly Facet[];
  readonly states: readonly Facet[];
}

/** A place in a text, in UTF-16 units. */
export interface TextHit {
  readonly start: number;
  readonly end: number;
}

export interface Counts {
  readonly all: number;
  readonly unread: number;
  readonly starred: number;
  readonly archived: number;
  readonly trash: number;
  /** Most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
}

/** How pages are taken: fetched, drawn by a browser, or fetched first and drawn where that shows too little. */
export type SaveMode = 'auto' | 'static' | 'browser';

export interface SaveRequest {
  /** Links or absolute paths, as the user gave them. */
  readonly inputs: readonly string[];
  readonly tags: readonly string[];
  readonly mode: SaveMode;
  /** The address that relative links of a file stand against, or null. */
  readonly base: string | null;
}

export interface RetryRequest {
  readonly id: string;
  /** By default the capture that is shown. */
  readonly captureId: string | null;
  /** Addresses among those that are missing, or null for all. */
  readonly urls: readonly string[] | null;
}

export type SaveStatus = 'saved' | 'partial' | 'known' | 'failed';

/** What became of one input. Nulls where it failed before that was known. */
export interface SaveReport {
  readonly input: string;
  readonly status: SaveStatus;
  readonly id: string | null;
  readonly captureId: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly words: number;
  readonly images: PictureCount & { readonly missing: readonly MissingResource[] };
  /** What became of the marks, where the input was a file of marks. */
  readonly marks?: MarksImport;
  readonly failure: Failure | null;
  /** Why the capture did not become the one shown, or null. */
  readonly worse: WorseReason | null;
  readonly tookMs: number;
}

/** A run of words that is the same in both captures, or only in one. Joined, `same` and `inserted` are the later text. */
export interface ChangePart {
  readonly change: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

export interface ChangedPassage {
  readonly parts: readonly ChangePart[];
}

/** A change in the words, where it stands in the text of the later reader view (view-text.ts). */
export interface TextEdit {
  /** UTF-16 units, end exclusive; the same for what was only deleted. */
  readonly start: number;
  readonly end: number;
  /** The words that stood there before. */
  readonly deleted: string;
  /** The element of a whole paragraph, heading, … that came or went; null for a change inside one. */
  readonly block: string | null;
}

export interface PictureEdit {
  readonly change: 'added' | 'removed' | 'changed';
  readonly url: string;
  /** Blobs inside the library; null on the side that does not have it. */
  readonly before: string | null;
  readonly after: string | null;
  /** Where in the later text a picture that went would stand; null for one that the article itself did not show. */
  readonly at: number | null;
}

/** Addresses of pictures. */
export interface PictureChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface CaptureDiff {
  readonly from: string;
  readonly to: string;
  readonly changed: boolean;
  /** Words, or characters for scripts without spaces. */
  readonly inserted: number;
  readonly deleted: number;
  readonly images: PictureChanges;
  readonly hunks: readonly ChangedPassage[];
  /** The same changes for showing them in the later reader view, in its order. */
  readonly edits: readonly TextEdit[];
  readonly pictures: readonly PictureEdit[];
}

export type StageName = 'identify' | 'capture' | 'extract' | 'clean' | 'commit' | 'index' | 'verify' | 'mend' | 'export';

/** How inputs are saved. */
export type SaveOptions = Pick<SaveRequest, 'tags' | 'mode' | 'base'>;

export interface JobView {
  readonly id: string;
  readonly kind: 'save' | 'recapture' | 'export' | 'verify' | 'mend' | 'backup' | 'reindex';
  /** The link, file name or title that it works on. */
  readonly label: string;
  /** What a save was asked for with, so that it can be tried again in the same way; null for other work. */
  readonly order: SaveOptions | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly stage: StageName | null;
  /** Pictures and styles so far, of those known; 0 of 0 before that is known. */
  readonly done: number;
  readonly total: number;
  readonly articleId: string | null;
  readonly report: SaveReport | null;
  readonly failure: Failure | null;
  /** Until when the site asked to wait, while that is waited for. */
  readonly waitsUntil: string | null;
  readonly startedAt: string;
}

export interface StateChange {
  readonly ids: readonly string[];
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly archived?: boolean;
}

export interface QuoteMarkRequest {
  readonly id: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly note: string;
  readonly color: MarkColor;
}

/** What is changed of a mark. */
export interface MarkChange {
  readonly note?: string;
  readonly color?: MarkColor;
  readonly tags?: readonly string[];
  readonly place?: MarkPlace;
}

export interface NotebookFilter {
  /** Words that must all stand in the quote, the note, the tags or the article's title; empty for all. */
  readonly query: string;
  readonly color: MarkColor | null;
  readonly tag: string | null;
  readonly site: string | null;
  /** Made on this day (`2026-11-24`) or later; null for any. */
  readonly from: string | null;
  /** Made on this day or before. */
  readonly to: string | null;
}

export interface NotebookRequest extends NotebookFilter {
  readonly offset: number;
  /** At most 500. */
  readonly limit: number;
}

/** A mark with what is shown of its article. */
export interface NotebookEntry {
  readonly article: Pick<ArticleRow, 'id' | 'title' | 'site' | 'url'>;
  readonly mark: Annotation;
}

export interface NotebookAnswer {
  readonly total: number;
  /** In how many articles. */
  readonly articles: number;
  readonly tookMs: number;
  readonly entries: readonly NotebookEntry[];
  /** What can be filtered by, of all marks, most used first. */
  readonly facets: {
    readonly colors: readonly { readonly color: MarkColor; readonly count: number }[];
    readonly tags: readonly { readonly tag: string; readonly count: number }[];
    readonly sites: readonly { readonly site: string; readonly count: number }[];
  };
}

export const marksFormats = ['json', 'markdown'] as const;
export type MarksFormat = (typeof marksFormats)[number];

export interface MarksExportRequest {
  readonly which: { readonly id: string } | { readonly filter: NotebookFilter };
  readonly format: MarksFormat;
  /** Absolute. */
  readonly path: string;
}

export interface MarksImport {
  readonly added: number;
  /** There already, or older than what is there. */
  readonly known: number;
  /** Marks whose article is not in the library, or that say no words. */
  readonly unplaced: readonly { readonly source: string; readonly words: string }[];
  readonly articles: readonly { readonly id: string; readonly title: string; readonly added: number }[];
}

export const exportFormats = ['pdf', 'html', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportRequest {
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  /** Absolute: a file for one article or for a book, a folder for several. */
  readonly path: string;
  /** How it is put on paper; the usual way without it. */
  readonly print?: PrintSettings;
}

/** What became of one article; without a path it was not written, and `failure` says why. */
export interface ExportReport {
  readonly id: string;
  readonly path: string | null;
  readonly bytes: number;
  readonly failure: Failure | null;
}

export interface DamagedThing {
  /** Path inside the library. */
  readonly path: string;
  readonly reason: 'missing' | 'changed' | 'unreadable';
  /** Ids of the articles that show it. */
  readonly articles: readonly string[];
}

export interface VerifyReport {
  /** Files. */
  readonly checked: number;
  /** Articles that an earlier check had done, which this one went on from; 0 for one that began at the beginning. */
  readonly before: number;
  readonly damaged: readonly DamagedThing[];
  /** What is gone for good and said to be so by the capture that had it: a further capture has what could be had. No damage. */
  readonly lost: readonly DamagedThing[];
}

/**
 * Where what was put back is from. `copy`: another file with the same bytes, `capture`: another capture of the article, `anew`: made again
 * from what the article holds, `later`: a further capture has what could not be had as it was.
 */
export type MendSource = 'copy' | 'capture' | 'backup' | 'web' | 'anew' | 'later';

export interface MendReport {
  /** Paths inside the library. */
  readonly mended: readonly { readonly path: string; readonly by: MendSource }[];
  /** What is damaged still. */
  readonly left: readonly DamagedThing[];
}

export interface BackupReport {
  readonly articles: number;
  /** Files that were copied, and their bytes. */
  readonly copied: number;
  readonly bytes: number;
  readonly unchanged: number;
  /** Paths inside the library of what is damaged there, and was not copied. */
  readonly damaged: readonly string[];
}

export interface DoctorReport {
  readonly offprint: string;
  readonly node: string;
  readonly sqlite: string;
  /** Name and version of the Chromium that is used, or null. */
  readonly chromium: string | null;
  readonly chromiumPath: string | null;
  readonly library: LibraryView;
  readonly proxy: string | null;
}

export interface EnvironmentView {
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly version: string;
  readonly locale: string;
  readonly libraryPath: string;
  /** Why the library is not open, or null. */
  readonly problem: Failure | null;
}
