// Marks on pictures: a frame around the picture, or around the part of it that is marked, in one column and two.

import { afterAll, expect, it } from 'vitest';
import { markColorValues } from '../../../main/engine/publish/mark-colors.ts';
import { makeMark } from '../../../main/engine/marks/mark.ts';
import type { Annotation, MarkColor } from '../../../preload/contract/mark.ts';
import { annotations, links, numbers, openPrinter, readPdf, textIn } from './printing.ts';
import { harbour, materialOf, tallPicture } from './sample-article.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const up = '../../../../../';
const body = `<p>Before.</p><figure><img src="${up}${harbour}"><figcaption>The harbour.</figcaption></figure><p>Between.</p>
<p><a href="https://example.org/tower"><img src="${up}${tallPicture}"></a></p><p>After.</p>`;

function pictureMark(path: string, value: string, color: MarkColor, note: string): Annotation {
  const picture = { file: path.slice(path.lastIndexOf('/') + 1), words: '', nth: 0 };
  const selector = [{ type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value, 'offprint:picture': picture } as const];
  const made = makeMark('https://example.org/', { captureId: 'c-1', view: 'reader', selector, color, note }, new Date('2026-11-24T08:30:00Z'));
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

it.for([1, 2] as const)('frames the marked part, in %i columns', { timeout: 60_000 }, async (columns) => {
  const whole = pictureMark(harbour, 'xywh=percent:0,0,100,100', 'green', 'The whole harbour.');
  const part = pictureMark(harbour, 'xywh=percent:50,25,50,50', 'blue', '');
  const linked = pictureMark(tallPicture, 'xywh=percent:0,0,100,50', 'pink', 'The lamp.');
  const pdf = await readPdf(await printer.print(materialOf(body, { marks: [whole, part, linked] }), { columns }));
  const squares = new Map(pdf.getPages().flatMap((page) => annotations(page, 'Square')).map((square) => [textIn(square, 'NM'), square]));
  expect([...squares.keys()].sort()).toEqual([whole.id, part.id, linked.id].sort());
  const rect = (mark: Annotation): number[] => {
    const square = squares.get(mark.id);
    return square === undefined ? [] : numbers(square, 'Rect');
  };
  const [left = 0, bottom = 0, right = 0, top = 0] = rect(whole);
  const [, lampBottom = 0, , lampTop = 0] = rect(linked);
  const [lampLeft = 0, , lampRight = 0] = rect(linked);
  // The tower is 2 to 5, and its upper half is marked; the harbour is 16 to 9.
  expect((lampRight - lampLeft) / (lampTop - lampBottom)).toBeCloseTo(4 / 5, 1);
  expect((right - left) / (top - bottom)).toBeCloseTo(16 / 9, 1);
  const wanted = [left + (right - left) / 2, bottom + (top - bottom) / 4, right, bottom + ((top - bottom) * 3) / 4];
  rect(part).forEach((value, index) => expect(value).toBeCloseTo(wanted[index] ?? 0, 0));
  for (const mark of [whole, part, linked]) {
    const square = squares.get(mark.id);
    if (square === undefined) throw new Error('no square');
    expect(textIn(square, 'Contents')).toBe(mark.body[0]?.value ?? '');
    expect(numbers(square, 'C')).toEqual(markColorValues[mark.target.styleClass]);
  }
  expect(pdf.getPages().flatMap(links).filter((link) => link.startsWith('offprint-mark'))).toEqual([]);
  expect(pdf.getPages().flatMap(links)).toContain('https://example.org/tower');
});
