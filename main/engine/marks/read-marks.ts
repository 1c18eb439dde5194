// Marks out of a document: a W3C annotation, a page or a collection of them, a list, one a line, or our Markdown.

import { articleComment, markComment, marksHeading, noteBelow } from '../../../preload/contract/marks-document.ts';

/** The annotations in a text, each as it stands there (foreign-mark.ts reads them); null where it holds no marks at all. */
export function annotationsIn(text: string): readonly unknown[] | null {
  const plain = text.replace(/^\ufeff/, '').trim();
  if (plain.startsWith(marksHeading)) return fromMarkdown(plain.replaceAll('\r\n', '\n'));
  if (!/^[[{]/.test(plain)) return null;
  const whole = parsed(plain);
  const found = whole === undefined ? plain.split(/\r?\n/).flatMap((line) => listed(parsed(line))) : listed(whole);
  return found.length === 0 && !isContainer(whole) ? null : found;
}

/** Whether a file's text is marks rather than an article, by its beginning. */
export function looksLikeMarks(text: string): boolean {
  return text.replace(/^\ufeff/, '').trimStart().startsWith(marksHeading);
}

function fromMarkdown(text: string): readonly unknown[] {
  return text.split(markComment).slice(1).flatMap((part) => {
    const end = part.indexOf('-->');
    const mark = parsed(part.slice(0, Math.max(0, end)));
    if (!isRecord(mark)) return [];
    const bodies = Array.isArray(mark['body']) ? mark['body'].filter(isRecord) : [];
    const tags = bodies.map(({ value }) => String(value));
    const note = noteBelow(part.slice(end + 3).split(articleComment)[0] ?? '', tags);
    const body = note === '' ? bodies : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }, ...bodies];
    return [{ ...mark, body }];
  });
}

/** Of an annotation page (`items`), a collection (`first`, a list of pages) or a list, what is in it. */
function listed(value: unknown, depth = 0): readonly unknown[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => listed(one, depth + 1));
  if (!isRecord(value)) return [];
  if (isContainer(value)) return [value['items'], value['first']].flatMap((inner) => listed(inner, depth + 1));
  return value['type'] === undefined ? [] : [value];
}

function isContainer(value: unknown): boolean {
  return isRecord(value) && [value['type']].flat().some((type) => type === 'AnnotationPage' || type === 'AnnotationCollection');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
