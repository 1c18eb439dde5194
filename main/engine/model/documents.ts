// The documents of a library as they lie on disk (docs/library-format.md). Unknown fields are kept when one is rewritten.

import type { Attempt, CaptureMode, OfflineCheck, PictureCount, ReadingProgress, ResourceRole, WorseReason } from '../../../preload/contract/article.ts';
import type { Place, SortOrder } from '../../../preload/contract/calls.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';

/** The newest format that this engine writes. A library with a higher one is only read. */
export const libraryFormat = 1;

export interface LibraryDocument {
  format: number;
  id: string;
  name: string;
  createdAt: string;
}

export interface ArticleDocument {
  format: number;
  id: string;
  title: string;
  subtitle: string | null;
  byline: string | null;
  site: string | null;
  /** The part of the publication that it stood in, by the page's own words; absent in what was saved before it was kept. */
  section?: string | null;
  /** Where it was published; null for a file that does not say. */
  url: string | null;
  /** What an address is compared by to tell whether an article is known already. */
  knownAs: string[];
  published: string | null;
  modified: string | null;
  language: string | null;
  tags: string[];
  /** The words' number, by script. */
  words: number;
  excerpt: string;
  state: { read: boolean; starred: boolean; archived: boolean };
  /** How far it was read; absent until it was begun. */
  progress?: ReadingProgress;
  savedAt: string;
  deletedAt: string | null;
  lead: LeadImage | null;
  /** Oldest first. */
  captures: CaptureEntry[];
  /** The id of the capture that is shown. */
  shown: string;
  /** Whether that capture has all that its page shows. */
  complete: boolean;
}

export interface LeadImage {
  url: string;
  /** `blobs/ab/….jpg`, or null while it is missing. */
  path: string | null;
}

export interface CaptureEntry {
  id: string;
  capturedAt: string;
  mode: CaptureMode;
  images: PictureCount;
  offline: OfflineCheck | null;
  /** Words, or characters for scripts without spaces. The following three are absent in captures of before. */
  words?: number;
  /** Why it did not become the one shown. */
  worse?: WorseReason;
  /** The capture whose missing pictures it fetched. */
  completes?: string;
}

/** `searches.json`, in the order in which they are shown. */
export interface SearchesDocument {
  format: number;
  items: SearchEntry[];
}

export interface SearchEntry {
  id: string;
  name: string;
  query: string;
  place: Place;
  tag: string | null;
  sort: SortOrder;
}

export interface AnnotationsDocument {
  format: number;
  items: Annotation[];
}

/** `captures/<captureId>/manifest.json`. */
export interface ManifestDocument {
  format: number;
  captureId: string;
  articleId: string;
  capturedAt: string;
  /** `Offprint` and its version. */
  software: string;
  mode: CaptureMode;
  page: ManifestPage;
  /** The further pages of an article that has several, in order; absent for one that has not. */
  further?: FurtherPage[];
  resources: ManifestResource[];
  /** Blobs that were stored and are gone for good, in whose place a further capture has what can be had now; absent where there are none. */
  lost?: string[];
  /** The stored views. */
  views: { reader: StoredView; original: StoredView };
  tookMs: number;
}

export interface StoredView {
  sha256: string;
  bytes: number;
}

export interface ManifestPage {
  /** As asked for: an address, or `source.<ext>` for a page that came from a file (never its path or name). */
  url: string | null;
  finalUrl: string | null;
  /** What its links resolve against; `file:///import/…` for a page that came from a file. */
  base: string | null;
  status: number | null;
  headers: Record<string, string>;
  charset: string;
  bytes: number;
  sha256: string;
  /** The file in the capture's folder that holds the bytes as they came. */
  source: string;
}

export type FurtherPage = Omit<ManifestPage, 'headers'>;

export interface ManifestResource {
  url: string;
  finalUrl: string | null;
  status: number | null;
  type: string | null;
  bytes: number | null;
  /** Of the stored file; its name. */
  sha256: string | null;
  /** `blobs/<aa>/<sha256>.<ext>`, or null when it is missing. */
  path: string | null;
  role: ResourceRole;
  /** The rung that got it (`as-asked`, `no-referer`, ..., or `file`), or null when it is missing. */
  got: string | null;
  /** Why it is missing, or null. */
  missing: string | null;
  tried: Attempt[];
  /** Stylesheets are stored with their links made local; this is the hash of the bytes as they came. */
  sourceSha256?: string;
  /** CSS pixels, for pictures whose size could be read. */
  width?: number;
  height?: number;
}
