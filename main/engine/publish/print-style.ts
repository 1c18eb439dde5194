// The print style: the page of a good journal. One family for Latin and Chinese, a measure of some 75 letters or 38
// ideographs, pictures whole with their captions, headings with their text.

import type { Locale } from '../../../preload/contract/messages/locale.ts';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { shorten } from './shorten.ts';

export interface PrintStyleFacts {
  readonly title: string;
  readonly site: string | null;
  readonly locale: Locale;
}

export function printStyle(facts: PrintStyleFacts): string {
  return pageBox(facts) + textStyle + latinQuotes + blockStyle + headStyle;
}

function pageBox({ title, site, locale }: PrintStyleFacts): string {
  const number = printSentence('pageOf', locale)
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : cssString(part)))
    .join(' ');
  return `
@page {
  size: A4; margin: 27mm 31mm 29mm;
  @top-left { content: ${cssString(shorten(title, 60))}; ${furniture} text-align: left; white-space: nowrap; }
  @top-right { content: ${cssString(shorten(site ?? '', 30))}; ${furniture} text-align: right; white-space: nowrap; }
  @bottom-center { content: ${number}; ${furniture} }
}
@page :first { @top-left { content: none; } @top-right { content: none; } }
`;
}

const furniture = "font: 7.5pt/1 'Noto Serif SC', serif; color: #6b655c; letter-spacing: 0.02em;";

/**
 * The quotation marks of the Chinese font fill a square, and the apostrophe with them. Where the text is not Chinese they
 * come from a Latin font of the system; where there is none they are set to half a square.
 */
const latinQuotes = `
@font-face {
  font-family: 'Latin Quotes';
  src: local('Source Serif 4'), local('Charter'), local('Georgia'), local('Times New Roman'), local('Liberation Serif'), local('DejaVu Serif');
  unicode-range: U+2018-201F, U+2026;
}
html:not(:lang(zh), :lang(ja)) { font-family: 'Latin Quotes', 'Noto Serif SC', serif; font-feature-settings: 'halt'; }
`;

const textStyle = `
html { font: 10.5pt/1.58 'Noto Serif SC', serif; color: #161412; }
body { margin: 0; overflow-wrap: break-word; text-autospace: normal; text-spacing-trim: normal; font-kerning: normal; }
[lang|='zh'], [lang|='ja'] { line-height: 1.82; line-break: strict; }
p { margin: 0; orphans: 2; widows: 2; text-wrap: pretty; }
.offprint-short { break-inside: avoid; }
p + p { text-indent: 1.4em; }
:is(ul, ol, blockquote, pre, figure, table, hr, .offprint-plate) + p { text-indent: 0; margin-top: 0.9em; }
:lang(zh) p, :lang(ja) p { text-align: justify; }
p:lang(zh) { text-indent: 2em; }
p:has(br) { margin-bottom: 0.7em; }
p:has(br):not(:lang(zh)) { text-indent: 0; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.4pt; text-decoration-color: #8d867a; text-underline-offset: 0.2em; }
a.offprint-mark { text-decoration: none; }
.offprint-linked a.offprint-mark { text-decoration: underline; text-decoration-thickness: 0.4pt; text-decoration-color: #8d867a; }
strong, b { font-weight: 700; }
:lang(zh) :is(em, i, cite) { font-style: normal; text-emphasis: none; font-weight: 700; }
small, sub, sup { font-size: 0.75em; line-height: 0; }
h1, h2, h3, h4, h5, h6 { font-weight: 700; line-height: 1.32; break-after: avoid; break-inside: avoid; text-wrap: balance; text-align: start; }
h2 { font-size: 13pt; margin: 1.9em 0 0.65em; }
h3 { font-size: 11.5pt; margin: 1.6em 0 0.5em; }
h4, h5, h6 { font-size: 10.5pt; margin: 1.4em 0 0.4em; }
p.offprint-heading { margin: 1.3em 0 0.45em; text-indent: 0; text-align: start; break-after: avoid; }
:is(h2, h3, h4) + p { text-indent: 0; }
`;

