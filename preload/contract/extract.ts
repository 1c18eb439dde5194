// The article on a page, as it is taken without saving anything, and why the rest was left out.

export const dropReasons = [
  'comments',
  'related-articles',
  'sharing',
  'newsletter',
  'advertisement',
  'call-to-action',
  'navigation',
  'sidebar',
  'footer',
  'about-the-author',
  'date-and-byline',
  'tags',
  'table-of-contents',
  'window-over-the-page',
  'hidden-from-sight',
  'form',
  'mostly-links',
  'outside-the-article',
  'said-before',
  'repeated-title',
  'copyright',
  'skip-link',
  'affiliate-notice',
  'editor-line',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** A block of the page that is not in the article. */
export interface DroppedBlock {
  readonly reason: DropReason;
  /** The element, as `div#comments.list`. */
  readonly element: string;
  /** Its first words, at most 300 characters. */
  readonly text: string;
}

/** Which part of the page is the article: an element and its share of all sentences, the whole file, or the page's data. */
export type Choice = { readonly from: 'element'; readonly element: string; readonly percent: number } | { readonly from: 'file' } | { readonly from: 'data' };

export interface Extract {
  readonly title: string;
  readonly byline: string | null;
  readonly published: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly html: string;
  readonly images: readonly string[];
  readonly choice: Choice;
  readonly dropped: readonly DroppedBlock[];
}
