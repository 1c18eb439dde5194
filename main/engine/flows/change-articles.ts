// Changing articles: state, tags, trash. The library first, the index after it, then the news.

import type { StateChange } from '../../../preload/contract/calls.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { purge as purgeLibrary } from '../library/purge.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { ArticleDocument } from '../model/documents.ts';
import type { RowPatch } from '../search/index-types.ts';
import type { EngineContext } from './context.ts';

/** Answers the ids of those that were otherwise before. */
export async function setState(context: EngineContext, { ids, read, starred, archived }: StateChange): Promise<Result<readonly string[]>> {
  const change = { ...(read === undefined ? {} : { read }), ...(starred === undefined ? {} : { starred }), ...(archived === undefined ? {} : { archived }) };
  return changeEach(context, ids, ({ state }) => {
    const next = { ...state, ...change };
    const same = next.read === state.read && next.starred === state.starred && next.archived === state.archived;
    return same ? null : { fields: { state: next }, patch: change };
  });
}

/** Tags are trimmed; the same tag in another case is the same tag. Answers the ids of those whose tags are others now. */
export async function setTags(context: EngineContext, ids: readonly string[], add: readonly string[], remove: readonly string[]): Promise<Result<readonly string[]>> {
  const dropped = new Set(remove.map(tagKey));
  return changeEach(context, ids, ({ tags: before }) => {
    const kept = before.filter((tag) => !dropped.has(tagKey(tag)));
    const present = new Set(kept.map(tagKey));
    const fresh = add.map((tag) => tag.trim().replace(/\s+/g, ' ')).filter((tag) => tag !== '' && !present.has(tagKey(tag)));
    const tags = [...kept, ...new Set(fresh)];
    return tags.length === before.length && fresh.length === 0 ? null : { fields: { tags }, patch: { tags } };
  });
}

function tagKey(tag: string): string {
  return tag.trim().normalize('NFKC').toLowerCase();
}

interface Change {
  readonly fields: Partial<Pick<ArticleDocument, 'state' | 'tags'>>;
  readonly patch: RowPatch;
}

/** @param changeOf null where an article is already as it shall be: its document is then left alone. */
async function changeEach(context: EngineContext, ids: readonly string[], changeOf: (article: ArticleDocument) => Change | null): Promise<Result<readonly string[]>> {
  const { library, index } = context;
  return eachOf(context, ids, async (id) => {
    const located = await library.article(id);
    if (!located.ok) return located;
    if (changeOf(located.value.document) === null) return ok(false);
    let change: Change | null = null;
    const changed = await library.changeArticle(id, (article) => {
      change = changeOf(article);
      Object.assign(article, change?.fields);
    });
    if (!changed.ok) return changed;
    const revision = await library.revisionOf(changed.value.folder);
    index.updateRow(id, { ...(change as Change | null)?.patch, ...(revision === null ? {} : { revision }) });
    return ok(change !== null);
  });
}

export async function trash(context: EngineContext, ids: readonly string[]): Promise<Result<null>> {
  const at = context.ports.now();
  return nothingOf(await eachOf(context, ids, async (id) => {
    const moved = await context.library.toTrash(id, at);
    return moved.ok ? follow(context, id) : moved;
  }));
}

export async function restore(context: EngineContext, ids: readonly string[]): Promise<Result<null>> {
  return nothingOf(await eachOf(context, ids, async (id) => {
    const moved = await context.library.fromTrash(id);
    return moved.ok ? follow(context, id) : moved;
  }));
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

function nothingOf(result: Result<unknown>): Result<null> {
  return result.ok ? ok(null) : result;
}

async function follow(context: EngineContext, id: string): Promise<Result<boolean>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const { folder, document } = located.value;
  const revision = (await context.library.revisionOf(folder)) ?? '';
  context.index.updateRow(id, { folder, deletedAt: document.deletedAt, revision });
  return ok(true);
}

/**
 * All are tried; the first failure is answered at the end, so that one bad id does not stop the others.
 * @param work answers whether it changed anything. @returns the ids for which it did.
 */
async function eachOf(context: EngineContext, ids: readonly string[], work: (id: string) => Promise<Result<boolean>>): Promise<Result<readonly string[]>> {
  const { refusal } = context.library;
  if (refusal !== null) return { ok: false, failure: refusal };
  const changed: string[] = [];
  let failed: Result<never> | null = null;
  for (const id of ids) {
    const result = await work(id).catch((error: unknown): Result<boolean> => ({ ok: false, failure: storageFailure(error, id) }));
    if (!result.ok) failed ??= result;
    else if (result.value) changed.push(id);
  }
  context.changed('articles');
  return failed ?? ok(changed);
}
