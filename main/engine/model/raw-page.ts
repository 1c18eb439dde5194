// A page as it came, and what was found on it. Made by capture/.

import type { CaptureMode, ShownRole } from '../../../preload/contract/article.ts';

export interface RawPage {
  readonly mode: CaptureMode;
  /** Where the page is published: what relative links stand against and marks refer to; null when unknown. */
  readonly url: string | null;
  /** What relative links resolve against; a `file:` address for a local file that names no other. */
  readonly base: string | null;
  readonly finalUrl: string | null;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly charset: string;
  /** The bytes as they came, and the ending of their file: `html`, `md`. */
  readonly bytes: Uint8Array;
  readonly extension: string;
  /** The page's HTML, decoded. */
  readonly html: string;
  /** What a file said about itself (front matter), stronger than what is found on the page. */
  readonly hints: PageHints;
}

export interface PageHints {
  readonly title?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly site?: string;
  readonly url?: string;
  readonly tags?: readonly string[];
  readonly lead?: string;
  readonly subtitle?: string;
  readonly section?: string;
  readonly modified?: string;
  readonly language?: string;
  /** W3C annotations, as the file has them: not checked yet. */
  readonly marks?: readonly unknown[];
  /** The page holds nothing but the article: take all of it. */
  readonly wholePage?: boolean;
}

export interface SurveyRequest {
  readonly html: string;
  readonly base: string | null;
  readonly lead: string | null;
  /** The address of the first page, of an article that has several; the page itself where it is absent. */
  readonly first?: string;
}

/** What a page calls its article: in its title, and in its headings. Compared only, so in lower case and without page numbers. */
export interface PageIdentity {
  readonly title: string;
  readonly headings: readonly string[];
}

/** What a frame holds, its addresses absolute. The element that holds it has `data-offprint-frame` with its id. */
export interface FrameContent {
  readonly id: string;
  readonly html: string;
}

export interface PlaceFramesRequest {
  readonly html: string;
  readonly frames: readonly FrameContent[];
  /** The text of the frames' stylesheets, its addresses absolute, by address. */
  readonly styles: Readonly<Record<string, string>>;
}

export interface MarkFramesRequest {
  readonly html: string;
  readonly base: string | null;
  /** Of the ids. */
  readonly prefix: string;
  readonly most: number;
}

export interface MarkedFrames {
  readonly html: string;
  /** Each with an address, or with its HTML (`srcdoc`). */
  readonly frames: readonly { readonly id: string; readonly url: string | null; readonly html: string | null }[];
}

export interface StyleRequest {
  readonly css: string;
  readonly base: string;
}

/** A resource that a page or a style names. Its absolute address is its name. */
export interface FoundResource {
  readonly url: string;
  readonly role: ShownRole;
  /** The `referrerpolicy` that stands on the element or the page, lower case, or null. */
  readonly referrerPolicy: string | null;
  /** Where the same picture is in other sizes, the best first. */
  readonly others?: readonly string[];
  /** Whether it may be one pixel large: `fine` in styles, where that is a colour; `perhaps` where it may be a spacer. */
  readonly specks?: 'fine' | 'perhaps';
  /** Only what a thumbnail links to: it may turn out a page, and is no picture of this one then. */
  readonly linked?: boolean;
  /** A drawing that the page shows parts of. */
  readonly sprite?: boolean;
}

/**
 * What a page is by its look. Only `page` may be stored as the article; the others stand before it: `shell` (empty until its
 * scripts draw it), `challenge` (wants proof of a person), `consent` and `sign-in` (walls), `error` (an error with status 200).
 */
export type PageKind = 'page' | 'shell' | 'challenge' | 'consent' | 'sign-in' | 'error';

export interface PageSurvey {
  readonly kind: PageKind;
  /** What only its scripts bring: most of the text that its metadata promise, or pictures; null for neither, as far as can be told. */
  readonly lacks: 'text' | 'pictures' | null;
  /** The page with its lazy pictures woken and its addresses absolute: what the later jobs work on. */
  readonly html: string;
  /** The base after `<base href>`. */
  readonly base: string | null;
  readonly canonical: string | null;
  readonly identity: PageIdentity;
  /** When the page says that it was published, as it says it; null where it does not. Good enough to find it in an archive. */
  readonly published: string | null;
  /** The address of the article's next page, or null where there is none. */
  readonly next: string | null;
  /** In document order, each address once. */
  readonly resources: readonly FoundResource[];
}

export interface StyleSurvey {
  readonly resources: readonly FoundResource[];
}
