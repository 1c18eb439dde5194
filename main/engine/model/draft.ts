// The article as it was taken from a page, before it is cleaned. Made by extract/.

import type { Choice, DroppedBlock } from '../../../preload/contract/extract.ts';
import type { PageHints } from './raw-page.ts';

export interface ExtractRequest {
  readonly html: string;
  readonly url: string | null;
  readonly base: string | null;
  readonly hints: PageHints;
}

export interface Draft {
  readonly title: string;
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  /** The part of the publication that it stands in, as the page names it. */
  readonly section: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  /** Absolute address of the lead picture, or null. */
  readonly lead: string | null;
  /** The article's own HTML, not yet clean. */
  readonly html: string;
  /** Its words alone: no captions, paragraphs apart by a blank line. */
  readonly text: string;
  /** Absolute addresses of the pictures inside the article, each once, in order. */
  readonly images: readonly string[];
  readonly words: number;
  readonly excerpt: string;
  /** Which part of the page was taken, and why, for `--explain`. */
  readonly choice: Choice;
  /** What was left out, and why. */
  readonly dropped: readonly DroppedBlock[];
}
