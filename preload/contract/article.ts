// The nouns of an article as both wings see them: rows of the list, the open article, its captures.
// How they lie on disk is the engine's matter (main/engine/model/documents.ts).

/** A run of text in a snippet; `marked` where the query matched. Text, never HTML. */
export interface Passage {
  readonly text: string;
  readonly marked: boolean;
}

export interface PictureCount {
  readonly found: number;
  readonly saved: number;
}

/** `partial`: something the page shows could not be had. `damaged`: its files are not what was stored. */
export type ArticleStatus = 'complete' | 'partial' | 'damaged';

/** One line of the list, answered from the index alone. */
export interface ArticleRow {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  /** The publisher's name if the page says it, else the host. */
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 with what precision the page gave (a date, or a date and time in UTC). */
  readonly published: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** BCP 47, or null when it could not be told. */
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly read: boolean;
  readonly starred: boolean;
  readonly archived: boolean;
  /** When it was put in the trash, or null. */
  readonly deletedAt: string | null;
  /** Words, or characters for scripts without spaces. */
  readonly words: number;
  readonly images: PictureCount;
  readonly status: ArticleStatus;
  /** The lead picture's path inside the library (`blobs/ab/….jpg`), or null. */
  readonly lead: string | null;
  readonly marks: number;
  /** The place that matched, or the article's first words. */
  readonly snippet: readonly Passage[];
}

/** What was tried for a resource that is missing, in order. */
export interface Attempt {
  /** Which rung of the ladder: `as-asked`, `no-referer`, `article-referer`, `own-referer`, … */
  readonly rung: string;
  /** `HTTP 403`, `timed out`, `not a picture`, … */
  readonly answer: string;
}

export interface MissingResource {
  readonly url: string;
  readonly role: ResourceRole;
  readonly reason: string;
  readonly tried: readonly Attempt[];
}

export type ResourceRole = 'image' | 'style' | 'font' | 'media' | 'icon';

export interface CaptureView {
  readonly id: string;
  readonly capturedAt: string;
  readonly url: string | null;
  readonly mode: CaptureMode;
  readonly images: PictureCount;
  readonly missing: readonly MissingResource[];
  /** Whether the stored copy was opened with no network, and what came of it; null where no Chromium was there to check. */
  readonly offline: OfflineCheck | null;
  /** Paths inside the library, with `/`. */
  readonly reader: string;
  readonly original: string;
  /** SHA-256 of the bytes as they came, hex. */
  readonly sourceSha256: string;
}

/** `static`: fetched and parsed. `browser`: drawn by a Chromium. `file`: read from a file on disk. */
export type CaptureMode = 'static' | 'browser' | 'file';

export interface OfflineCheck {
  readonly decoded: number;
  readonly broken: number;
  /** Addresses the copy would have contacted; empty when it works offline. */
  readonly leaks: readonly string[];
}

/** The article that is open in the reader. */
export interface ArticleView extends ArticleRow {
  readonly subtitle: string | null;
  readonly modified: string | null;
  /** Newest last. */
  readonly captures: readonly CaptureView[];
  /** The capture that is shown. */
  readonly shown: string;
  /** Minutes, by the script's reading speed; at least 1. */
  readonly readingMinutes: number;
}
