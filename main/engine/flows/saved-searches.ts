// Searches that are kept as smart collections: listed with what they find now, put, renamed, taken away.

import type { CountedSearch, PutSearchRequest, RemovedSearch, SavedSearch } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { SearchEntry, SearchesDocument } from '../model/documents.ts';
import { newId } from '../model/id.ts';
import type { EngineContext } from './context.ts';

export async function savedSearches({ library, index }: EngineContext): Promise<Result<readonly CountedSearch[]>> {
  const { items } = await library.searches();
  return ok(items.map((entry) => {
    const search = searchOf(entry);
    return { ...search, count: index.total({ ...search, typing: false }) };
  }));
}

/** Keeps a search: a new one, or in the place of the one with its id. Failures: those of a library that cannot be written. */
export async function putSearch(context: EngineContext, { search, at }: PutSearchRequest): Promise<Result<SavedSearch>> {
  const put: SavedSearch = { ...search, id: search.id ?? newId(context.ports.now()) };
  return changed(context, put.id, ({ items }) => {
    const held = items.find(({ id }) => id === put.id);
    // Fields that others wrote into it stay.
    if (held !== undefined) Object.assign(held, put);
    else items.splice(at ?? items.length, 0, put);
    return ok(put);
  });
}

/** Takes a search away and answers it with its place, so that `putSearch` can undo this. Failures: `not-found`, and as above. */
export async function removeSearch(context: EngineContext, id: string): Promise<Result<RemovedSearch>> {
  return changed(context, id, ({ items }) => {
    const at = items.findIndex((entry) => entry.id === id);
    const [entry] = at < 0 ? [] : items.splice(at, 1);
    return entry === undefined ? fail('not-found', id, 'no search has this id') : ok({ search: searchOf(entry), at });
  });
}

async function changed<T>({ library, changed: tell }: EngineContext, about: string, alter: (document: SearchesDocument) => Result<T>): Promise<Result<T>> {
  if (library.refusal !== null) return { ok: false, failure: library.refusal };
  try {
    let result: Result<T> = fail('not-found', about);
    await library.changeSearches((document) => (result = alter(document)));
    tell('searches');
    return result;
  } catch (error) {
    return { ok: false, failure: storageFailure(error, about) };
  }
}

function searchOf({ id, name, query, place, tag, sort }: SearchEntry): SavedSearch {
  return { id, name, query, place, tag, sort };
}
