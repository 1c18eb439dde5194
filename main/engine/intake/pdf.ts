// A PDF that Offprint made: the files of the articles that lie attached in it. What is in them is a stranger's word, and
// is judged where they are unpacked (flows/unpack-bundle.ts). Runs in the bounded worker.

import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate/browser';
import { bundleName } from '../model/bundle.ts';

/** Bytes and number of all files unpacked: far above any article, and low enough that a bomb fills nothing. */
const largest = 1_000_000_000;
const most = 100_000;

export type PackedFiles = Readonly<Record<string, Uint8Array>>;

/** By path; null for a PDF without our attachment, and for what is no PDF. */
export async function readAttachedFiles(pdf: Uint8Array): Promise<PackedFiles | null> {
  const attached = await attachment(pdf);
  if (attached === null) return null;
  let bytes = 0;
  let count = 0;
  try {
    return unzipSync(attached, {
      filter(file) {
        bytes += file.originalSize;
        count += 1;
        return bytes <= largest && count <= most;
      },
    });
  } catch {
    return null;
  }
}

async function attachment(pdf: Uint8Array): Promise<Uint8Array | null> {
  if (!Buffer.from(pdf.subarray(0, 1024)).includes('%PDF-')) return null;
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true });
    return document.getAttachments().find(({ name }) => name === bundleName)?.data ?? null;
  } catch {
    // The library throws plain errors for what it cannot parse.
    return null;
  }
}
