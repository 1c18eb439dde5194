// The words of an article without any form: what `text` answers, beside Markdown (markdown.ts).

import { load } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { isSkippedInViewText } from '../../../preload/contract/view-text.ts';
import type { CleanHtml } from '../model/clean-html.ts';

/** How many line ends stand at an element's edges; none for those that stand in a line. */
const edges: ReadonlyMap<string, number> = new Map(
  ('address article aside blockquote center details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre ' +
    'section summary table ul')
    .split(' ')
    .map((name): [string, number] => [name, 2])
    .concat(['dd', 'dt', 'li', 'tr'].map((name): [string, number] => [name, 1])),
);

interface Writing {
  text: string;
  /** Line ends to write before the next words. */
  ends: number;
}

/** Plain text: a blank line between blocks, a tab between a row's cells, a line's end for a break. Code keeps its spaces. */
export function readerPlainText(readerHtml: CleanHtml): string {
  const $ = load(readerHtml, { scriptingEnabled: false });
  const writing: Writing = { text: '', ends: 0 };
  for (const node of $('body').contents().toArray()) write(node, false, writing);
  return `${writing.text.trimEnd()}\n`;
}

function write(node: AnyNode, preformatted: boolean, writing: Writing): void {
  if (node.type === 'text') addWords(node.data, preformatted, writing);
  if (node.type !== 'tag' || isSkippedInViewText(node.name)) return;
  const edge = edges.get(node.name) ?? 0;
  writing.ends = Math.max(writing.ends, edge);
  if (node.name === 'br') writing.ends += 1;
  for (const child of node.children) write(child, preformatted || node.name === 'pre', writing);
  if (node.name === 'td' || node.name === 'th') writing.text += '\t';
  writing.ends = Math.max(writing.ends, edge);
}

function addWords(data: string, preformatted: boolean, writing: Writing): void {
  const atStart = writing.ends > 0 || /(^|\s)$/.test(writing.text);
  const folded = data.replace(/\s+/g, ' ');
  const words = preformatted ? data : atStart ? folded.trimStart() : folded;
  if (words === '') return;
  if (writing.ends > 0 && writing.text !== '') writing.text = writing.text.trimEnd() + '\n'.repeat(writing.ends);
  writing.ends = 0;
  writing.text += words;
}
