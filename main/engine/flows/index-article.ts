// From an article on disk to its entry in the index: the one way in, for a save, a mark and a rebuild alike.

import { noteOf, tagsOf, wordsOf } from '../../../preload/contract/mark.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { worksOffline, type ArticleRow } from '../../../preload/contract/article.ts';
import type { LocatedArticle } from '../library/library.ts';
import { articleFolder, captureFolder, readerFile } from '../library/paths.ts';
import { madeAt } from '../model/id.ts';
import type { ArticleDocument } from '../model/documents.ts';
import type { IndexedArticle } from '../search/index-types.ts';
import type { EngineContext } from './context.ts';
import { showsDamage } from './describe-damage.ts';

/** The entry, or null for an article that cannot be read (it is logged, and `verify` lists it) and when it is aborted. */
export async function indexedArticle(context: EngineContext, id: string, signal: AbortSignal): Promise<IndexedArticle | null> {
  const { library, ports } = context;
  const located = await library.article(id);
  if (!located.ok) {
    ports.log.write('warning', `an article cannot be read: ${id}`, { failure: located.failure });
    return located.failure.kind === 'damaged' ? damagedEntry(context, id) : null;
  }
  const { folder, document } = located.value;
  const revision = (await library.revisionOf(folder)) ?? '';
  const annotations = await library.annotations(folder).catch(() => null);
  const words = await storedWords(context, located.value, signal);
  // An entry that was cut short would say less than there is.
  if (signal.aborted) return null;
  // Marks that cannot be read now are still those that were read before.
  const marks = annotations?.items ?? context.index.marksOf(id) ?? [];
  const isDamaged = words === null || annotations === null || (await showsDamage(context, located.value));
  return {
    row: rowOf(document, marks.length, isDamaged),
    text: words?.text ?? '',
    captions: words?.captions ?? '',
    hasVideo: words?.hasVideo ?? false,
    ...markedWords(marks),
    annotations: marks,
    knownAs: document.knownAs,
    folder,
    revision,
  };
}

/** What can still be said of an article whose document cannot be read: what was known of it before, or its id. */
async function damagedEntry({ index, library }: EngineContext, id: string): Promise<IndexedArticle> {
  const folder = index.folder(id) ?? articleFolder(id);
  const before = index.row(id);
  const nothing = { title: id, byline: null, site: null, url: null, published: null, language: null, tags: [], lead: null } as const;
  const state = { read: false, starred: false, archived: false, deletedAt: null, words: 0, images: { found: 0, saved: 0 }, marks: 0 } as const;
  const row = before ?? { id, savedAt: madeAt(id).toISOString(), ...nothing, ...state };
  const revision = (await library.revisionOf(folder)) ?? '';
  return { row: { ...row, status: 'damaged' }, text: '', captions: '', quotes: '', notes: '', hasVideo: false, annotations: [], knownAs: [], folder, revision };
}

/** Brings one article's entry up to date and tells the window. */
export async function refreshIndex(context: EngineContext, id: string): Promise<void> {
  const entry = await indexedArticle(context, id, new AbortController().signal);
  if (entry === null) context.index.remove(id);
  else context.index.put(entry);
  context.changed('articles');
}

export function markedWords(marks: readonly Annotation[]): { quotes: string; notes: string } {
  return {
    quotes: marks.map(wordsOf).join('\n'),
    notes: marks.flatMap((mark) => [noteOf(mark), ...tagsOf(mark)]).filter((note) => note !== '').join('\n'),
  };
}

interface StoredWords {
  readonly text: string;
  readonly captions: string;
  readonly hasVideo: boolean;
}

async function storedWords(context: EngineContext, { folder, document }: LocatedArticle, signal: AbortSignal): Promise<StoredWords | null> {
  const bytes = await context.library.read(`${captureFolder(folder, document.shown)}/${readerFile}`);
  if (bytes === null) return null;
  const words = await context.ports.pages.run('readText', { html: new TextDecoder().decode(bytes) }, signal);
  // A page that is too much for the worker is not damaged: it is found by its title.
  return words.ok ? words.value : { text: '', captions: '', hasVideo: false };
}

function rowOf(article: ArticleDocument, marks: number, damaged: boolean): Omit<ArticleRow, 'snippet'> {
  const shown = article.captures.find(({ id }) => id === article.shown);
  const images = shown?.images ?? { found: 0, saved: 0 };
  const check = shown?.offline ?? null;
  const { id, title, byline, site, url, published, savedAt, language, tags, deletedAt, words, state } = article;
  return {
    id, title, byline, site, url, published, savedAt, language, tags, deletedAt, words, images, marks,
    offline: check === null ? null : worksOffline(check),
    read: state.read,
    starred: state.starred,
    archived: state.archived,
    status: damaged ? 'damaged' : article.complete ? 'complete' : 'partial',
    lead: article.lead?.path ?? null,
  };
}
