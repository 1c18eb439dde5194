// Marks: made, changed, taken away and put back. The document first, the index after it, then the news.

import type { EngineCalls, MarkChange, QuoteMarkRequest } from '../../../preload/contract/calls.ts';
import type { Annotation, MarkDraft } from '../../../preload/contract/mark.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { LocatedArticle } from '../library/library.ts';
import { captureFolder, readerFile } from '../library/paths.ts';
import { storageFailure } from '../library/storage-failure.ts';
import { DamagedDocument } from '../library/document-file.ts';
import { orderMarks } from '../marks/mark-order.ts';
import { changeMark, makeMark, markSource, saysPlace } from '../marks/mark.ts';
import { selectQuote } from '../marks/quote-mark.ts';
import { viewText } from '../marks/view-text.ts';
import type { AnnotationsDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';
import { markedWords } from './index-article.ts';

/** The article's marks in the order of its text; failures: `not-found`, `damaged`. */
export async function marksOf(context: EngineContext, id: string): Promise<Result<readonly Annotation[]>> {
  const located = await context.library.article(id);
  if (!located.ok) return located;
  try {
    const { items } = await context.library.annotations(located.value.folder);
    if (items.length < 2) return ok(items);
    return ok(orderMarks(await shownText(context, located.value), items));
  } catch (error) {
    if (error instanceof DamagedDocument) return fail('damaged', id, error.path);
    throw error;
  }
}

export async function addMark(context: EngineContext, id: string, draft: MarkDraft): Promise<Result<Annotation>> {
  return changeMarks(context, id, (document, { document: article }) => {
    const mark = makeMark(markSource(article), draft, context.ports.now());
    if (mark.ok) document.items.push(mark.value);
    return mark;
  });
}

export async function quoteMark(context: EngineContext, request: QuoteMarkRequest): Promise<Result<Annotation>> {
  const located = await context.library.article(request.id);
  if (!located.ok) return located;
  const selector = selectQuote(await shownText(context, located.value), request);
  if (selector === null) return fail('not-found', request.quote, 'these words do not stand in the article');
  const { color, note } = request;
  return addMark(context, request.id, { captureId: located.value.document.shown, view: 'reader', selector, color, note });
}

export async function editMark(
  context: EngineContext,
  request: { readonly id: string; readonly markId: string } & MarkChange,
): Promise<Result<Annotation>> {
  return changeMarks(context, request.id, (document) => {
    const index = document.items.findIndex(({ id }) => id === request.markId);
    const mark = document.items[index];
    if (mark === undefined) return fail('not-found', request.markId, 'no such mark');
    if (request.place !== undefined && !request.place.selector.some(saysPlace)) return fail('bad-input', 'place', 'no words');
    const changed = changeMark(mark, request, context.ports.now());
    document.items[index] = changed;
    return ok(changed);
  });
}

export async function removeMark(context: EngineContext, id: string, markId: string): Promise<Result<Annotation>> {
  return changeMarks(context, id, (document) => {
    const index = document.items.findIndex((mark) => mark.id === markId);
    const [mark] = index < 0 ? [] : document.items.splice(index, 1);
    return mark === undefined ? fail('not-found', markId, 'no such mark') : ok(mark);
  });
}

/** Puts a whole mark back; one with the same id is replaced. */
export async function putMark(context: EngineContext, id: string, mark: Annotation): Promise<Result<Annotation>> {
  return changeMarks(context, id, (document) => {
    const index = document.items.findIndex((other) => other.id === mark.id);
    if (index < 0) document.items.push(mark);
    else document.items[index] = mark;
    return ok(mark);
  });
}

export async function allMarks(context: EngineContext): Promise<Result<ReturnType<EngineCalls['allMarks']>>> {
  const found: { article: ReturnType<EngineCalls['allMarks']>[number]['article']; marks: readonly Annotation[] }[] = [];
  const page = 500;
  for (let offset = 0; ; offset += page) {
    const answer = context.index.find({ query: 'has:mark', place: 'all', tag: null, sort: 'newest', offset, limit: page, typing: false });
    for (const article of answer.rows) {
      const marks = await marksOf(context, article.id);
      if (marks.ok) found.push({ article, marks: marks.value });
    }
    if (offset + page >= answer.total) return ok(found);
  }
}

/** The text of the reader view that is shown, as marks count it; empty where it cannot be read. */
export async function shownText(context: EngineContext, { folder, document }: LocatedArticle): Promise<string> {
  const bytes = await context.library.read(`${captureFolder(folder, document.shown)}/${readerFile}`);
  return bytes === null ? '' : viewText(new TextDecoder().decode(bytes));
}

/** Changes the marks of one article, alone among its changes; `alter` says what was done, or why nothing was. */
export async function changeMarks<T>(
  context: EngineContext,
  id: string,
  alter: (document: AnnotationsDocument, article: LocatedArticle) => Result<T>,
): Promise<Result<T>> {
  const { library, index } = context;
  if (library.refusal !== null) return { ok: false, failure: library.refusal };
  const result = await library.inTurn(id, async (): Promise<Result<T>> => {
    const located = await library.article(id);
    if (!located.ok) return located;
    try {
      let outcome: Result<T> = fail('bug', id);
      let items: readonly Annotation[] = [];
      await library.changeAnnotations(located.value.folder, (document) => {
        outcome = alter(document, located.value);
        items = document.items;
      });
      const revision = (await library.revisionOf(located.value.folder)) ?? '';
      index.updateRow(id, { marks: items.length, ...markedWords(items), annotations: items, revision });
      return outcome;
    } catch (error) {
      if (error instanceof DamagedDocument) return fail('damaged', id, error.path);
      return { ok: false, failure: storageFailure(error, library.path) };
    }
  });
  if (result.ok) {
    context.changed('marks');
    context.changed('articles');
  }
  return result;
}
