// How far an article was read: kept with the article, quietly. Lists and searches do not depend on it.

import type { ReadingProgress } from '../../../preload/contract/article.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { ArticleDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';

/** Failures: `not-found`, and those of writing. */
export async function keepProgress({ library, index }: EngineContext, id: string, progress: ReadingProgress): Promise<Result<null>> {
  const { refusal } = library;
  if (refusal !== null) return { ok: false, failure: refusal };
  try {
    const changed = await library.changeArticle(id, (article) => {
      article.progress = progress;
    });
    if (!changed.ok) return changed;
    // The index knows the document by its revision: it need not read it again.
    const revision = await library.revisionOf(changed.value.folder);
    if (revision !== null) index.updateRow(id, { revision });
    return ok(null);
  } catch (error) {
    return { ok: false, failure: storageFailure(error, id) };
  }
}

/** What another program wrote there, or a flipped bit, is no reason not to open the article. */
export function progressOf({ progress }: ArticleDocument): ReadingProgress | null {
  if (typeof progress?.read !== 'number' || !(progress.read >= 0 && progress.read <= 1) || !Array.isArray(progress.selector)) return null;
  return { read: progress.read, selector: progress.selector.filter((one) => typeof one === 'object' && one !== null && 'type' in one) };
}
