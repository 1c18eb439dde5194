// What was changed between two reader views: by words inside paragraphs, whole paragraphs, pictures; and where each
// change stands in the later text, as the window counts it.

import { describe, expect, it } from 'vitest';
import { compareViews } from '../../../main/engine/capture/compare-views.ts';
import { viewText } from '../../../main/engine/marks/view-text.ts';
import type { ChangePart } from '../../../preload/contract/calls.ts';

const page = (body: string): string => `<!doctype html><html><head><title>T</title></head><body><article><header><h1>Lamp</h1></header>\n${body}\n</article></body></html>`;
const part = (change: ChangePart['change'], text: string): ChangePart => ({ change, text });

function compared(before: string, after: string, language = 'en') {
  const found = compareViews({ before: page(before), after: page(after), language });
  const text = viewText(page(after));
  /** Each edit as `[-deleted-]{+inserted+}`, with the element of a whole block. */
  const edits = found.edits.map(({ start, end, deleted, block }) => `${block ?? ''}${deleted === '' ? '' : `[-${deleted}-]`}${start === end ? '' : `{+${text.slice(start, end)}+}`}`);
  return { ...found, text, edits, places: found.edits.map(({ start }) => text.slice(start, start + 12)) };
}

describe('two captures of one article', () => {
  it('that are the same, white space and markup aside, have no changes', () => {
    const same = compared('<p>One  two\n three.</p>', '<p>One <b>two</b> three.</p>');
    expect(same).toMatchObject({ inserted: 0, deleted: 0, hunks: [], edits: [], gone: [] });
  });

  it.each([
    ['a word', '<p>The mill stood idle all day.</p>', '<p>The old mill never stood idle all day.</p>', ['{+old +}', '{+never +}'], 2, 0],
    ['a word for another', '<p>Nobody was hurt in the storm.</p>', '<p>Two were hurt in the storm.</p>', ['[-Nobody was-]{+Two were+}'], 2, 2],
    ['a word that went', '<p>The <i>very</i> old mill stood.</p>', '<p>The old mill stood.</p>', ['[-very -]'], 0, 1],
    ['a paragraph that came', '<p>One and one.</p><p>Three and more.</p>', '<p>One and one.</p><p>Two of them.</p><p>Three and more.</p>', ['p{+Two of them.+}'], 3, 0],
    ['a paragraph that went', '<p>One and one.</p><h2>Two of them</h2><p>Three and more.</p>', '<p>One and one.</p><p>Three and more.</p>', ['h2[-Two of them-]'], 0, 3],
    ['a heading', '<p>One.</p>', '<h2>One.</h2>', [], 0, 0],
    ['a caption', '<figure><img src="a"><figcaption>At low tide</figcaption></figure>', '<figure><img src="a"><figcaption>At high tide</figcaption></figure>', ['[-low-]{+high+}'], 1, 1],
    ['a cell', '<table><tr><td>1</td><td>12 boats</td></tr></table>', '<table><tr><td>1</td><td>13 boats</td></tr></table>', ['[-12-]{+13+}'], 1, 1],
    ['a note for a missing picture', '<p>One.</p>', '<p>One.</p><span class="offprint-missing"><span>Not saved</span></span><p>Two.</p>', ['p{+Two.+}'], 1, 0],
  ])('differ by %s', (_name, before, after, edits, inserted, deleted) => {
    expect(compared(before, after)).toMatchObject({ edits, inserted, deleted });
  });

  it('pair an edited paragraph with itself, though others came and went around it', () => {
    const before = '<p>Gone for good, this one here.</p><p>The keeper lit the lamp at dusk and went home.</p>';
    const after = '<p>The keeper lit the great lamp at dusk and went home.</p><p>Some wholly other words of today.</p>';
    const { edits, places } = compared(before, after);
    expect(edits).toEqual(['p[-Gone for good, this one here.-]', '{+great +}', 'p{+Some wholly other words of today.+}']);
    // What went stands before what follows it.
    expect(places[0]).toBe('The keeper l');
  });

  it('differ in Chinese, by its words', () => {
    const { edits, inserted } = compared('<p>商务部今日回应了关税问题。</p>', '<p>商务部昨日回应了关税问题。</p>', 'zh');
    expect(edits).toEqual(['[-今日-]{+昨日+}']);
    expect(inserted).toBe(1);
  });

  it('have hunks that joined are the paragraph of before and of now', () => {
    const { hunks } = compared('<p>A b c.</p><p>Same.</p><p>d e f 👩‍👩‍👧 g.</p>', '<p>A x c!</p><p>Same.</p><p>d f 👩‍👩‍👧 g.</p>');
    const side = (left: ChangePart['change']): string[] => hunks.map(({ parts }) => parts.filter((one) => one.change !== left).map(({ text }) => text).join(''));
    expect(side('inserted')).toEqual(['A b c.', 'd e f 👩‍👩‍👧 g.']);
    expect(side('deleted')).toEqual(['A x c!', 'd f 👩‍👩‍👧 g.']);
    expect(hunks[1]?.parts).toEqual([part('same', 'd '), part('deleted', 'e '), part('same', 'f 👩‍👩‍👧 g.')]);
  });

  it('that have nothing in common are replaced as a whole', () => {
    const words = (stem: string): string => `<p>${Array.from({ length: 6_000 }, (_, index) => `${stem}${index}`).join(' ')}</p>`;
    const { edits, inserted, deleted } = compared(words('a'), words('b'));
    expect(edits).toHaveLength(2);
    expect({ inserted, deleted }).toEqual({ inserted: 6_000, deleted: 6_000 });
  });

  it('say where a picture that went would stand', () => {
    const { gone, text } = compared('<p>One.</p><figure><img src="a.png"></figure><p>Two.</p>', '<p>One.</p><p>Two, then.</p>');
    expect(gone.map(({ link, at }) => [link, text.slice(at, at + 4)])).toEqual([['a.png', 'Two,']]);
  });

  it('of a language that is none are compared all the same', () => {
    expect(compared('<p>a b</p>', '<p>a c</p>', 'not a language!').edits).toEqual(['[-b-]{+c+}']);
  });
});
