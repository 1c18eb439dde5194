// The branded type of inert HTML. Only clean/ makes it; everything that stores, shows or prints HTML asks for it.

import type { Draft } from './draft.ts';

declare const clean: unique symbol;
export type CleanHtml = string & { readonly [clean]: true };

export interface CleanRequest {
  readonly draft: Draft;
  readonly html: string;
  readonly base: string | null;
  readonly url: string | null;
  /** Absolute address of each stored resource -> its path relative to the capture's folder. */
  readonly links: Readonly<Record<string, string>>;
  /** Absolute address of each resource that is missing -> why, in the manifest's words. */
  readonly missing?: Readonly<Record<string, string>>;
}

export interface CleanPages {
  /** A whole document: a header with title, byline, site and date, then the article. */
  readonly reader: CleanHtml;
  /** The whole page in its own look. */
  readonly original: CleanHtml;
}
