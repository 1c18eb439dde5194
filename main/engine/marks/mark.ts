// Makes and changes marks as W3C annotations. Where they stand in a text is anchor.ts's matter; how they lie on disk the library's.

import { randomUUID } from 'node:crypto';
import type { Annotation, MarkColor, MarkDraft, TextualBody } from '../../../preload/contract/mark.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

/** What annotations of an article name as their source: its address, or a URN where it has none. */
export function markSource(article: { readonly id: string; readonly url: string | null }): string {
  return article.url ?? `urn:offprint:article:${article.id}`;
}

/** A new mark. `bad-input` for a draft without a quote: it could never be found again. */
export function makeMark(source: string, draft: MarkDraft, now: Date): Result<Annotation> {
  const quoted = draft.selector.some((selector) => selector.type === 'TextQuoteSelector' && selector.exact.trim() !== '');
  if (!quoted) return fail('bad-input', 'mark', 'no words');
  return ok({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${randomUUID()}`,
    type: 'Annotation',
    created: now.toISOString(),
    modified: now.toISOString(),
    ...noteParts(draft.note),
    target: {
      source,
      selector: draft.selector,
      styleClass: draft.color,
      'offprint:capture': draft.captureId,
      'offprint:view': draft.view,
    },
  });
}

/** The mark with another note or colour; what is not given stays, and so does what others wrote into it. */
export function changeMark(
  mark: Annotation,
  change: { readonly note?: string | undefined; readonly color?: MarkColor | undefined },
  now: Date,
): Annotation {
  return {
    ...mark,
    ...(change.note === undefined ? {} : noteParts(change.note)),
    modified: now.toISOString(),
    target: { ...mark.target, styleClass: change.color ?? mark.target.styleClass },
  };
}

function noteParts(note: string): { motivation: Annotation['motivation']; body: readonly TextualBody[] } {
  if (note.trim() === '') return { motivation: 'highlighting', body: [] };
  const body: TextualBody = { type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' };
  return { motivation: 'commenting', body: [body] };
}
