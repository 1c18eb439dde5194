// How long a PDF takes: an article with 30 pictures, Chromium started for it and running already, in one column, in two, and
// on one long page.

import { createChromiumBrowser } from '../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../main/adapters/chromium/pipe-host.ts';
import { createPrintAssets, installedFonts } from '../../main/adapters/print-assets.ts';
import { writePdf } from '../../main/engine/publish/pdf.ts';
import { usualPrint, type PrintSettings } from '../../preload/contract/print-settings.ts';
import { harbour, materialOf, tallPicture } from '../engine/publish/sample-article.ts';
import { rounded, type Bench } from './bench.ts';

const runs: readonly { readonly name: string; readonly settings: Partial<PrintSettings> }[] = [
  { name: 'Chromium not started yet', settings: {} },
  { name: 'one column', settings: {} },
  { name: 'two columns', settings: { columns: 2 } },
  { name: 'one long page', settings: { onePage: true } },
];

/** `--pictures=30` */
export const printBench: Bench = async function* ({ pictures = '30' }) {
  const host = createPipeHost();
  const tools = { browser: createChromiumBrowser(host), assets: createPrintAssets(installedFonts()), bundle: async () => null, signal: new AbortController().signal };
  try {
    for (const { name, settings } of runs) {
      const started = performance.now();
      const printed = await writePdf([materialOf(article(Number(pictures)))], { ...tools, print: { ...usualPrint, ...settings } });
      if (!printed.ok) throw new Error(printed.failure.kind);
      yield { bench: 'print', name, pictures: Number(pictures), ms: rounded(performance.now() - started), bytes: printed.value.bytes.byteLength };
    }
  } finally {
    await host.close();
  }
};

function article(pictures: number): string {
  const figure = (index: number): string =>
    `<p>${'潮水一天来两次。'.repeat(8 + ((index * 5) % 40))}</p><figure><img src="../../../../../${index % 2 === 0 ? harbour : tallPicture}"><figcaption>Picture ${index + 1}.</figcaption></figure>`;
  return Array.from({ length: pictures }, (_, index) => figure(index)).join('');
}
