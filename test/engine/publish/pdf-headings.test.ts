// Marks in headings, which move overleaf as a whole: each is one highlight, on the page that its words are on.

import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, expect, it } from 'vitest';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { createPrintAssets, installedFonts } from '../../../main/adapters/print-assets.ts';
import { writePdf } from '../../../main/engine/publish/pdf.ts';
import { markOn, materialOf } from './sample-article.ts';

const host = createPipeHost();
afterAll(() => host.close());

it('has one highlight for each marked heading, as high as a line', async () => {
  const headings = Array.from({ length: 45 }, (_unused, number) => `第${number + 1}节的标题`);
  // Paragraphs of rising length, so that headings come to stand at the foot of pages in many ways.
  const body = headings.map((heading, number) => `<h2>${heading}</h2><p>${'潮水一天来两次。'.repeat(3 + (number % 11) * 4)}</p>`).join('');
  const marks = headings.map((heading) => markOn(body, heading, 'green'));
  const tools = { browser: createChromiumBrowser(host), assets: createPrintAssets(installedFonts()), signal: new AbortController().signal };
  const printed = await writePdf(materialOf(body, { marks }), tools);
  if (!printed.ok) throw new Error(printed.failure.kind);
  const pdf = await PDFDocument.load(printed.value.bytes, { updateMetadata: false });
  const all = pdf.getPages().flatMap((page) => (page.node.Annots()?.asArray() ?? []).map((each) => pdf.context.lookup(each, PDFDict)));
  const highlights = all.filter((each) => each.get(PDFName.of('Subtype')) === PDFName.of('Highlight'));
  const heights = highlights.map((each) => each.lookup(PDFName.of('Rect'), PDFArray).asRectangle().height);
  expect(pdf.getPageCount()).toBeGreaterThan(4);
  expect(heights.filter((height) => height < 8)).toEqual([]);
  expect(highlights).toHaveLength(headings.length);
}, 60_000);
