// Stage 7: the stored copy is opened as a reader will open it, without a network; where no Chromium is there to do so, it
// is parsed and hashed instead. What came of it stands in the article, for the badge.

import { worksOffline } from '../../../../preload/contract/article.ts';
import type { Job } from '../jobs.ts';
import { checkByBrowser } from '../check-by-browser.ts';
import { checkByParsing } from '../check-by-parsing.ts';
import type { Committed, KnownAlready, Verified } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';

/** Cancelling leaves the check undone; the article is saved all the same. */
export async function verifyOffline(state: Committed, job: Job): Promise<StageOutcome<Verified, KnownAlready>> {
  const { context, article, manifest } = state;
  const offline =
    (await checkByBrowser(context.ports.browser, context.library, article.folder, manifest, job.signal)) ??
    (await checkByParsing(context, article.folder, manifest, job.signal));
  if (offline === null) return { next: { ...state, offline } };
  const changed = await context.library.changeArticle(article.document.id, (document) => {
    const entry = document.captures.find(({ id }) => id === manifest.captureId);
    if (entry !== undefined) entry.offline = offline;
  });
  const isShown = changed.ok && changed.value.document.shown === manifest.captureId;
  const revision = changed.ok ? await context.library.revisionOf(changed.value.folder) : null;
  if (revision !== null) context.index.updateRow(article.document.id, { revision, ...(isShown ? { offline: worksOffline(offline) } : {}) });
  context.changed('articles');
  return { next: { ...state, article: changed.ok ? changed.value : article, offline } };
}
