// What a PDF says about itself: the information dictionary, and the source where archives look for it (XMP).

import { PDFDict, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { escapeHtml } from './marked-parts.ts';
import type { Material } from './material.ts';

export function describePdf(pdf: PDFDocument, material: Material): void {
  const { article, manifest, locale, now, software } = material;
  pdf.setTitle(article.title, { showInWindowTitleBar: true });
  if (article.byline !== null) pdf.setAuthor(article.byline);
  if (article.site !== null) pdf.setSubject(printSentence('pdfSubject', locale, { site: article.site }));
  if (article.tags.length > 0) pdf.setKeywords([article.tags.join(', ')]);
  if (article.language !== null) pdf.setLanguage(article.language);
  pdf.setCreator(software);
  pdf.setProducer(`${software} (Chromium)`);
  pdf.setCreationDate(now);
  pdf.setModificationDate(now);
  const own = { Source: article.url, Published: article.published, Captured: manifest.capturedAt, SourceSHA256: manifest.page.sha256 };
  const information = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const [key, value] of Object.entries(own)) {
    if (value !== null) information.set(PDFName.of(key), PDFHexString.fromText(value));
  }
  addXmp(pdf, material);
}

/** XMP, ISO 16684-1, with the Dublin Core terms that archives and reference managers read. */
function addXmp(pdf: PDFDocument, { article, now, software }: Material): void {
  const items = (list: 'Bag' | 'Seq', values: readonly string[]): string =>
    `<rdf:${list}>${values.map((value) => `<rdf:li>${escapeHtml(value)}</rdf:li>`).join('')}</rdf:${list}>`;
  const term = (name: string, value: string | null): string => (value === null ? '' : `<${name}>${value}</${name}>`);
  const packet = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    term('dc:title', `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(article.title)}</rdf:li></rdf:Alt>`),
    term('dc:creator', article.byline === null ? null : items('Seq', [article.byline])),
    term('dc:publisher', article.site === null ? null : items('Bag', [article.site])),
    term('dc:subject', article.tags.length === 0 ? null : items('Bag', article.tags)),
    term('dc:date', article.published === null ? null : items('Seq', [article.published])),
    term('dc:language', article.language === null ? null : items('Bag', [article.language])),
    term('dc:source', article.url === null ? null : escapeHtml(article.url)),
    term('xmp:CreateDate', now.toISOString()),
    term('xmp:ModifyDate', now.toISOString()),
    term('xmp:CreatorTool', escapeHtml(software)),
    term('pdf:Keywords', article.tags.length === 0 ? null : escapeHtml(article.tags.join(', '))),
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('\n');
  const stream = pdf.context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}
