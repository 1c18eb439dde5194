// Which capture an article shows: the user's choice counts over what a recapture decided.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { excerptOf } from '../extract/article-text.ts';
import { countWords } from '../extract/language.ts';
import { isComplete } from './capture-count.ts';
import type { EngineContext } from './context.ts';
import { refreshIndex } from './index-article.ts';
import { textOf } from './look-into.ts';

/** Failures: `not-found`, `damaged`, and those of a library that cannot be written. */
export async function chooseCapture(context: EngineContext, id: string, captureId: string, signal: AbortSignal): Promise<Result<null>> {
  const { library } = context;
  if (library.refusal !== null) return { ok: false, failure: library.refusal };
  const located = await library.article(id);
  if (!located.ok) return located;
  const manifest = await library.manifest(located.value.folder, captureId);
  if (!manifest.ok) return manifest;
  const text = await textOf(context, id, captureId, 'text', signal);
  if (!text.ok) return text;
  const chosen = await library.changeArticle(id, (article) => {
    const entry = article.captures.find((capture) => capture.id === captureId);
    if (entry === undefined) return;
    article.shown = captureId;
    article.complete = isComplete(manifest.value);
    article.words = entry.words ?? countWords(text.value);
    article.excerpt = excerptOf(text.value);
  });
  if (!chosen.ok) return chosen;
  if (chosen.value.document.shown !== captureId) return fail('not-found', captureId, 'no capture has this id');
  await refreshIndex(context, id);
  return ok(null);
}
