// Making, changing, quoting and ordering marks.

import { describe, expect, it } from 'vitest';
import { changeMark, makeMark, markSource } from '../../../main/engine/marks/mark.ts';
import { orderMarks } from '../../../main/engine/marks/mark-order.ts';
import { selectQuote } from '../../../main/engine/marks/quote-mark.ts';
import { describeSelection } from '../../../preload/contract/anchor.ts';
import type { Annotation, MarkDraft } from '../../../preload/contract/mark.ts';

const text = 'Ink dries slowly.\n\n  Paper remembers; ink dries slowly too. 墨迹慢慢干。纸会记得，墨迹慢慢干。';
const made = new Date('2026-11-24T08:00:00Z');
const later = new Date('2026-11-25T09:30:00Z');

function draft(words: string, note = ''): MarkDraft {
  const start = text.indexOf(words);
  return {
    captureId: 'c1',
    view: 'reader',
    selector: describeSelection(text, start, start + words.length),
    color: 'green',
    note,
  };
}

function markOf(words: string, note = ''): Annotation {
  const result = makeMark('https://example.org/ink', draft(words, note), made);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

describe('makeMark', () => {
  it('makes a W3C annotation with a note', () => {
    const mark = markOf('Paper remembers', 'How **true**.');
    expect(mark).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      motivation: 'commenting',
      created: '2026-11-24T08:00:00.000Z',
      body: [{ type: 'TextualBody', value: 'How **true**.', format: 'text/markdown', purpose: 'commenting' }],
      target: { source: 'https://example.org/ink', styleClass: 'green', 'offprint:capture': 'c1', 'offprint:view': 'reader' },
    });
    expect(mark.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('a plain highlight has no body', () => {
    expect(markOf('Paper')).toMatchObject({ motivation: 'highlighting', body: [] });
  });

  it('refuses a draft without words', () => {
    const empty = makeMark('x', { ...draft('Paper'), selector: [{ type: 'TextPositionSelector', start: 1, end: 4 }] }, made);
    expect(empty).toMatchObject({ ok: false, failure: { kind: 'bad-input' } });
  });

  it('names an article without an address by its id', () => {
    expect(markSource({ id: 'a1', url: null })).toBe('urn:offprint:article:a1');
  });
});

describe('changeMark', () => {
  it('changes what is given, and keeps the rest and what others wrote', () => {
    const foreign = { ...markOf('Paper', 'old'), creator: 'someone' };
    const changed = changeMark(foreign, { color: 'pink' }, later);
    expect(changed).toMatchObject({ creator: 'someone', created: foreign.created, modified: later.toISOString(), body: foreign.body });
    expect(changed.target).toMatchObject({ styleClass: 'pink', selector: foreign.target.selector });
  });

  it('an emptied note makes it a highlight again', () => {
    expect(changeMark(markOf('Paper', 'old'), { note: ' ' }, later)).toMatchObject({ motivation: 'highlighting', body: [] });
  });
});

describe('selectQuote', () => {
  const startOf = (quote: string, prefix = '', suffix = ''): number | null => {
    const position = selectQuote(text, { quote, prefix, suffix })?.find((one) => one.type === 'TextPositionSelector');
    return position?.start ?? null;
  };

  it('takes the first place, or the one with the surroundings asked for', () => {
    expect(startOf('dries slowly')).toBe(4);
    expect(startOf('dries slowly', 'remembers; ink ')).toBe(text.lastIndexOf('dries slowly'));
    expect(startOf('墨迹慢慢干', '记得，')).toBe(text.lastIndexOf('墨迹'));
  });

  it('does not mind white space', () => {
    expect(startOf('slowly. Paper  remembers')).toBe(text.indexOf('slowly.'));
  });

  it('is null for other words, other surroundings and no words', () => {
    expect(startOf('ink dries quickly')).toBeNull();
    expect(startOf('dries slowly', 'in the far north ')).toBeNull();
    expect(startOf(' ')).toBeNull();
  });
});

it('orderMarks goes by place, with lost words last', () => {
  const lost = makeMark('x', { ...draft('Ink'), selector: describeSelection('Vanished words that were never here.', 0, 20) }, made);
  if (!lost.ok) throw new Error('no mark');
  const [first, second, third] = [markOf('Ink dries'), markOf('Paper'), markOf('纸会记得')];
  expect(orderMarks(text, [lost.value, third, first, second])).toEqual([first, second, third, lost.value]);
});
