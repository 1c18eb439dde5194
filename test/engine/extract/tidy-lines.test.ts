import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';

const said = (number: number): string => `This is the passage with the number ${number}, and it is long enough to be taken for prose by every rule that counts the characters of a line. `;
const refrain = said(0);

function textOf(...passages: readonly string[]): string {
  const html = `<html lang="en"><head><title>The Refrain</title></head><body><article><h1>The Refrain</h1>${passages.map((passage) => `<p>${passage}</p>`).join('')}</article></body></html>`;
  return extractArticle({ html, url: 'https://example.org/a', base: 'https://example.org/a', hints: {} })?.text ?? '';
}

const times = (text: string, passage: string): number => text.split(passage.trim()).length - 1;

describe('a passage that stands twice', () => {
  it('among others is a refrain, and stays', () => {
    expect(times(textOf(said(1), said(2), refrain, said(3), said(4), refrain, said(5), said(6), refrain), refrain)).toBe(3);
  });

  it('as summary and as beginning is said once', () => {
    expect(times(textOf(refrain, said(1), refrain, said(2), said(3)), refrain)).toBe(1);
  });

  it('one right after the other is said once', () => {
    expect(times(textOf(said(1), said(2), refrain, refrain, said(3)), refrain)).toBe(1);
  });

  it('in a row with another that comes again is said once, and so is the other', () => {
    const text = textOf(said(1), said(2), refrain, said(7), said(3), refrain, said(7), said(4));
    expect([times(text, refrain), times(text, said(7))]).toEqual([1, 1]);
  });
});
