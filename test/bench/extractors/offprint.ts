// The engine's own way from a page to its article, for the scorer: what a save does, without the worker around it.

import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';
import type { Draft } from '../../../main/engine/model/draft.ts';

export function extract(html: string, url: string): Draft | null {
  const survey = surveyPage({ html, base: url, lead: null });
  return extractArticle({ html: survey.html, url, base: survey.base, hints: {} });
}
