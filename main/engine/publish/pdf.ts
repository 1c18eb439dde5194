// Articles as a PDF worth keeping: printed by Chromium (pdf-print.ts), then given its marks as real annotations and its
// metadata.

import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { bundleName } from '../model/bundle.ts';
import type { Material, Publication, PublishTools } from './material.ts';
import { rewriteLinks } from './pdf-links.ts';
import { highlightMarks } from './pdf-marks.ts';
import { describePdf } from './pdf-metadata.ts';
import { printPage } from './pdf-print.ts';
import { makePrintPage } from './print-page.ts';
import { sheetOf } from './print-paper.ts';

/**
 * One article, or several as one book that is called as its file is. Failures: `no-browser`, `timed-out`, `cancelled`.
 */
export async function writePdf(materials: readonly Material[], tools: PublishTools): Promise<Result<Publication>> {
  const { print } = tools;
  const title = materials[0]?.name ?? '';
  const page = await makePrintPage(materials, print, title);
  const printed = await printPage(page, materials, tools);
  if (!printed.ok) return printed;
  const pdf = await PDFDocument.load(printed.value.bytes, { updateMetadata: false });
  if (printed.value.links !== null) rewriteLinks(pdf, printed.value.links, sheetOf(print));
  highlightMarks(pdf, page.marks, print.author);
  describePdf(pdf, materials, title);
  if (print.attach) await attachArticles(pdf, materials, tools);
  return ok({ bytes: await pdf.save(), beside: [] });
}

/** For Offprint to take back, and for anyone to unpack. */
async function attachArticles(pdf: PDFDocument, materials: readonly Material[], { bundle }: PublishTools): Promise<void> {
  const [first] = materials;
  const bytes = await bundle(materials.map(({ article }) => article.id));
  if (bytes === null || first === undefined) return;
  await pdf.attach(bytes, bundleName, {
    mimeType: 'application/zip',
    description: printSentence('attachment', first.locale),
    creationDate: first.now,
    modificationDate: first.now,
    afRelationship: AFRelationship.Source,
  });
}
