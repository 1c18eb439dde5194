import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../main/engine/capture/compare-texts.ts';
import type { ChangePart } from '../../../preload/contract/calls.ts';

const part = (change: ChangePart['change'], text: string): ChangePart => ({ change, text });

describe('two captures of one text', () => {
  it('that are the same have no hunks', () => {
    expect(compareTexts({ before: 'One.\n\nTwo.', after: 'One.\n\nTwo.', language: 'en' })).toEqual({ inserted: 0, deleted: 0, hunks: [] });
    expect(compareTexts({ before: '', after: '', language: null })).toEqual({ inserted: 0, deleted: 0, hunks: [] });
  });

  it('differ by words, in the paragraph where they stand', () => {
    const { hunks, inserted, deleted } = compareTexts({ before: 'One.\n\nThe mill stood idle.\n\nThree.', after: 'One.\n\nThe old mill never stood idle.\n\nThree.', language: 'en' });
    expect({ inserted, deleted }).toEqual({ inserted: 2, deleted: 0 });
    expect(hunks).toHaveLength(1);
    expect(hunks[0]?.parts.filter((one) => one.change !== 'same').map(({ text }) => text.trim())).toEqual(['old', 'never']);
  });

  it('differ in Chinese, by its words', () => {
    const { hunks } = compareTexts({ before: '商务部今日回应了关税问题。', after: '商务部昨日回应了关税问题。', language: 'zh' });
    expect(hunks[0]?.parts).toEqual(expect.arrayContaining([part('deleted', '今日'), part('inserted', '昨日')]));
  });

  it('joined again are the earlier and the later text', () => {
    const before = 'A b c.\n\nSame.\n\nd e f 👩‍👩‍👧 g.';
    const after = 'A x c!\n\nSame.\n\nNew one.\n\nd f 👩‍👩‍👧 g.';
    const { hunks } = compareTexts({ before, after, language: 'en' });
    const side = (left: ChangePart['change']): string => hunks.map(({ parts }) => parts.filter((one) => one.change !== left).map(({ text }) => text).join('')).join('\n\n');
    expect(before.replace('\n\nSame.', '')).toBe(side('inserted'));
    expect(after.replace('\n\nSame.', '')).toBe(side('deleted'));
  });

  it('that have nothing in common are replaced as a whole', () => {
    const words = (stem: string): string => Array.from({ length: 6_000 }, (_, index) => `${stem}${index}`).join(' ');
    const { hunks } = compareTexts({ before: words('a'), after: words('b'), language: 'en' });
    expect(hunks).toHaveLength(1);
    expect(hunks[0]?.parts.map((one) => one.change)).toEqual(['deleted', 'inserted']);
  });
});
