// The table of stages that every save and recapture goes through, and what is known after each.

import type { SaveRequest } from '../../../preload/contract/calls.ts';
import type { OfflineCheck } from '../../../preload/contract/article.ts';
import type { LocatedArticle } from '../library/library.ts';
import type { Staging } from '../library/staging.ts';
import type { CleanPages } from '../model/clean-html.ts';
import type { ManifestDocument, ManifestResource } from '../model/documents.ts';
import type { Draft } from '../model/draft.ts';
import type { PageSurvey, RawPage } from '../model/raw-page.ts';
import type { EngineContext } from './context.ts';
import { table } from './stages.ts';
import { identify } from './stages/identify.ts';
import { capture } from './stages/capture.ts';
import { extract } from './stages/extract.ts';
import { clean } from './stages/clean.ts';
import { commit } from './stages/commit.ts';
import { index } from './stages/index-saved.ts';
import { verifyOffline } from './stages/verify-offline.ts';

export interface SaveOrder {
  readonly context: EngineContext;
  readonly staging: Staging;
  readonly input: string;
  readonly options: Pick<SaveRequest, 'tags' | 'mode' | 'base'>;
  /** The article that gets a further capture, or null for a new one. */
  readonly target: LocatedArticle | null;
  /** Only what a capture of the target is missing is fetched, or null for the page and all that it shows. */
  readonly retry: Retry | null;
  readonly startedAt: Date;
}

export interface Retry {
  readonly captureId: string;
  /** The addresses to try, or null for all that are missing. */
  readonly urls: readonly string[] | null;
  /** Nothing is asked for: the views are made again of what is here. */
  readonly remakes?: true;
}

/** Where the page comes from. `earlier`: the capture whose stored bytes it is; what that `had` is taken over. */
export type Source =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'page'; readonly page: RawPage; readonly folder: string | null; readonly had: readonly ManifestResource[]; readonly earlier: ManifestDocument | null; readonly further: readonly RawPage[] };

export interface Identified extends SaveOrder {
  readonly source: Source;
}

export interface Captured extends Identified {
  readonly page: RawPage;
  readonly survey: PageSurvey;
  readonly resources: readonly ManifestResource[];
  /** The article's pages after the first, in order. */
  readonly further: readonly SurveyedPage[];
}

export interface SurveyedPage {
  readonly page: RawPage;
  readonly survey: PageSurvey;
}

export interface Extracted extends Captured {
  readonly draft: Draft;
}

export interface Cleaned extends Extracted {
  readonly pages: CleanPages;
}

export interface Committed extends Cleaned {
  readonly article: LocatedArticle;
  readonly manifest: ManifestDocument;
}

export interface Verified extends Committed {
  readonly offline: OfflineCheck | null;
}

/** Nothing was to be stored: the address is known already, or nothing of what is missing could be had. */
export interface KnownAlready {
  readonly known: LocatedArticle;
  /** What is missing still, of a retry that brought nothing. */
  readonly still?: readonly ManifestResource[];
}

export const saveStages = table<SaveOrder, KnownAlready>()
  // First what costs nothing: is it a link or a file at all, and is it here already?
  .stage('identify', identify)
  // All that the page shows, before anything is left out: extraction drops pictures, capture must not.
  .stage('capture', capture)
  .stage('extract', extract)
  // After capture, since links are made local by what was really stored.
  .stage('clean', clean)
  // Blobs first, the article last: until here nothing is visible, from here it is whole.
  .stage('commit', commit)
  .always('index', index)
  // On the stored files, as a reader will open them; a copy that fails is kept, and says so.
  .always('verify', verifyOffline);
