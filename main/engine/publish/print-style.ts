// The print style: the page of a good journal. One serif family for all scripts, a measure of some 75 letters or 38
// ideographs, pictures whole with their captions, headings with their text. The sheet itself is print-sheet-style.ts's.

import type { PrintSettings } from '../../../preload/contract/print-settings.ts';
import { measuringStyle } from './print-columns.ts';
import { familyRules } from './print-fonts.ts';
import type { Sheet } from './print-paper.ts';

/** A picture takes at most this share of the page's text, so that its caption and some words stay with it. */
const tallestPicture = 0.68;

export function printStyle(sheet: Sheet, settings: PrintSettings): string {
  const height = Math.floor(sheet.textHeight * tallestPicture);
  return [
    familyRules(),
    `html { font-size: ${settings.typeSize}pt; line-height: 1.58; color: #161412; text-rendering: geometricPrecision; }`,
    textStyle,
    `img, svg, video { max-width: 100%; height: auto; max-height: ${height}px; object-fit: contain; }`,
    blockStyle,
    headStyle,
    contentsStyle,
    settings.columns === 2 && !settings.onePage ? columnStyle : '',
    measuringStyle(sheet),
  ].join('\n');
}

const textStyle = `
/* Justified lines hang over by a 64th of a pixel; over the page's edge, that would make Chromium shrink all pages. */
.offprint-article, .offprint-contents { margin-right: 1px; }
body { margin: 0; overflow-wrap: break-word; text-autospace: normal; text-spacing-trim: normal; font-kerning: normal; }
:is(:lang(zh), :lang(ja)) { line-break: strict; }
:is(html, section):is(:lang(zh), :lang(ja)) { line-height: 1.82; }
p { margin: 0; orphans: 2; widows: 2; text-wrap: pretty; }
.offprint-short { break-inside: avoid; }
p + p { text-indent: 1.4em; }
:is(ul, ol, blockquote, pre, figure, table, hr, dl, details, .offprint-plate) + p { text-indent: 0; margin-top: 0.9em; }
:is(p, li):is(:lang(zh), :lang(ja)) { text-align: justify; }
p:lang(zh) { text-indent: 2em; }
p:lang(ja) { text-indent: 1em; }
p:has(br) { margin-bottom: 0.7em; }
p:has(br):not(:lang(zh), :lang(ja)) { text-indent: 0; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.4pt; text-decoration-color: #8d867a; text-underline-offset: 0.2em; }
a.offprint-mark { text-decoration: none; }
a.offprint-marked-picture { display: inline-block; max-width: 100%; vertical-align: bottom; }
:is(figure, .offprint-plate) a.offprint-marked-picture { display: block; width: fit-content; margin: 0 auto; }
.offprint-linked a.offprint-mark { text-decoration: underline; text-decoration-thickness: 0.4pt; text-decoration-color: #8d867a; }
strong, b { font-weight: 700; }
:is(:lang(zh), :lang(ja)) :is(em, i, cite):not(.offprint-slanted) { font-style: normal; font-weight: 700; }
small, sub, sup { font-size: 0.75em; line-height: 0; }
h1, h2, h3, h4, h5, h6 { font-weight: 700; line-height: 1.32; break-after: avoid; break-inside: avoid; text-wrap: balance; text-align: start; }
h2 { font-size: 1.24rem; margin: 1.9em 0 0.65em; }
h3 { font-size: 1.1rem; margin: 1.6em 0 0.5em; }
h4, h5, h6 { font-size: 1rem; margin: 1.4em 0 0.4em; }
p.offprint-heading { margin: 1.3em 0 0.45em; text-indent: 0; text-align: start; break-after: avoid; }
:is(h1, h2, h3, h4, h5, h6) + p:not(:lang(zh), :lang(ja)) { text-indent: 0; }
`;

