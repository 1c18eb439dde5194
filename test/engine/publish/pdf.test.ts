// PDFs, printed by a real Chromium and read back.

import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFStream, decodePDFRawStream, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markColorValues } from '../../../main/engine/publish/mark-colors.ts';
import { writePdf } from '../../../main/engine/publish/pdf.ts';
import { annotations, extractText, links, numbers, openPrinter, readPdf, textIn } from './printing.ts';
import { chineseBody, harbour, markOn, materialOf, tallPicture } from './sample-article.ts';

const printer = openPrinter();
afterAll(() => printer.close());

describe('a printed article', () => {
  const marks = [
    markOn(chineseBody, '船长姓陈，在这条航线上走了三十年，从来不看海图。', 'yellow', '开头的人物。\n<b>第二行</b>'),
    markOn(chineseBody, '往来的船只有四十七艘，其中', 'green'),
    markOn(chineseBody, '蒸汽船不过五艘；到了1936年', 'blue', 'overlaps'),
    markOn(chineseBody, '到了1936年，这个数字已经是三百一十二。', 'pink'),
    markOn(chineseBody, 'All timbers to be replaced by granite', 'purple', '石头。'),
  ];
  let bytes: Uint8Array;
  let pdf: PDFDocument;
  beforeAll(async () => {
    bytes = await printer.print(materialOf(chineseBody, { marks }));
    pdf = await readPdf(bytes);
  }, 60_000);

  it('is A4, tagged, with an outline and a language', () => {
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
    expect(pdf.catalog.lookup(PDFName.of('StructTreeRoot'))).toBeInstanceOf(PDFDict);
    const outlines = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    expect(textIn(outlines.lookup(PDFName.of('First'), PDFDict), 'Title')).toBe('渡口的灯：一座旧码头的一百年');
    expect(pdf.getLanguage()).toBe('zh');
  });

  it('says what it is', () => {
    expect(pdf.getTitle()).toBe('渡口的灯：一座旧码头的一百年');
    expect(pdf.getAuthor()).toBe('林晚 & 陈海');
    expect(pdf.getSubject()).toBe('文章，来自海岸周刊');
    expect(pdf.getKeywords()).toBe("航海, 历史, it's");
    expect(pdf.getCreator()).toBe('Offprint 0.1.0');
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-24T08:30:00.000Z');
    const information = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    expect(textIn(information, 'Source')).toBe('https://example.org/2026/灯?a=1&b=2');
    const xmp = pdf.catalog.lookup(PDFName.of('Metadata'), PDFStream) as PDFRawStream;
    expect(Buffer.from(decodePDFRawStream(xmp).decode()).toString()).toContain('<dc:source>https://example.org/2026/灯?a=1&amp;b=2</dc:source>');
  });

  it('has every mark as one highlight a page, with its words covered, its colour, note and times', () => {
    const found = pdf.getPages().flatMap((page) => annotations(page, 'Highlight').map((highlight) => ({ page, highlight })));
    const widths = new Map<string, number>();
    for (const { page, highlight } of found) {
      const [id = ''] = textIn(highlight, 'NM').split('#');
      const mark = marks.find((one) => one.id === id);
      expect(textIn(highlight, 'Contents')).toBe(mark?.body[0]?.value ?? '');
      expect(numbers(highlight, 'C')).toEqual(markColorValues[mark?.target.styleClass ?? 'yellow']);
      expect(textIn(highlight, 'M')).toBe('D:20261124083000Z');
      expect(highlight.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'))).toBeInstanceOf(PDFRawStream);
      const quads = numbers(highlight, 'QuadPoints');
      expect(quads.length % 8).toBe(0);
      const { width, height } = page.getSize();
      quads.forEach((value, index) => {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(index % 2 === 0 ? width : height);
      });
      const covered = quads.reduce((sum, value, index) => sum + (index % 8 === 2 ? value - (quads[index - 2] ?? 0) : 0), 0);
      widths.set(id, (widths.get(id) ?? 0) + covered);
    }
    expect([...widths.keys()].sort()).toEqual(marks.map((mark) => mark.id).sort());
    // 24 ideographs and stops of 10.5 points each.
    expect((widths.get(marks[0]?.id ?? '') ?? 0) / (24 * 10.5)).toBeCloseTo(1, 1);
  });

  it('leaves no link of ours, and keeps the real ones, also under a mark', () => {
    const all = pdf.getPages().flatMap(links);
    expect(all.filter((link) => link.startsWith('offprint-mark'))).toEqual([]);
    expect(all.filter((link) => link === 'https://example.org/ships')).toHaveLength(1);
    expect(Buffer.from(bytes).includes('offprint-mark')).toBe(false);
  });

  it('has no tag that points to an annotation which is gone', () => {
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('StructElem')) continue;
      const kids = object.lookup(PDFName.of('K'));
      for (const kid of kids instanceof PDFArray ? kids.asArray() : []) {
        const reference = pdf.context.lookup(kid);
        if (!(reference instanceof PDFDict) || !reference.has(PDFName.of('Obj'))) continue;
        expect(reference.lookup(PDFName.of('Obj'))).toBeInstanceOf(PDFDict);
      }
    }
  });

  it('has the pictures in it, and fonts as TrueType', () => {
    const dicts = pdf.context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFRawStream ? object.dict : object));
    const has = (key: string, value: string): number =>
      dicts.filter((dict) => dict instanceof PDFDict && dict.get(PDFName.of(key)) === PDFName.of(value)).length;
    expect(has('Subtype', 'Image')).toBeGreaterThanOrEqual(2);
    expect(has('Subtype', 'CIDFontType2')).toBeGreaterThan(2);
    expect(has('Subtype', 'Type3')).toBe(0);
  });

  it('gives its words back in reading order', async ({ skip }) => {
    const text = await extractText(bytes);
    if (text === null) {
      console.warn('pdftotext is not installed: the text of the PDF was NOT checked');
      return skip();
    }
    const words = text.replace(/\s+/g, '');
    const places = ['海岸周刊', '渡口的灯：一座旧码头的一百年', '9f86d081884c7d65', '清晨六点，渡轮离开旧码头', '码头的清晨，灯塔在远处。', '二、灯塔', '尾声'].map(
      (part) => words.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(words).toMatch(/第1页，共\d页/);
  });
});

