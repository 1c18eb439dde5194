// The pure jobs on a stranger's page, by name, that run in the bounded worker; engine/page-worker.ts has the table that
// answers them. What goes in and out is plain data (structured clone).

import type { CaptureDiff } from '../../../preload/contract/calls.ts';
import type { Bundle } from './bundle.ts';
import type { CleanRequest, CleanPages } from './clean-html.ts';
import type { Draft, ExtractRequest } from './draft.ts';
import type { StoredSurvey, StoredText } from './stored-survey.ts';
import type { MarkedFrames, MarkFramesRequest, PageSurvey, PlaceFramesRequest, StyleSurvey, SurveyRequest, StyleRequest } from './raw-page.ts';

export interface ComparedViews extends Pick<CaptureDiff, 'inserted' | 'deleted' | 'hunks' | 'edits'> {
  /** Links of pictures that the later view does not show where the earlier did, and where in the later text that is. */
  readonly gone: readonly { readonly link: string; readonly at: number }[];
}

export interface PageJobs {
  /** Every resource that a page shows. */
  survey: { input: SurveyRequest; output: PageSurvey };
  /** A page with what it takes from other drawings (`<use>`) put in its place. */
  inlineSprites: { input: { html: string; sprites: Readonly<Record<string, string>> }; output: { html: string } };
  /** Every resource that a stylesheet shows. */
  surveyStyle: { input: StyleRequest; output: StyleSurvey };
  /** The frames of a page that was fetched. */
  markFrames: { input: MarkFramesRequest; output: MarkedFrames };
  /** A page with its frames' contents in it. */
  placeFrames: { input: PlaceFramesRequest; output: { html: string } };
  /** A stylesheet with absolute addresses. */
  absoluteStyle: { input: StyleRequest; output: { css: string } };
  /** The article on a page. */
  extract: { input: ExtractRequest; output: Draft | null };
  /** One article out of those on its pages, in their order. */
  joinDrafts: { input: { drafts: readonly Draft[] }; output: Draft };
  /** The reader and the original view, inert and local. */
  clean: { input: CleanRequest; output: CleanPages };
  /** The words of a stored reader view, for the index. */
  readText: { input: { html: string }; output: { text: string; captions: string; hasVideo: boolean } };
  /** What was changed between two stored reader views. */
  compare: { input: { before: string; after: string; language: string | null }; output: ComparedViews };
  /** What a stored page or stylesheet would load. */
  surveyStored: { input: StoredText; output: StoredSurvey };
  /** The articles that lie attached in a PDF; null where none do. */
  unpackBundle: { input: { bytes: Uint8Array }; output: Bundle | null };
  /** A stylesheet with its links made local. */
  localiseStyle: { input: StyleRequest & { links: Readonly<Record<string, string>> }; output: { css: string } };
}

export type PageJobName = keyof PageJobs;
