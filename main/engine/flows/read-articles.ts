// Reading: lists and searches from the index, one article with its captures from the library.

import type { ArticleRow, ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import type { LibraryView } from '../../../preload/contract/calls.ts';
import { charactersAMinute, wordsAMinute } from '../../../preload/contract/reading-time.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { LocatedArticle } from '../library/library.ts';
import { captureFolder, originalFile, readerFile } from '../library/paths.ts';
import type { CaptureEntry } from '../model/documents.ts';
import type { EngineContext } from './context.ts';
import { damageOf } from './describe-damage.ts';
import { indexedArticle } from './index-article.ts';
import { progressOf } from './keep-progress.ts';
import { missingOf } from './save.ts';

export function libraryView(context: EngineContext): LibraryView {
  const { id, name } = context.library.document;
  const { all, archived } = context.index.counts();
  return { id, name, path: context.library.path, readOnly: context.library.refusal !== null, articles: all + archived };
}

/** Failures: `not-found`. */
export function relatedTo({ index }: EngineContext, id: string, limit: number): Result<readonly ArticleRow[]> {
  const rows = index.related(id, limit);
  return rows === null ? fail('not-found', id, 'no article has this id') : ok(rows);
}

/** Failures: `not-found`, `damaged`. */
export async function articleView(context: EngineContext, id: string): Promise<Result<ArticleView>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  const { document } = located.value;
  // Normally there; an article that a sync brought a moment ago is read from the disk.
  const row = context.index.row(id) ?? (await rowFromDisk(context, id));
  const captures: CaptureView[] = [];
  for (const entry of document.captures) captures.push(await captureView(context, located.value, entry));
  const { subtitle, modified, shown, words, language } = document;
  const readingMinutes = Math.max(1, Math.round(words / (/^(zh|ja)/.test(language ?? '') ? charactersAMinute : wordsAMinute)));
  return ok({ ...row, subtitle, section: document.section ?? null, modified, captures, shown, readingMinutes, damage: await damageOf(context, located.value), progress: progressOf(document) });
}

async function rowFromDisk(context: EngineContext, id: string): Promise<Omit<ArticleView, keyof Pick<ArticleView, 'subtitle' | 'section' | 'modified' | 'captures' | 'shown' | 'readingMinutes' | 'damage' | 'progress'>>> {
  const entry = await indexedArticle(context, id, new AbortController().signal);
  if (entry === null) throw new Error(`the article ${id} went away while it was read`);
  return { ...entry.row, snippet: [] };
}

async function captureView(context: EngineContext, { folder, document }: LocatedArticle, entry: CaptureEntry): Promise<CaptureView> {
  const manifest = await context.library.manifest(folder, entry.id);
  const inside = captureFolder(folder, entry.id);
  return {
    ...entry,
    words: entry.words ?? (entry.id === document.shown ? document.words : null),
    worse: entry.worse ?? null,
    completes: entry.completes ?? null,
    url: document.url,
    missing: manifest.ok ? missingOf(manifest.value) : [],
    reader: `${inside}/${readerFile}`,
    original: `${inside}/${originalFile}`,
    sourceSha256: manifest.ok ? manifest.value.page.sha256 : '',
  };
}
