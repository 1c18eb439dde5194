// What every output is made from, and what it gives back.

import type { Locale } from '../../../preload/contract/messages/locale.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import type { PrintSettings } from '../../../preload/contract/print-settings.ts';
import type { CleanHtml } from '../model/clean-html.ts';
import type { ArticleDocument, ManifestDocument } from '../model/documents.ts';
import type { AssetsPort, BrowserPort } from '../model/ports.ts';

export interface Material {
  readonly article: ArticleDocument;
  /** Of the capture that is published. */
  readonly manifest: ManifestDocument;
  readonly readerHtml: CleanHtml;
  readonly marks: readonly Annotation[];
  /** A stored file by its path in the library (`blobs/…`), or null when it is missing. */
  readonly readBlob: (path: string) => Promise<Uint8Array | null>;
  /** The language of our own words on it. */
  readonly locale: Locale;
  readonly now: Date;
  /** The file's name without its ending: what a folder beside it is named after. */
  readonly name: string;
  /** `Offprint` and its version. */
  readonly software: string;
}

/** The article's language; where nobody knows it, that of our own words. */
export function languageOf({ article, locale }: Material): string {
  return article.language ?? locale;
}

export interface PublishTools {
  readonly browser: BrowserPort;
  readonly assets: AssetsPort;
  readonly print: PrintSettings;
  /** The articles as they lie in the library, packed to be attached (model/bundle.ts), or null. */
  readonly bundle: (ids: readonly string[]) => Promise<Uint8Array | null>;
  readonly signal: AbortSignal;
}

export interface Publication {
  readonly bytes: Uint8Array;
  /** Files that lie beside it, by their path relative to its folder, with `/`. */
  readonly beside: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}