it('splits a mark over two pages into one highlight on each', async () => {
  const body = Array.from({ length: 60 }, (_, line) => `<p>Line ${line} of a long walk along the river, told slowly and in full.</p>`).join('');
  const words = Array.from({ length: 60 }, (_, line) => `Line ${line} of a long walk along the river, told slowly and in full.`).join('');
  const pdf = await readPdf(await printer.print(materialOf(body, { marks: [markOn(body, words, 'green', 'all of it')] })));
  const counts = pdf.getPages().map((page) => annotations(page, 'Highlight').length);
  expect(counts.length).toBeGreaterThan(1);
  expect(new Set(counts)).toEqual(new Set([1]));
}, 60_000);

it('leaves no single line of a paragraph overleaf', async () => {
  // The first page holds 25 lines: a paragraph of three meets its end.
  for (const before of [22, 23, 24]) {
    const lines = Array.from({ length: before }, (_, line) => `<p>${line + 1}</p>`).join('');
    const body = `${lines}<p>${'首'.repeat(36)}${'中'.repeat(40)}${'末'.repeat(19)}完</p><p>${'终'.repeat(200)}</p>`;
    const text = await extractText(await printer.print(materialOf(body)));
    if (text === null) return;
    const pages = text.split('\f');
    const pageOf = (word: string): number => pages.findIndex((page) => page.includes(word));
    expect(pageOf('完'), `${before} lines before`).toBe(pageOf('首'));
  }
}, 90_000);

it('keeps every picture whole on one page, with its caption', async () => {
  const figure = (index: number): string =>
    `<p>${'字'.repeat(50 + index * 37)}</p><figure><img src="../../../../../${index % 2 === 0 ? harbour : tallPicture}"><figcaption>Caption ${index}.</figcaption></figure>`;
  const started = performance.now();
  const bytes = await printer.print(materialOf(Array.from({ length: 30 }, (_, index) => figure(index)).join('')));
  console.info(`30 pictures printed in ${Math.round(performance.now() - started)} ms`);
  const pages = (await readPdf(bytes)).getPages();
  const drawn = pages.map((page) => drawnPictures(page));
  // A picture that is cut is drawn once on each of its pages.
  expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(30);
  const text = await extractText(bytes);
  if (text === null) return;
  expect(text.split('\f').slice(0, -1).map((page) => page.match(/Caption/g)?.length ?? 0)).toEqual(drawn);
}, 60_000);

function drawnPictures(page: PDFPage): number {
  const contents = page.node.Contents();
  const stream = contents instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1') : '';
  return stream.match(/\/X\d+ Do/g)?.length ?? 0;
}

it('says so when it is cancelled', async () => {
  const cancelled = await writePdf([materialOf('<p>x</p>')], { ...printer.tools, signal: AbortSignal.abort() });
  expect(cancelled).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
}, 60_000);