const blockStyle = `
figure, .offprint-plate { margin: 1.5em 0; break-inside: avoid; text-align: center !important; text-indent: 0 !important; }
:is(figure, .offprint-plate).offprint-several { break-inside: auto; }
figure img, .offprint-plate img { display: block; margin: 0 auto; break-inside: avoid; }
.offprint-several img + img, .offprint-several :has(> img) + :has(> img) { margin-top: 1em; }
.offprint-plate:has(+ figcaption), .offprint-plate:has(+ .caption) { break-after: avoid; }
figcaption { margin: 0.65em auto 0; max-width: 36rem; font-size: 0.81rem; line-height: 1.5; color: #57514a; break-before: avoid; break-inside: avoid; text-align: center; text-wrap: balance; text-indent: 0; }
figcaption p { text-indent: 0 !important; text-align: center !important; }
blockquote { margin: 1.2em 0 1.2em 1.4em; padding-left: 1em; border-left: 1.2pt solid #b9b1a4; color: #36322d; }
ul, ol { margin: 0.9em 0; padding-left: 1.5em; }
li { margin: 0.25em 0; orphans: 2; widows: 2; text-wrap: pretty; }
li > p, blockquote p, td p, th p, dd p { text-indent: 0 !important; }
blockquote p + p, li > p + p { margin-top: 0.5em; }
dt { font-weight: 700; break-after: avoid; }
pre { box-decoration-break: clone; margin: 1.3em 0; padding: 0.8em 1em; border: 0.5pt solid #cfc7ba; font-size: 0.78rem; line-height: 1.45; white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-align: start; }
code, kbd, samp, pre { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Serif SC', monospace; }
code, kbd, samp { font-size: 0.86em; }
pre code { font-size: inherit; }
table { margin: 1.5em auto; border-collapse: collapse; border-block: 0.9pt solid #161412; font-size: 0.84rem; line-height: 1.45; font-variant-numeric: tabular-nums; max-width: 100%; }
thead { display: table-header-group; break-inside: avoid; }
tr { break-inside: avoid; }
th, td { padding: 0.42em 0.8em; text-align: start; vertical-align: top; }
th { font-weight: 700; border-bottom: 0.5pt solid #161412; }
tr + tr > td { border-top: 0.3pt solid #ddd6ca; }
caption { caption-side: top; font-size: 0.81rem; color: #57514a; padding-bottom: 0.5em; break-after: avoid; }
hr { width: 28mm; margin: 2em auto; border: 0; border-top: 0.5pt solid #8d867a; }
details > summary { list-style: none; font-weight: 700; }
video, audio { display: none; }
.offprint-missing { display: flex !important; flex-direction: column; align-items: center; justify-content: center; box-sizing: border-box; max-width: 100%; max-height: 7cm; gap: 0.3em; margin: 1.5em 0; padding: 5mm !important; border: 0.5pt dashed #b9b1a4 !important; font-size: 0.81rem; color: #57514a; text-align: center; text-indent: 0; break-inside: avoid; }
.offprint-missing-small { display: inline-block !important; margin: 0; padding: 0 2px !important; overflow: hidden; white-space: nowrap; vertical-align: middle; }
.offprint-reference { font-size: 0.65em; line-height: 0; white-space: nowrap; }
.offprint-reference a { text-decoration: none; padding: 0 0.1em; }
.offprint-notes { margin-top: 3em; padding-top: 1.2em; border-top: 0.5pt solid #8d867a; font-size: 0.86rem; line-height: 1.5; }
.offprint-notes h2 { font-size: 1.1rem; margin: 0 0 0.8em; }
.offprint-notes li { break-inside: avoid; margin-bottom: 0.9em; }
.offprint-notes blockquote { margin: 0 0 0.25em; padding-left: 0.7em; border-left-width: 2pt; color: #57514a; }
.offprint-notes p { white-space: pre-wrap; text-indent: 0; text-align: start; }
`;

const headStyle = `
.offprint-head { margin: 0 0 5mm; padding-top: 3.5mm; border-top: 2.2pt solid #161412; break-after: avoid; }
.offprint-head p { text-indent: 0 !important; text-align: start !important; }
.offprint-head h1 { font-size: 2.1rem; line-height: 1.24; margin: 2.5mm 0 3.5mm; letter-spacing: -0.005em; }
:is(:lang(zh), :lang(ja), :lang(ko)) .offprint-head h1 { font-size: 1.9rem; line-height: 1.36; letter-spacing: 0; }
.offprint-head .site { font-size: 0.81rem; letter-spacing: 0.08em; color: #57514a; margin: 0; }
.offprint-head .subtitle { font-size: 1.14rem; line-height: 1.5; color: #36322d; margin: 0 0 2.5mm; }
.offprint-head .byline { font-size: 0.905rem; color: #36322d; }
.offprint-head a { text-decoration: none; }
.offprint-record { margin: 0 0 9mm; padding: 2.4mm 0; border-block: 0.5pt solid #b9b1a4; font-size: max(6.5pt, 0.7rem); line-height: 1.6; color: #57514a; text-autospace: no-autospace; break-inside: avoid; }
.offprint-record div { display: flex; gap: 3mm; }
.offprint-record dt { flex: 0 0 11em; font-weight: 400; color: #857d71; }
.offprint-record dd { margin: 0; flex: 1; min-width: 0; overflow-wrap: anywhere; }
.offprint-record code { font-family: inherit; font-size: 1em; letter-spacing: 0.01em; }
.offprint-record a { text-decoration: none; }
`;

const contentsStyle = `
.offprint-article { break-before: page; }
.offprint-contents h1 { font-size: 2.4rem; line-height: 1.24; margin: 22mm 0 2mm; padding-top: 4mm; border-top: 2.2pt solid #161412; }
.offprint-contents > p { margin: 0 0 12mm; color: #57514a; font-size: 0.905rem; text-indent: 0; }
.offprint-contents ol { list-style: none; margin: 0; padding: 0; }
.offprint-contents li { margin: 0; padding: 2.6mm 0; border-top: 0.3pt solid #ddd6ca; break-inside: avoid; text-align: start; }
.offprint-contents a { display: grid; grid-template-columns: 1fr 3.2em; column-gap: 5mm; text-decoration: none; line-height: 1.4; }
.offprint-contents small { grid-column: 1; font-size: 0.78rem; line-height: 1.5; color: #57514a; }
.offprint-contents .number { grid-column: 2; grid-row: 1; text-align: end; font-variant-numeric: tabular-nums lining-nums; }
`;

const columnStyle = `
.offprint-text { columns: 2; column-gap: 7mm; }
.offprint-text h2 { font-size: 1.16rem; }
.offprint-text figcaption { font-size: 0.78rem; }
.offprint-text blockquote { margin-left: 0.6em; padding-left: 0.8em; }
.offprint-text :is(figure, .offprint-plate, table).offprint-wide { column-span: all; }
`;
