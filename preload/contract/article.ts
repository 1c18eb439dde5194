// The nouns of an article as both wings see them: rows of the list, the open article, its captures.
// How they lie on disk is the engine's matter (main/engine/model/documents.ts).

import type { Selector } from './mark.ts';

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
  /** Whether the stored copy was found to work without a network; null or absent where it was not looked at. */
  readonly offline?: boolean | null;
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

/** What a page shows, or is known by. */
export type ShownRole = 'image' | 'style' | 'font' | 'media' | 'icon';

/** `page`: a further page of an article that has several, where it could not be had. */
export type ResourceRole = ShownRole | 'page';

export interface CaptureView {
  readonly id: string;
  readonly capturedAt: string;
  readonly url: string | null;
  readonly mode: CaptureMode;
  readonly images: PictureCount;
  readonly missing: readonly MissingResource[];
  /** What came of opening the stored copy without a network; null where that was not done. */
  readonly offline: OfflineCheck | null;
  /** Words, or characters for scripts without spaces; null for a capture of an Offprint that did not count them. */
  readonly words: number | null;
  /** Why this capture did not become the one shown, or null. */
  readonly worse: WorseReason | null;
  /** The capture whose missing pictures this one fetched, or null for a page that was taken anew. */
  readonly completes: string | null;
  /** Paths inside the library, with `/`. */
  readonly reader: string;
  readonly original: string;
  /** SHA-256 of the bytes as they came, hex. */
  readonly sourceSha256: string;
}

/** `static`: fetched and parsed. `browser`: drawn by a Chromium. `file`: read from a file on disk. */
export type CaptureMode = 'static' | 'browser' | 'file';

/** `wall`: it asks to sign in, to pay or to prove something. `shorter`: less than half the words. `fewer-pictures`: many pictures less. */
export type WorseReason = 'wall' | 'shorter' | 'fewer-pictures';

export interface OfflineCheck {
  readonly decoded: number;
  readonly broken: number;
  /** Addresses the copy would have contacted; empty when it works offline. */
  readonly leaks: readonly string[];
  /** `browser`: opened in a Chromium without a network. `parsing`: read and hashed, as no Chromium was there. Absent: `browser`. */
  readonly how?: 'browser' | 'parsing';
  /** Stored files that did not open, and why: `lost`, `changed`, `undecodable`. */
  readonly faults?: readonly StoredFault[];
}

export interface StoredFault {
  /** Where it was fetched from, or its path inside the library. */
  readonly url: string;
  readonly reason: 'lost' | 'changed' | 'undecodable';
}

/** Whether a copy, as it was checked, shows all that it has without a network. */
export function worksOffline(check: OfflineCheck): boolean {
  return check.leaks.length === 0 && check.broken === 0 && (check.faults ?? []).length === 0;
}

/** A stored file that is not what was stored, and what it is to its article. */
export interface ArticleDamage {
  /** Inside the library. */
  readonly path: string;
  readonly reason: 'missing' | 'changed' | 'unreadable';
  readonly what: DamagedPart;
  /** Where it is from; null for what Offprint wrote itself. */
  readonly url: string | null;
  /** The captures that show it; empty for what belongs to the article itself. */
  readonly captures: readonly string[];
}

/** `record`: what an article is, `marks`, and `contents` (what a capture holds) are documents; `source` is the page as it came. */
export type DamagedPart = ResourceRole | 'reader' | 'original' | 'source' | 'record' | 'marks' | 'contents';

/** The article that is open in the reader. */
export interface ArticleView extends ArticleRow {
  readonly subtitle: string | null;
  /** The part of the publication that it stood in, by the page's own words. */
  readonly section: string | null;
  readonly modified: string | null;
  /** Newest last. */
  readonly captures: readonly CaptureView[];
  /** The capture that is shown. */
  readonly shown: string;
  /** What is known to be damaged of all that it holds; empty for a sound article. */
  readonly damage: readonly ArticleDamage[];
  /** Minutes, by the script's reading speed; at least 1. */
  readonly readingMinutes: number;
  /** How far it was read; null for one that was not begun. */
  readonly progress: ReadingProgress | null;
}

/** How far an article was read. The place is kept by its words, so that it is found in every view and capture. */
export interface ReadingProgress {
  /** The share of the words that were in sight, 0 to 1. */
  readonly read: number;
  /** The words at the top of the page; none at its beginning. */
  readonly selector: readonly Selector[];
}
