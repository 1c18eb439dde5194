// What a PDF says about itself: the information dictionary, and the same where archives look for it (XMP).

import { PDFDict, PDFHexString, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { escapeHtml } from './marked-parts.ts';
import { languageOf, type Material } from './material.ts';

interface PdfFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly sites: readonly string[];
  readonly keywords: readonly string[];
  readonly languages: readonly string[];
  readonly published: readonly string[];
  readonly sources: readonly string[];
  readonly captured: readonly string[];
  /** SHA-256 of the pages as they came. */
  readonly fingerprints: readonly string[];
}

/** @param title of the book, where there are several articles */
export function describePdf(pdf: PDFDocument, materials: readonly Material[], title: string): void {
  const [first] = materials;
  if (first === undefined) return;
  const { locale, now, software } = first;
  const facts = factsOf(materials, title);
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  if (facts.authors.length > 0) pdf.setAuthor(facts.authors.join('; '));
  if (facts.sites.length > 0) pdf.setSubject(printSentence('pdfSubject', locale, { site: facts.sites.join(', ') }));
  if (facts.keywords.length > 0) pdf.setKeywords([facts.keywords.join(', ')]);
  const [language] = facts.languages;
  if (facts.languages.length === 1 && language !== undefined) pdf.setLanguage(language);
  pdf.setCreator(software);
  pdf.setProducer(`${software} (Chromium)`);
  pdf.setCreationDate(now);
  pdf.setModificationDate(now);
  addOwnFacts(pdf, facts);
  addXmp(pdf, facts, first);
}

function factsOf(materials: readonly Material[], bookTitle: string): PdfFacts {
  const all = (of: (material: Material) => string | null): string[] =>
    [...new Set(materials.map(of).filter((value) => value !== null && value !== ''))].filter((value) => value !== null);
  const [first] = materials;
  return {
    title: materials.length === 1 && first !== undefined ? first.article.title : bookTitle,
    authors: all(({ article }) => article.byline),
    sites: all(({ article }) => article.site),
    keywords: [...new Set(materials.flatMap(({ article }) => article.tags))],
    languages: all(languageOf),
    published: all(({ article }) => article.published),
    sources: all(({ article }) => article.url),
    captured: all(({ manifest }) => manifest.capturedAt),
    fingerprints: all(({ manifest }) => manifest.page.sha256),
  };
}

/** Beside the standard's keys, one line each in the viewers that list all. */
function addOwnFacts(pdf: PDFDocument, { sources, published, captured, fingerprints }: PdfFacts): void {
  const information = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  const own = { Source: sources, Published: published, Captured: captured, SourceSHA256: fingerprints };
  for (const [key, values] of Object.entries(own)) {
    if (values.length > 0) information.set(PDFName.of(key), PDFHexString.fromText(values.join(' ')));
  }
}

/** XMP, ISO 16684-1, with the Dublin Core terms that archives and reference managers read. */
function addXmp(pdf: PDFDocument, facts: PdfFacts, { now, software }: Material): void {
  const list = (kind: 'Bag' | 'Seq', values: readonly string[]): string | null =>
    values.length === 0 ? null : `<rdf:${kind}>${values.map((value) => `<rdf:li>${escapeHtml(value)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const term = (name: string, value: string | null): string => (value === null ? '' : `<${name}>${value}</${name}>`);
  const [source] = facts.sources;
  const packet = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    term('dc:title', `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(facts.title)}</rdf:li></rdf:Alt>`),
    term('dc:creator', list('Seq', facts.authors)),
    term('dc:publisher', list('Bag', facts.sites)),
    term('dc:subject', list('Bag', facts.keywords)),
    term('dc:date', list('Seq', facts.published)),
    term('dc:language', list('Bag', facts.languages)),
    term('dc:source', facts.sources.length > 1 ? escapeHtml(facts.sources.join(' ')) : source === undefined ? null : escapeHtml(source)),
    term('dc:identifier', facts.fingerprints.length === 1 ? `sha256:${facts.fingerprints.join('')}` : null),
    term('xmp:CreateDate', now.toISOString()),
    term('xmp:ModifyDate', now.toISOString()),
    term('xmp:MetadataDate', now.toISOString()),
    term('xmp:CreatorTool', escapeHtml(software)),
    term('pdf:Producer', escapeHtml(`${software} (Chromium)`)),
    term('pdf:Keywords', facts.keywords.length === 0 ? null : escapeHtml(facts.keywords.join(', '))),
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('\n');
  const stream = pdf.context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
}
