// Keeps the index in step with the library on disk: fills it when it is new, and notices what was changed by hand.

import type { ArticleOnDisk } from '../library/library.ts';
import type { EngineContext } from './context.ts';
import { indexedArticle } from './index-article.ts';
import { rebuildArticle } from './rebuild-article.ts';
import { rebuildMarks } from './rebuild-marks.ts';
import type { IndexedArticle, IndexedFolder } from '../search/index-types.ts';

/** Articles that are read at once: reading waits for the disk and for the workers most of the time. */
const readAtOnce = 8;
/** How often the window is told while many are indexed, in milliseconds. */
const newsEveryMs = 1000;

/**
 * Compares what is indexed with what lies on disk, and indexes the difference.
 * @returns how many articles were indexed anew.
 */
export async function syncIndex(context: EngineContext, signal: AbortSignal): Promise<number> {
  const known = new Map(context.index.ids().map((entry) => [entry.id, entry]));
  const count = await context.index.putMany(changedArticles(context, known, signal));
  if (signal.aborted) return count;
  // Saved or moved while the walk went on: what is on disk now decides.
  for (const id of known.keys()) await removeIfGone(context, id);
  context.index.settle();
  if (context.library.refusal === null && (await context.library.uniteSearches())) context.changed('searches');
  context.changed('articles');
  return count;
}

/** Entries of what is not as it was indexed, several made at a time, in the order of the walk. Takes what it has met off `known`. */
async function* changedArticles(context: EngineContext, known: Map<string, IndexedFolder>, signal: AbortSignal): AsyncGenerator<IndexedArticle> {
  const underWay: Promise<IndexedArticle | null>[] = [];
  let told = performance.now();
  for await (const found of context.library.walk()) {
    if (signal.aborted) break;
    const before = known.get(found.id) ?? null;
    // A folder without a document is no article; what the index has of it is looked at afterwards.
    if (found.revision !== '') known.delete(found.id);
    underWay.push(freshEntry(context, found, before, signal));
    if (underWay.length < readAtOnce) continue;
    const entry = await underWay.shift();
    if (entry !== null && entry !== undefined) yield entry;
    if (performance.now() - told < newsEveryMs || entry === null) continue;
    told = performance.now();
    context.changed('articles');
  }
  for (const entry of await Promise.all(underWay)) if (entry !== null) yield entry;
}

/** The entry of an article that is not as it was indexed; null where it is, and for what is no article. */
async function freshEntry(context: EngineContext, found: ArticleOnDisk, before: IndexedFolder | null, signal: AbortSignal): Promise<IndexedArticle | null> {
  const revision = await unitedRevision(context, found);
  if (revision === '' || (before?.revision === revision && before.folder === found.folder)) return null;
  if (await isDamaged(context, found.id)) await rebuildArticle(context, found, signal);
  await rebuildMarks(context, found);
  return indexedArticle(context, found.id, signal);
}

async function removeIfGone({ library, index }: EngineContext, id: string): Promise<void> {
  const located = await library.article(id);
  if (!located.ok && located.failure.kind === 'not-found') index.remove(id);
}

/** Brings the entries of some articles up to date where they are not as they lie on disk; true where one was not. */
export async function syncArticles(context: EngineContext, ids: Iterable<string>, signal: AbortSignal): Promise<boolean> {
  let changed = false;
  for (const id of ids) {
    if (signal.aborted) break;
    const before = context.index.entry(id);
    const found = await context.library.onDisk(id);
    if (found === null && before === null) continue;
    const entry = found === null ? null : await freshEntry(context, found, before, signal);
    if (entry !== null) context.index.put(entry);
    else if (found === null) await removeIfGone(context, id);
    changed ||= entry !== null || found === null;
  }
  if (changed) context.changed('articles');
  return changed;
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
