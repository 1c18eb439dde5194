// A page as a save makes it: surveyed, read, cleaned; without the web and the disk, so that thousands take seconds.

import { surveyPage } from '../../main/engine/capture/survey-page.ts';
import { plainTree } from '../../main/engine/capture/plain-tree.ts';
import { cleanPage } from '../../main/engine/clean/clean-page.ts';
import { extractArticle } from '../../main/engine/extract/extract-article.ts';
import type { CleanPages } from '../../main/engine/model/clean-html.ts';

const url = 'https://news.example/a/b.html';

/** Null for a page without an article, of which nothing is kept. The whole page counts as the article, so that as much as possible of it comes into the reader view. */
export function archive(html: string, links: Readonly<Record<string, string>> = {}): CleanPages | null {
  const survey = surveyPage({ html, base: url, lead: null });
  const draft = extractArticle({ html: plainTree(survey.html), url, base: survey.base, hints: { wholePage: true, title: 'A page' } });
  if (draft === null) return null;
  return cleanPage({ draft, html: survey.html, base: survey.base, url, links });
}
