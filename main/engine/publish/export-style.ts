// The style of an exported HTML file: a quiet page in the reader's light or dark, with the fonts that are there.

import { markColors } from '../../../preload/contract/mark.ts';
import { cssColor } from './mark-colors.ts';

const marks = markColors.map((color) => `mark.${color} { background: ${cssColor(color)}; }
blockquote.${color} { border-color: ${cssColor(color)}; }`).join('\n');

export const exportStyle = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1d1b18, #e4e0d8);
  --soft: light-dark(#6d675e, #9d968a);
  --line: light-dark(#ddd6ca, #3d3a35);
  --page: light-dark(#fdfcf9, #1b1a18);
}
html { background: var(--page); color: var(--ink); }
body {
  max-width: 36em; margin: 0 auto; padding: 3rem 1.25rem 6rem;
  font: 1.125rem/1.65 Charter, 'Iowan Old Style', 'Source Serif 4', Georgia, 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, serif;
  overflow-wrap: break-word; text-autospace: normal; text-wrap: pretty;
}
:root:lang(zh) body, :root:lang(ja) body { line-height: 1.85; line-break: strict; }
h1 { font-size: 2em; line-height: 1.2; margin: 0.2em 0 0.5em; text-wrap: balance; }
h2, h3, h4 { line-height: 1.3; margin: 2em 0 0.6em; text-wrap: balance; }
a { color: inherit; text-decoration-color: var(--soft); text-underline-offset: 0.18em; }
img, video, svg { max-width: 100%; height: auto; }
figure { margin: 2em 0; }
figure img { display: block; margin: 0 auto; }
figcaption { margin-top: 0.6em; font-size: 0.82em; line-height: 1.5; color: var(--soft); text-align: center; }
blockquote { margin: 1.5em 0; padding-left: 1.2em; border-left: 3px solid var(--line); }
pre { overflow-x: auto; padding: 1em; border: 1px solid var(--line); font-size: 0.8em; line-height: 1.5; }
code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.9em; }
table { display: block; overflow-x: auto; border-collapse: collapse; font-size: 0.9em; }
th, td { padding: 0.4em 0.8em; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
hr { width: 4em; margin: 2.5em auto; border: 0; border-top: 1px solid var(--line); }
mark { color: #1d1b18; padding: 0.08em 0; border-radius: 2px; }
${marks}
.site { margin: 0; font-size: 0.8em; letter-spacing: 0.06em; color: var(--soft); }
.site a { text-decoration: none; }
.subtitle { font-size: 1.15em; color: var(--soft); margin: 0 0 0.6em; }
.byline { color: var(--soft); margin: 0; }
.offprint-record { margin: 1.6em 0 2.6em; padding: 0.9em 0; border-block: 1px solid var(--line); font-size: 0.72em; line-height: 1.6; color: var(--soft); }
.offprint-record div { display: grid; grid-template-columns: 10em 1fr; gap: 1em; }
.offprint-record dd { margin: 0; overflow-wrap: anywhere; }
.offprint-missing { display: flex; flex-direction: column; align-items: center; justify-content: center; box-sizing: border-box; max-width: 100%; margin-inline: auto; gap: 0.3em; padding: 1.4em; border: 1px dashed var(--line); font-size: 0.82em; color: var(--soft); text-align: center; }
.offprint-missing-small { display: inline-block; margin: 0; padding: 0 2px; overflow: hidden; white-space: nowrap; vertical-align: middle; }
.offprint-reference { font-size: 0.65em; line-height: 0; }
.offprint-reference a { text-decoration: none; padding: 0 0.15em; }
.offprint-notes { margin-top: 4em; padding-top: 1em; border-top: 1px solid var(--line); font-size: 0.9em; }
.offprint-notes h2 { font-size: 1em; margin: 0 0 1em; }
.offprint-notes blockquote { margin: 0 0 0.3em; color: var(--soft); }
.offprint-notes p { margin: 0 0 1.2em; white-space: pre-wrap; }
`;
