// Articles with their captures, marks and pictures, as they lie attached in a PDF: a zip laid out as a library is
// (docs/library-format.md), so that what is unpacked by hand opens in a browser too.

import type { Annotation } from '../../../preload/contract/mark.ts';
import type { CleanHtml } from './clean-html.ts';
import type { ArticleDocument, ManifestDocument } from './documents.ts';

/** The attachment's name. */
export const bundleName = 'offprint-article.zip';

export interface BundledCapture {
  readonly manifest: ManifestDocument;
  readonly reader: CleanHtml;
  readonly original: CleanHtml;
  /** The page as it came, and those that follow it: not packed. Never empty. */
  readonly sources: readonly Uint8Array[];
}

export interface BundledArticle {
  readonly document: ArticleDocument;
  readonly marks: readonly Annotation[];
  /** Never empty; the one that is shown first. */
  readonly captures: readonly BundledCapture[];
}

export interface Bundle {
  readonly articles: readonly BundledArticle[];
  /** By their path in a library. */
  readonly blobs: Readonly<Record<string, Uint8Array>>;
}
