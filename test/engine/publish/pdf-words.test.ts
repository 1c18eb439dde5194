// Highlights lie on their words: read back under their rectangles, in one column and two, in several scripts and papers.

import { afterAll, expect, it } from 'vitest';
import type { PrintSettings } from '../../../preload/contract/print-settings.ts';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { quoteOf } from '../../../preload/contract/mark.ts';
import { annotations, links, numbers, openPrinter, readPdf, textIn, wordsUnder } from './printing.ts';
import { chineseBody, markOn, materialOf } from './sample-article.ts';

const printer = openPrinter();
afterAll(() => printer.close());

const words = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
const englishBody = `<p>${words.replace('word555', '<a href="https://example.org/far">word555</a>')}</p><h2>After</h2><p>${words.replaceAll('word', 'term')}</p>`;
const english = [5, 100, 101, 217, 390, 555, 700, 899].map((at) => (at === 899 ? 'word899' : `word${at} word${at + 1}`));
const chinese = ['岸边的灯还亮着', '四十七艘，其中蒸汽船不过五艘', '工程师 Robert Hayes 留下的图纸', '点灯：日落前二十分钟', '98,540', '在日志里写道：“今日东北风四级'];

const rows: readonly [string, string, readonly string[], Partial<PrintSettings>][] = [
  ['English in one column', englishBody, english, {}],
  ['English in two columns', englishBody, english, { columns: 2 }],
  ['English in two columns across Letter', englishBody, english, { columns: 2, landscape: true, paper: 'letter', typeSize: 9 }],
  ['Chinese in two columns', chineseBody, chinese, { columns: 2 }],
  ['Chinese on A5 with wide margins', chineseBody, chinese, { paper: 'a5', margins: 'wide' }],
  ['Chinese on one long page', chineseBody, chinese, { onePage: true }],
];

it.for(rows)('covers the words of each mark: %s', { timeout: 60_000 }, async ([, body, quotes, settings], { skip }) => {
  const marks = quotes.map((quote) => markOn(body, quote, 'yellow', quote));
  const bytes = await printer.print(materialOf(body, { marks }), settings);
  const under = await readHighlights(bytes);
  if (under === null) return skip('pdftotext is not installed: the words under the highlights were NOT read');
  expect(Object.fromEntries(under)).toEqual(Object.fromEntries(marks.map((mark) => [mark.id, exactOf(mark)])));
});

it('keeps links in two columns on their words, each once', async () => {
  const pdf = await readPdf(await printer.print(materialOf(englishBody), { columns: 2 }));
  expect(pdf.getPages().flatMap(links).filter((link) => link === 'https://example.org/far')).toHaveLength(1);
}, 60_000);

function exactOf(mark: Annotation): string {
  return (quoteOf(mark)?.exact ?? '').replace(/\s+/g, '');
}

/** The words under each mark's highlights, by the mark's id; a mark over two pages has two highlights. */
async function readHighlights(bytes: Uint8Array): Promise<ReadonlyMap<string, string> | null> {
  const under = new Map<string, string>();
  for (const [index, page] of (await readPdf(bytes)).getPages().entries()) {
    for (const highlight of annotations(page, 'Highlight')) {
      const [id = ''] = textIn(highlight, 'NM').split('#');
      const text = await wordsUnder(bytes, index + 1, page.getHeight(), numbers(highlight, 'QuadPoints'));
      if (text === null) return null;
      under.set(id, (under.get(id) ?? '') + text);
    }
  }
  return under;
}
