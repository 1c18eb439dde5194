// Stage 6: the article can be found.

import { takeMarks } from '../import-marks.ts';
import { indexedArticle } from '../index-article.ts';
import type { Job } from '../jobs.ts';
import type { Committed, KnownAlready } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';

/** The article is saved by now: neither a cancellation nor a fault of the index takes that back. */
export async function index(state: Committed, _job: Job): Promise<StageOutcome<Committed, KnownAlready>> {
  const { context, article } = state;
  const { marks } = state.page.hints;
  if (marks !== undefined) await takeMarks(context, article.document, marks);
  const entry = await indexedArticle(context, article.document.id, new AbortController().signal);
  if (entry !== null) context.index.put(entry);
  context.changed('articles');
  return { next: state };
}
