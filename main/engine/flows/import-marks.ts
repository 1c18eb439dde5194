// Merging marks that were exported elsewhere onto the articles of this library: by address, else by their words.

import { extname } from 'node:path';
import type { MarksImport } from '../../../preload/contract/calls.ts';
import { quoteOf, wordsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { createAnchor } from '../../../preload/contract/anchor.ts';
import { readForeignMark, type ForeignMark } from '../marks/foreign-mark.ts';
import { mergeMarks } from '../marks/merge-marks.ts';
import { markSource } from '../marks/mark.ts';
import { annotationsIn, looksLikeMarks } from '../marks/read-marks.ts';
import { comparable, isWeb } from '../model/address.ts';
import type { ArticleDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import type { EngineContext } from './context.ts';
import { changeMarks, shownText } from './annotate.ts';

/** Bytes: marks of a whole library are far below. */
const largest = 200_000_000;
/** Articles whose text is looked into for words whose article is not known by its address. */
const mostLookedInto = 5;

/**
 * Failures: `not-found`, `too-large`, `unsupported` (no marks in it), `read-only` and the like. Marks whose article is not
 * here are listed, not failed.
 */
export async function importMarks(context: EngineContext, request: { readonly path: string } | { readonly text: string }): Promise<Result<MarksImport>> {
  if (context.library.refusal !== null) return { ok: false, failure: context.library.refusal };
  const text = 'text' in request ? ok(request.text) : await readText(context, request.path);
  if (!text.ok) return text;
  const given = annotationsIn(text.value);
  if (given === null) return fail('unsupported', 'path' in request ? request.path : 'marks', 'no marks in it');
  const { byArticle, unplaced } = await sorted(context, given);
  const articles: MarksImport['articles'][number][] = [];
  let known = 0;
  for (const [id, marks] of byArticle) {
    const merged = await mergeInto(context, id, marks);
    if (!merged.ok) return merged;
    articles.push({ id, title: context.index.row(id)?.title ?? '', added: merged.value.added });
    known += merged.value.known;
  }
  const added = articles.reduce((sum, article) => sum + article.added, 0);
  return ok({ added, known, unplaced, articles });
}

/** Marks that came with an article's own file: those that are none, or mark nothing, are left. */
export async function takeMarks(context: EngineContext, { id, shown }: Pick<ArticleDocument, 'id' | 'shown'>, given: readonly unknown[]): Promise<void> {
  const marks = given.map((one) => readForeignMark(one, shown, context.ports.now())).filter((mark) => mark !== null);
  if (marks.length > 0) await mergeInto(context, id, marks);
}

/** Whether an input is a file of marks: by its ending, or where others end so too by what is in it. */
export async function isMarksFile(files: FilesPort, input: string): Promise<boolean> {
  const ending = extname(input).toLowerCase();
  if (isWeb(input) || !['.jsonld', '.json', '.md', '.markdown'].includes(ending)) return false;
  const stat = await files.stat(input);
  if (stat?.kind !== 'file' || stat.bytes > largest) return false;
  if (ending === '.jsonld') return true;
  const text = new TextDecoder().decode((await files.read(input)) ?? new Uint8Array());
  return ending === '.json' ? annotationsIn(text) !== null : looksLikeMarks(text);
}

async function readText(context: EngineContext, path: string): Promise<Result<string>> {
  const stat = await context.ports.files.stat(path);
  if (stat === null || stat.kind !== 'file') return fail('not-found', path, 'no such file');
  if (stat.bytes > largest) return fail('too-large', path, `${Math.round(stat.bytes / 1e6)} MB`);
  const bytes = await context.ports.files.read(path);
  return bytes === null ? fail('not-found', path, 'no such file') : ok(new TextDecoder().decode(bytes));
}

/** Stands for the capture of a mark that does not say one; the article's shown one takes its place. */
const noCapture = 'none';

interface Sorted {
  readonly byArticle: ReadonlyMap<string, readonly ForeignMark[]>;
  readonly unplaced: MarksImport['unplaced'];
}

async function sorted(context: EngineContext, given: readonly unknown[]): Promise<Sorted> {
  const byArticle = new Map<string, ForeignMark[]>();
  const unplaced: MarksImport['unplaced'][number][] = [];
  const bySource = new Map<string, string | null>();
  for (const annotation of given) {
    const foreign = readForeignMark(annotation, noCapture, context.ports.now());
    const id = foreign === null ? null : ((await bySourceOf(context, foreign.source, bySource)) ?? (await byWords(context, foreign.mark)));
    if (foreign === null || id === null) unplaced.push({ source: foreign?.source ?? '', words: foreign === null ? '' : wordsOf(foreign.mark).slice(0, 200) });
    else {
      const marks = byArticle.get(id) ?? [];
      marks.push(foreign);
      byArticle.set(id, marks);
    }
  }
  return { byArticle, unplaced };
}

async function bySourceOf(context: EngineContext, source: string, known: Map<string, string | null>): Promise<string | null> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const address = comparable(source);
  const own = /^urn:offprint:article:([\w-]{1,64})$/.exec(source)?.[1] ?? null;
  const named = own !== null && (await context.library.article(own)).ok ? own : null;
  const id = named ?? (address === null ? null : context.index.knownAs(address));
  known.set(source, id);
  return id;
}

/** The one article in whose text the words stand; null where they stand in none or in several. */
async function byWords(context: EngineContext, mark: Annotation): Promise<string | null> {
  const words = quoteOf(mark)?.exact.replace(/["\s]+/g, ' ').trim() ?? '';
  if (words.length < 12) return null;
  const answer = context.index.find({ query: `"${words.slice(0, 120)}"`, place: 'all', tag: null, sort: 'relevance', offset: 0, limit: mostLookedInto, typing: false });
  const holding: string[] = [];
  for (const { id } of answer.rows) {
    const located = await context.library.article(id);
    const anchored = located.ok ? createAnchor(await shownText(context, located.value))(mark.target.selector) : null;
    if (anchored !== null && anchored.state !== 'changed') holding.push(id);
  }
  return holding.length === 1 ? (holding[0] ?? null) : null;
}

function mergeInto(context: EngineContext, id: string, marks: readonly ForeignMark[]): Promise<Result<{ added: number; known: number }>> {
  return changeMarks(context, id, (document, { document: article }) => {
    const coming = marks.map(({ mark }) => {
      const capture = article.captures.some((one) => one.id === mark.target['offprint:capture']) ? mark.target['offprint:capture'] : article.shown;
      return { ...mark, target: { ...mark.target, source: markSource(article), 'offprint:capture': capture } };
    });
    const { items, added } = mergeMarks(document.items, coming);
    document.items = [...items];
    return ok({ added, known: marks.length - added });
  });
}
