// An annotation as another program (or an older Offprint) wrote it, in our form. What we do not know stays in it.

import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { annotation } from '../../../preload/contract/check-parts.ts';
import { markColors, type Annotation, type MarkColor, type Selector } from '../../../preload/contract/mark.ts';
import { bodyParts } from './mark.ts';

/** What its article is called where it came from, and the mark; `offprint:capture` is the caller's to set where it is `''`. */
export interface ForeignMark {
  readonly source: string;
  readonly mark: Annotation;
}

/** Null for what is no annotation, or marks neither words nor a picture: it could not be shown anywhere. */
export function readForeignMark(given: unknown, captureId: string, now: Date): ForeignMark | null {
  if (!isRecord(given) || !listOf(given['type']).includes('Annotation')) return null;
  const target = listOf(given['target']).find((one) => isRecord(one) || typeof one === 'string');
  const record = isRecord(target) ? target : {};
  const selector = selectorsOf(record['selector']);
  if (!selector.some(({ type }) => type !== 'TextPositionSelector')) return null;
  const source = typeof target === 'string' ? target : textOf(isRecord(record['source']) ? record['source']['id'] : record['source']);
  const created = dateOf(given['created']) ?? now.toISOString();
  const mark = v.safeParse(annotation, {
    ...given,
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: textOf(given['id']) === '' || textOf(given['id']).length > 2_000 ? `urn:uuid:${randomUUID()}` : given['id'],
    type: 'Annotation',
    created,
    modified: dateOf(given['modified']) ?? created,
    ...bodiesOf(given),
    target: {
      ...record,
      source,
      selector,
      styleClass: colorOf(record['styleClass']),
      'offprint:capture': /^[\w-]{1,64}$/.test(textOf(record['offprint:capture'])) ? record['offprint:capture'] : captureId,
      'offprint:view': record['offprint:view'] === 'original' ? 'original' : 'reader',
    },
  });
  return mark.success ? { source, mark: mark.output } : null;
}

/** https://www.w3.org/TR/annotation-model/#bodies-and-targets: text, one body or several; what is not text is left. */
function bodiesOf(given: Readonly<Record<string, unknown>>): Pick<Annotation, 'motivation' | 'body'> {
  const notes: string[] = [textOf(given['bodyValue'])];
  const tags: string[] = [];
  for (const body of listOf(given['body'])) {
    const value = typeof body === 'string' ? body : isRecord(body) ? textOf(body['value']) : '';
    const purposes = isRecord(body) ? listOf(body['purpose']) : [];
    (purposes.includes('tagging') ? tags : notes).push(value);
  }
  return bodyParts(notes.filter((note) => note.trim() !== '').join('\n\n'), tags.map((tag) => tag.slice(0, 200)));
}

/** Those that we know, also where they refine another one. */
function selectorsOf(given: unknown, depth = 0): Selector[] {
  return listOf(given).filter(isRecord).flatMap((selector): Selector[] => {
    const inner = depth < 4 ? [selector['refinedBy'], selector['items']].flatMap((one) => selectorsOf(one, depth + 1)) : [];
    const known = knownSelector(selector);
    return known === null ? inner : [known, ...inner];
  }).slice(0, 8);
}

function knownSelector(selector: Readonly<Record<string, unknown>>): Selector | null {
  switch (selector['type']) {
    case 'TextQuoteSelector': {
      const exact = textOf(selector['exact']);
      const own = v.safeParse(occurrence, selector['offprint:occurrence']);
      if (exact.trim() === '') return null;
      const sides = { prefix: textOf(selector['prefix']).slice(-1000), suffix: textOf(selector['suffix']).slice(0, 1000) };
      return { type: 'TextQuoteSelector', exact, ...sides, ...(own.success ? { 'offprint:occurrence': own.output } : {}) };
    }
    case 'TextPositionSelector': {
      const { start, end } = selector;
      if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
      return { type: 'TextPositionSelector', start: Math.max(0, Number(start)), end: Math.max(0, Number(end)) };
    }
    case 'FragmentSelector': {
      const picture = v.safeParse(markedPicture, selector['offprint:picture']);
      const value = textOf(selector['value']);
      if (!picture.success || !value.startsWith('xywh=percent:')) return null;
      return { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value, 'offprint:picture': picture.output };
    }
    default:
      return null;
  }
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const occurrence = v.strictObject({ nth: whole, of: whole, told: v.picklist(['both', 'prefix', 'suffix', 'neither']) });
const markedPicture = v.strictObject({ file: v.string(), words: v.string(), nth: whole });

function colorOf(given: unknown): MarkColor {
  return markColors.find((color) => color === given) ?? 'yellow';
}

function dateOf(given: unknown): string | null {
  const time = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function textOf(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

/** JSON-LD writes one thing as itself and several as a list. */
function listOf(given: unknown): readonly unknown[] {
  return given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];
}

function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
