// Marks on odd stretches: over blocks and cells, right to left, over emoji and accents, over pages of text, and very many.

import { describe, expect, it } from 'vitest';
import { createAnchor, createDescribe, describeSelection } from '../../preload/contract/anchor.ts';

const shifted = (text: string): string => `An editor's note came first.\n\n${text}`;

describe('a mark', () => {
  it.each([
    ['across blocks', 'First paragraph ends here.\n\n   Second paragraph begins here.', 'ends here.\n\n   Second'],
    ['across the cells of a table', '\n\tYear\n\tTons\n\t1911\n\t12,400\n\t1912\n\t13,050\n', '1911\n\t12,400\n\t1912'],
    ['right to left', 'המעבורת עוזבת את הנמל הישן בשש, כשהפנסים עדיין דולקים. איש אינו מדבר.', 'הנמל הישן בשש'],
    ['in both directions', 'The word שלום (shalom) means peace; مرحبا means hello.', 'שלום (shalom) means peace; مرحبا'],
    ['over emoji of several parts', 'The crew 👩‍🚀👨‍👩‍👧‍👦 is awake 🏳️‍🌈 and well.', '👨‍👩‍👧‍👦 is awake 🏳️‍🌈'],
    ['over combining marks', 'Cafe\u0301 a\u0300 la carte, nai\u0308ve and Vie\u0323\u0302t.', 'nai\u0308ve and Vie\u0323\u0302t'],
    ['over fifty pages', Array.from({ length: 6000 }, (_, line) => `Line ${line} says ${line * 37}.`).join(' '), Array.from({ length: 5000 }, (_, line) => `Line ${line + 300} says ${(line + 300) * 37}.`).join(' ')],
  ])('%s is found again, moved and in place', (_name, text, words) => {
    const start = text.indexOf(words);
    const selectors = describeSelection(text, start, start + words.length);
    expect(createAnchor(text)(selectors)).toEqual({ start, end: start + words.length, state: 'exact', sure: true });
    const moved = shifted(text);
    expect(createAnchor(moved)(selectors)).toMatchObject({ start: moved.indexOf(words), end: moved.indexOf(words) + words.length });
  });

  it('of no length, or of blanks, is none', () => {
    for (const [start, end] of [[3, 3], [5, 6], [99, 120]] as const) expect(describeSelection('Some  words', start, end)).toEqual([]);
  });

  it('never cuts an emoji of several parts, nor an accent from its letter', () => {
    const text = 'A 👨‍👩‍👧‍👦 and a cafe\u0301.';
    expect(describeSelection(text, 4, 5)[0]).toMatchObject({ exact: '👨‍👩‍👧‍👦' });
    expect(describeSelection(text, text.indexOf('cafe'), text.indexOf('cafe') + 4)[0]).toMatchObject({ exact: 'cafe\u0301' });
  });
});

it('10,000 marks in one article are all in their places', () => {
  const text = Array.from({ length: 10_000 }, (_, line) => `Sentence ${line} tells of ${line * 31} lamps.`).join(' ');
  const [describeIn, anchor] = [createDescribe(text), createAnchor(text)];
  let at = 0;
  const wrong: number[] = [];
  for (let line = 0; line < 10_000; line += 1) {
    const words = `Sentence ${line} tells of ${line * 31} lamps.`;
    const found = anchor(describeIn(at, at + words.length));
    if (found?.start !== at || found.state !== 'exact') wrong.push(line);
    at += words.length + 1;
  }
  expect(wrong).toEqual([]);
}, 30_000);
