// Marks from documents: our own exports, whole again, and what other programs write.

import { describe, expect, it } from 'vitest';
import { changeMark, makeMark } from '../../../main/engine/marks/mark.ts';
import { readForeignMark } from '../../../main/engine/marks/foreign-mark.ts';
import { mergeMarks } from '../../../main/engine/marks/merge-marks.ts';
import { annotationsIn } from '../../../main/engine/marks/read-marks.ts';
import { describeSelection } from '../../../preload/contract/anchor.ts';
import type { NotebookEntry } from '../../../preload/contract/calls.ts';
import { noteOf, tagsOf, wordsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { marksJson, marksMarkdown } from '../../../preload/contract/marks-document.ts';

const text = 'The ferry leaves the old harbour at six.\nNobody on deck speaks until the lighthouse has gone by.';
const now = new Date('2026-11-24T08:00:00Z');

function mark(words: string, note: string, tags: readonly string[] = []): Annotation {
  const start = text.indexOf(words);
  const selector = describeSelection(text, start, start + words.length);
  const made = makeMark('https://example.org/ferry', { captureId: 'c1', view: 'reader', selector, color: 'blue', note }, now);
  if (!made.ok) throw new Error(made.failure.detail);
  return changeMark(made.value, { tags }, now);
}

const picture: Annotation = {
  ...mark('ferry', ''),
  id: 'urn:uuid:picture',
  target: {
    ...mark('ferry', '').target,
    selector: [{ type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 'xywh=percent:10,20,30,40.5', 'offprint:picture': { file: 'a.png', words: 'The quay', nth: 0 } }],
  },
};

const notes = [
  '', 'One line.', 'Two\n\nparagraphs, *and* a list:\n\n- one\n- two', '> a quoted note\n\nwith words', '# A heading', '--> <!-- offprint mark {} -->',
  '<script>alert(1)</script><img src=x onerror=alert(1)>', '#tag at the end\n\n#other', '笔记：**重要**', '```\n<!-- offprint article -->\n```',
];
const marks = [...notes.map((note, index) => mark('harbour at six', note, index % 2 === 0 ? [] : ['sea', 'two words'])), picture, mark('six.\nNobody', 'across blocks')];
const article = { id: 'a1', title: 'The ferry -- a *story*', site: 'Example', url: 'https://example.org/ferry' };
const entries: readonly NotebookEntry[] = marks.map((one) => ({ article, mark: one }));

function read(document: string): readonly (Annotation | undefined)[] | null {
  return annotationsIn(document)?.map((one) => readForeignMark(one, 'none', now)?.mark) ?? null;
}

describe('our own exports', () => {
  it.each([
    ['JSON-LD', marksJson(entries)],
    ['Markdown', marksMarkdown(entries)],
    ['one a line', marks.map((one) => JSON.stringify(one)).join('\n')],
    ['Markdown with the line ends of Windows', marksMarkdown(entries.slice(0, 2)).replaceAll('\n', '\r\n')],
  ])('come back whole from %s', (name, document) => {
    expect(read(document)).toEqual(name.includes('Windows') ? marks.slice(0, 2) : marks);
  });

  it('take a note that was edited in the Markdown', () => {
    expect(read(marksMarkdown(entries.slice(1, 2)).replace('One line.', 'Another line.'))?.map((one) => one && [noteOf(one), tagsOf(one)])).toEqual([['Another line.', ['sea', 'two words']]]);
  });

  it('are Markdown that can be read', () => {
    expect(marksMarkdown(entries.slice(1, 2)).replace(/<!-- offprint mark .* -->/, '<!-- -->')).toBe(
      '<!-- offprint marks -->\n\n<!-- offprint article -->\n\n# The ferry -- a *story*\n\n<https://example.org/ferry>\n\n<!-- -->\n\n> harbour at six\n\nOne line.\n\n#sea #two-words\n',
    );
  });
});

describe('what others write', () => {
  it.each([
    ['one target of several, a body as text', { type: 'Annotation', body: 'A note', target: [{ source: 'https://x.example/', selector: { type: 'TextQuoteSelector', exact: 'old harbour' } }] }, ['old harbour', 'A note', []]],
    ['a range refined by a quote', { type: ['Annotation'], bodyValue: 'B', target: { source: { id: 'https://x.example/' }, selector: { type: 'RangeSelector', refinedBy: { type: 'TextQuoteSelector', exact: 'six', prefix: 'at ', suffix: '.' } } } }, ['six', 'B', []]],
    ['tags, and two notes', { type: 'Annotation', body: [{ type: 'TextualBody', value: 'one' }, { value: 'two', purpose: 'replying' }, { value: 'sea', purpose: ['tagging'] }], target: { source: 'https://x.example/', selector: [{ type: 'TextQuoteSelector', exact: 'ferry' }] } }, ['ferry', 'one\n\ntwo', ['sea']]],
  ] as const)('%s', (_name, given, expected) => {
    const found = readForeignMark(given, 'none', now);
    expect(found?.source).toBe('https://x.example/');
    expect(found === null ? null : [wordsOf(found.mark), noteOf(found.mark), tagsOf(found.mark)]).toEqual(expected);
  });

  it('keeps what it does not know', () => {
    const given = { ...mark('ferry', 'x'), creator: { name: 'Ada' }, target: { ...mark('ferry', 'x').target, 'x:seen': 1 } };
    expect(readForeignMark(given, 'none', now)?.mark).toMatchObject({ creator: { name: 'Ada' }, target: { 'x:seen': 1 } });
  });

  it.each([[null], ['x'], [{}], [{ type: 'Annotation' }], [{ type: 'Annotation', target: 'https://x.example/' }], [{ type: 'Annotation', target: { selector: { type: 'TextPositionSelector', start: 1, end: 2 } } }]])('%j is no mark', (given) => {
    expect(readForeignMark(given, 'none', now)).toBeNull();
  });

  it.each([[''], ['{"a":1'], ['# Marks\n\n> words'], ['{"title":"x"}'], ['[1,2]']])('%j holds no marks', (document) => {
    expect(annotationsIn(document)).toBeNull();
  });
});

describe('mergeMarks', () => {
  it('takes what is new and what was changed later, and nothing twice', () => {
    const [held, other] = [mark('ferry', 'mine'), mark('harbour', 'theirs')];
    const later = changeMark(held, { note: 'theirs, later' }, new Date('2026-12-01'));
    const same = { ...held, id: 'urn:uuid:another' };
    expect(mergeMarks([held], [held, same, other])).toEqual({ items: [held, other], added: 1 });
    expect(mergeMarks([held], [later]).items).toEqual([later]);
    expect(mergeMarks([later], [held])).toEqual({ items: [later], added: 0 });
  });
});
