// Makes and changes marks as W3C annotations. Where they stand in a text is anchor.ts's matter; how they lie on disk the library's.

import { randomUUID } from 'node:crypto';
import type { MarkChange } from '../../../preload/contract/calls.ts';
import { noteOf, tagsOf, type Annotation, type MarkDraft, type MarkPlace, type Selector, type TextualBody } from '../../../preload/contract/mark.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

/** What annotations of an article name as their source: its address, or a URN where it has none. */
export function markSource(article: { readonly id: string; readonly url: string | null }): string {
  return article.url ?? `urn:offprint:article:${article.id}`;
}

/** A new mark. `bad-input` for a draft without words or a picture: it could never be found again. */
export function makeMark(source: string, draft: MarkDraft, now: Date): Result<Annotation> {
  if (!draft.selector.some(saysPlace)) return fail('bad-input', 'mark', 'no words');
  return ok({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${randomUUID()}`,
    type: 'Annotation',
    created: now.toISOString(),
    modified: now.toISOString(),
    ...bodyParts(draft.note, []),
    target: { source, ...placeParts(draft), styleClass: draft.color },
  });
}

/** The mark with another note, colour, place or tags; what is not given stays, and so does what others wrote into it. */
export function changeMark(mark: Annotation, change: MarkChange, now: Date): Annotation {
  const { note, tags, color, place } = change;
  const newBody = note === undefined && tags === undefined ? {} : bodyParts(note ?? noteOf(mark), tags ?? tagsOf(mark));
  return {
    ...mark,
    ...newBody,
    modified: now.toISOString(),
    target: { ...mark.target, ...(place === undefined ? {} : placeParts(place)), styleClass: color ?? mark.target.styleClass },
  };
}

/** Whether a selector says what is marked, not only where. */
export function saysPlace(selector: Selector): boolean {
  return selector.type === 'FragmentSelector' || (selector.type === 'TextQuoteSelector' && selector.exact.trim() !== '');
}

function placeParts({ selector, captureId, view }: MarkPlace): Pick<Annotation['target'], 'selector' | 'offprint:capture' | 'offprint:view'> {
  return { selector, 'offprint:capture': captureId, 'offprint:view': view };
}

export function bodyParts(note: string, tags: readonly string[]): Pick<Annotation, 'motivation' | 'body'> {
  const notes = note.trim() === '' ? [] : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' } as const];
  const wanted = [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
  const body: readonly TextualBody[] = [...notes, ...wanted.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' }) as const)];
  return { motivation: notes.length === 0 ? 'highlighting' : 'commenting', body };
}