const blockStyle = `
img, svg, video { max-width: 100%; height: auto; max-height: 178mm; object-fit: contain; }
figure, .offprint-plate { margin: 1.5em 0; break-inside: avoid; text-align: center !important; text-indent: 0 !important; }
figure img, .offprint-plate img { display: block; margin: 0 auto; break-inside: avoid; }
.offprint-plate:has(+ figcaption), .offprint-plate:has(+ .caption) { break-after: avoid; }
figcaption { margin: 0.65em auto 0; max-width: 125mm; font-size: 8.5pt; line-height: 1.5; color: #57514a; break-before: avoid; text-align: center; text-wrap: balance; text-indent: 0; }
figcaption p { text-indent: 0 !important; text-align: center !important; }
blockquote { margin: 1.2em 0 1.2em 1.4em; padding-left: 1em; border-left: 1.2pt solid #b9b1a4; color: #36322d; }
ul, ol { margin: 0.9em 0; padding-left: 1.5em; }
li { margin: 0.25em 0; orphans: 2; widows: 2; }
li > p, blockquote p, td p, th p { text-indent: 0 !important; }
blockquote p + p { margin-top: 0.5em; }
pre { margin: 1.3em 0; padding: 0.8em 1em; border: 0.5pt solid #cfc7ba; font-size: 8.2pt; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-align: start; }
code, kbd, samp, pre { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Serif SC', monospace; }
code, kbd, samp { font-size: 0.88em; }
pre code { font-size: inherit; }
table { margin: 1.5em auto; border-collapse: collapse; border-block: 0.9pt solid #161412; font-size: 8.8pt; line-height: 1.45; font-variant-numeric: tabular-nums; max-width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.42em 0.8em; text-align: start; vertical-align: top; }
th { font-weight: 700; border-bottom: 0.5pt solid #161412; }
tr + tr > td { border-top: 0.3pt solid #ddd6ca; }
caption { caption-side: top; font-size: 8.5pt; color: #57514a; padding-bottom: 0.5em; break-after: avoid; }
hr { width: 28mm; margin: 2em auto; border: 0; border-top: 0.5pt solid #8d867a; }
details > summary { list-style: none; font-weight: 700; }
video, audio { display: none; }
.offprint-missing { display: flex; flex-direction: column; align-items: center; justify-content: center; box-sizing: border-box; max-width: 100%; max-height: 7cm; gap: 0.3em; margin: 1.5em 0; padding: 5mm; border: 0.5pt dashed #b9b1a4; font-size: 8.5pt; color: #57514a; text-align: center; text-indent: 0; break-inside: avoid; }
.offprint-missing-small { display: inline-block; margin: 0; padding: 0 2px; overflow: hidden; white-space: nowrap; vertical-align: middle; }
`;

const headStyle = `
.offprint-head { margin: 0 0 5mm; padding-top: 3.5mm; border-top: 2.2pt solid #161412; break-after: avoid; }
.offprint-head p { text-indent: 0 !important; text-align: start !important; }
.offprint-head h1 { font-size: 22pt; line-height: 1.24; margin: 2.5mm 0 3.5mm; letter-spacing: -0.005em; }
:lang(zh) .offprint-head h1, :lang(ja) .offprint-head h1 { font-size: 20pt; line-height: 1.36; letter-spacing: 0; }
.offprint-head .site { font-size: 8.5pt; letter-spacing: 0.08em; color: #57514a; margin: 0; }
.offprint-head .subtitle { font-size: 12pt; line-height: 1.5; color: #36322d; margin: 0 0 2.5mm; }
.offprint-head .byline { font-size: 9.5pt; color: #36322d; }
.offprint-head a { text-decoration: none; }
.offprint-record { margin: 0 0 9mm; padding: 2.4mm 0; border-block: 0.5pt solid #b9b1a4; font-size: 7.3pt; line-height: 1.6; color: #57514a; text-autospace: no-autospace; }
.offprint-record div { display: flex; gap: 3mm; }
.offprint-record dt { flex: 0 0 31mm; color: #857d71; }
.offprint-record dd { margin: 0; flex: 1; min-width: 0; overflow-wrap: anywhere; }
.offprint-record code { font-family: inherit; font-size: 1em; letter-spacing: 0.01em; }
.offprint-record a { text-decoration: none; }
`;

function cssString(text: string): string {
  const safe = text.replace(/[\\"<\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${safe}"`;
}
