// Marks in headings, which move overleaf as a whole: each is one highlight, on the page that its words are on.

import { afterAll, expect, it } from 'vitest';
import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import { annotations, openPrinter, readPdf } from './printing.ts';
import { markOn, materialOf } from './sample-article.ts';

const printer = openPrinter();
afterAll(() => printer.close());

it('has one highlight for each marked heading, as high as a line', async () => {
  const headings = Array.from({ length: 45 }, (_unused, number) => `第${number + 1}节的标题`);
  // Paragraphs of rising length, so that headings come to stand at the foot of pages in many ways.
  const body = headings.map((heading, number) => `<h2>${heading}</h2><p>${'潮水一天来两次。'.repeat(3 + (number % 11) * 4)}</p>`).join('');
  const marks = headings.map((heading) => markOn(body, heading, 'green'));
  const pdf = await readPdf(await printer.print(materialOf(body, { marks })));
  const highlights = pdf.getPages().flatMap((page) => annotations(page, 'Highlight'));
  const heights = highlights.map((each) => each.lookup(PDFName.of('Rect'), PDFArray).asRectangle().height);
  expect(pdf.getPageCount()).toBeGreaterThan(4);
  expect(heights.filter((height) => height < 8)).toEqual([]);
  expect(highlights).toHaveLength(headings.length);
}, 60_000);
