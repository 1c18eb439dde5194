// PDFs made by a real Chromium for tests, and what can be read in them.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, type PDFPage } from '@cantoo/pdf-lib';
import { createChromiumBrowser } from '../../../main/adapters/chromium/chromium-browser.ts';
import { createPipeHost } from '../../../main/adapters/chromium/pipe-host.ts';
import { createPrintAssets, installedFonts } from '../../../main/adapters/print-assets.ts';
import type { Material, PublishTools } from '../../../main/engine/publish/material.ts';
import { writePdf } from '../../../main/engine/publish/pdf.ts';
import { usualPrint, type PrintSettings } from '../../../preload/contract/print-settings.ts';

const run = promisify(execFile);

export interface Printer {
  readonly tools: PublishTools;
  print(materials: Material | readonly Material[], settings?: Partial<PrintSettings>): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function openPrinter(): Printer {
  const host = createPipeHost();
  const tools = {
    browser: createChromiumBrowser(host),
    assets: createPrintAssets(installedFonts()),
    print: usualPrint,
    bundle: async () => null,
    signal: new AbortController().signal,
  };
  return {
    tools,
    async print(materials, settings = {}) {
      const all = 'article' in materials ? [materials] : materials;
      const result = await writePdf(all, { ...tools, print: { ...usualPrint, ...settings } });
      if (!result.ok) throw new Error(`${result.failure.kind} ${result.failure.detail}`);
      return result.value.bytes;
    },
    close: () => host.close(),
  };
}

export function readPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

export function annotations(page: PDFPage, subtype: string): PDFDict[] {
  const all = page.node.Annots()?.asArray() ?? [];
  const dicts = all.map((ref) => page.doc.context.lookup(ref, PDFDict));
  return dicts.filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of(subtype));
}

export function numbers(dict: PDFDict, key: string): number[] {
  return dict.lookup(PDFName.of(key), PDFArray).asArray().map((value) => (value as PDFNumber).asNumber());
}

export function textIn(dict: PDFDict, key: string): string {
  return dict.lookup(PDFName.of(key), PDFString, PDFHexString).decodeText();
}

/** The addresses of a page's links; for those inside the document the name of the place. */
export function links(page: PDFPage): string[] {
  return annotations(page, 'Link').map((link) => {
    const action = link.lookupMaybe(PDFName.of('A'), PDFDict);
    return action === undefined ? `#${link.lookup(PDFName.of('Dest'), PDFName).decodeText()}` : textIn(action, 'URI');
  });
}

/** What pdftotext reads, or null where it is not installed. */
export async function extractText(bytes: Uint8Array, options: readonly string[] = []): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-pdf-'));
  try {
    await writeFile(join(folder, 'printed.pdf'), bytes);
    return (await run('pdftotext', [...options, join(folder, 'printed.pdf'), '-'])).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The words under a highlight, line by line, without spaces; null where pdftotext is not installed. */
export async function wordsUnder(bytes: Uint8Array, page: number, pageHeight: number, quads: readonly number[]): Promise<string | null> {
  let words = '';
  for (let at = 0; at < quads.length; at += 8) {
    const [left = 0, top = 0, right = 0, , , bottom = 0] = quads.slice(at, at + 8);
    // Chromium's boxes are whole pixels and may touch the next letter: a point less at each side.
    const area = { x: left + 1, y: pageHeight - top + 1, W: right - left - 2, H: top - bottom - 2 };
    // In eighths of a point, as only whole numbers are taken.
    const options = Object.entries(area).flatMap(([name, value]) => [`-${name}`, String(Math.round(value * 8))]);
    const text = await extractText(bytes, ['-r', '576', '-f', String(page), '-l', String(page), '-nopgbrk', ...options]);
    if (text === null) return null;
    words += text.replace(/\s+/g, '');
  }
  return words;
}
