// Changing articles: state, tags, trash. The library first, the index after it, then the news.

import type { StateChange } from '../../../preload/contract/calls.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { purge as purgeLibrary } from '../library/purge.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { ArticleDocument } from '../model/documents.ts';
import type { RowPatch } from '../search/index-types.ts';
import type { EngineContext } from './context.ts';

export async function setState(context: EngineContext, { ids, read, starred, archived }: StateChange): Promise<Result<null>> {
  const change = { ...(read === undefined ? {} : { read }), ...(starred === undefined ? {} : { starred }), ...(archived === undefined ? {} : { archived }) };
  return changeEach(context, ids, (article) => {
    article.state = { ...article.state, ...change };
    return change;
  });
}

/** Tags are trimmed; the same tag in another case is the same tag. */
export async function setTags(context: EngineContext, ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<Result<null>> {
  const dropped = new Set(remove.map(tagKey));
  return changeEach(context, ids, (article) => {
    const kept = article.tags.filter((tag) => !dropped.has(tagKey(tag)));
    const present = new Set(kept.map(tagKey));
    const fresh = add.map((tag) => tag.trim().replace(/\s+/g, ' ')).filter((tag) => tag !== '' && !present.has(tagKey(tag)));
    article.tags = [...kept, ...new Set(fresh)];
    return { tags: article.tags };
  });
}

function tagKey(tag: string): string {
  return tag.trim().normalize('NFKC').toLowerCase();
}

async function changeEach(context: EngineContext, ids: readonly string[], change: (article: ArticleDocument) => RowPatch): Promise<Result<null>> {
  return eachOf(context, ids, async (id) => {
    let patch: RowPatch = {};
    const changed = await context.library.changeArticle(id, (article) => {
      patch = change(article);
    });
    if (!changed.ok) return changed;
    const revision = await context.library.revisionOf(changed.value.folder);
    context.index.updateRow(id, revision === null ? patch : { ...patch, revision });
    return ok(null);
  });
}

export async function trash(context: EngineContext, ids: readonly string[]): Promise<Result<null>> {
  const at = context.ports.now();
  return eachOf(context, ids, async (id) => {
    const moved = await context.library.toTrash(id, at);
    return moved.ok ? follow(context, id) : moved;
  });
}

export async function restore(context: EngineContext, ids: readonly string[]): Promise<Result<null>> {
  return eachOf(context, ids, async (id) => {
    const moved = await context.library.fromTrash(id);
    return moved.ok ? follow(context, id) : moved;
  });
}

/** Removes articles in the trash for good; answers how many. */
export async function purge(context: EngineContext, ids: readonly string[] | null): Promise<Result<number>> {
  const { refusal } = context.library;
  if (refusal !== null) return { ok: false, failure: refusal };
  const removed = await purgeLibrary(context.ports.files, context.library, ids);
  for (const id of removed) context.index.remove(id);
  context.changed('articles');
  return ok(removed.length);
}

async function follow(context: EngineContext, id: string): Promise<Result<null>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const { folder, document } = located.value;
  const revision = (await context.library.revisionOf(folder)) ?? '';
  context.index.updateRow(id, { folder, deletedAt: document.deletedAt, revision });
  return ok(null);
}

/** All are tried; the first failure is answered at the end, so that one bad id does not stop the others. */
async function eachOf(context: EngineContext, ids: readonly string[], work: (id: string) => Promise<Result<null>>): Promise<Result<null>> {
  const { refusal } = context.library;
  if (refusal !== null) return { ok: false, failure: refusal };
  let failed: Result<null> | null = null;
  for (const id of ids) {
    const result = await work(id).catch((error: unknown): Result<null> => ({ ok: false, failure: storageFailure(error, id) }));
    if (!result.ok) failed ??= result;
  }
  context.changed('articles');
  return failed ?? ok(null);
}
