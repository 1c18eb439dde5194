// Keeps the index in step with the library on disk: fills it when it is new, and notices what was changed by hand.

import type { ArticleOnDisk } from '../library/library.ts';
import { finishPurges } from '../library/purge.ts';
import type { EngineContext } from './context.ts';
import { indexedArticle } from './index-article.ts';
import { rebuildArticle } from './rebuild-article.ts';
import type { IndexedArticle } from '../search/index-types.ts';

/**
 * Compares what is indexed with what lies on disk, and indexes the difference.
 * @returns how many articles were indexed anew.
 */
export async function syncIndex(context: EngineContext, signal: AbortSignal): Promise<number> {
  const known = new Map(context.index.ids().map((entry) => [entry.id, entry]));
  async function* changed(): AsyncGenerator<IndexedArticle> {
    for await (const found of context.library.walk()) {
      const { id, folder } = found;
      if (signal.aborted) return;
      const revision = await unitedRevision(context, found);
      // A folder without a document is no article; what the index has of it goes below.
      if (revision === '') continue;
      const before = known.get(id);
      known.delete(id);
      if (before?.revision === revision && before.folder === folder) continue;
      if (await isDamaged(context, id)) await rebuildArticle(context, found, signal);
      const entry = await indexedArticle(context, id, signal);
      if (entry !== null) yield entry;
    }
  }
  const count = await context.index.putMany(changed());
  if (signal.aborted) return count;
  for (const id of known.keys()) {
    // Saved or moved while the walk went on: what is on disk now decides.
    const located = await context.library.article(id);
    if (!located.ok && located.failure.kind === 'not-found') context.index.remove(id);
  }
  context.index.settle();
  context.changed('articles');
  return count;
}

/** An article's revision once what a sync tool left beside it is part of it. */
async function unitedRevision({ library }: EngineContext, found: ArticleOnDisk): Promise<string> {
  const isUnited = library.refusal === null && (await library.uniteCopies(found));
  return isUnited ? ((await library.revisionOf(found.folder)) ?? '') : found.revision;
}

/** Of those that may be mended: a reader changes nothing. */
async function isDamaged({ library }: EngineContext, id: string): Promise<boolean> {
  if (library.refusal !== null) return false;
  const located = await library.article(id);
  return !located.ok && located.failure.kind === 'damaged';
}

/** Brings what an earlier process left to its end, and the index up to date. For the time after opening. */
export async function catchUp(context: EngineContext, signal: AbortSignal): Promise<void> {
  await syncIndex(context, signal);
  if (context.library.refusal === null && !signal.aborted) await finishPurges(context.ports.files, context.library);
}

/** Makes the index anew from nothing. */
export async function rebuildIndex(context: EngineContext, signal: AbortSignal): Promise<{ articles: number; tookMs: number }> {
  const startedAt = performance.now();
  context.index.clear();
  const articles = await syncIndex(context, signal);
  return { articles, tookMs: Math.round(performance.now() - startedAt) };
}
