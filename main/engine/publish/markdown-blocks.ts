// The blocks of an article as Markdown (CommonMark with GFM's tables). What Markdown has no block for stays HTML.

import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { escapeLineStarts, inlineMarkdown, isMissingPicture, textOf, type LinkFor } from './markdown-inline.ts';

/** Elements that hold blocks and say nothing themselves. */
const containers: ReadonlySet<string> = new Set('article section div main header footer aside center nav address body figure'.split(' '));
const htmlBlocks: ReadonlySet<string> = new Set(['dl', 'details', 'video', 'audio']);

/** The nodes as Markdown blocks, a blank line between. */
export function blocksMarkdown($: CheerioAPI, nodes: readonly AnyNode[], linkFor: LinkFor): string {
  return blocksOf($, nodes, linkFor).join('\n\n');
}

function blocksOf($: CheerioAPI, nodes: readonly AnyNode[], linkFor: LinkFor): string[] {
  const blocks: string[] = [];
  let line: AnyNode[] = [];
  const endLine = (): void => {
    const paragraph = paragraphOf(line, linkFor);
    if (paragraph !== '') blocks.push(paragraph);
    line = [];
  };
  for (const node of nodes) {
    const made = node.type === 'tag' ? blockOf($, node, linkFor) : null;
    if (made === null) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(...made.filter((block) => block !== ''));
  }
  endLine();
  return blocks;
}

function paragraphOf(nodes: readonly AnyNode[], linkFor: LinkFor): string {
  return escapeLineStarts(inlineMarkdown(nodes, linkFor).replace(/(\\\n|\s)+$/, '').replace(/^(\\\n|\s)+/, ''));
}

/** An element's blocks, or null for one that stands in a line. */
function blockOf($: CheerioAPI, element: Element, linkFor: LinkFor): string[] | null {
  const { name, children } = element;
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) return [headingOf(Number(heading[1]), element, linkFor)];
  if (name === 'p') return blocksOf($, children, linkFor);
  if (name === 'figure' && $(element).find('figcaption').length > 0) return [htmlBlock($, element, linkFor)];
  if (name === 'blockquote') return [prefixLines(blocksMarkdown($, children, linkFor), '> ')];
  if (name === 'ul' || name === 'ol') return [listOf($, element, linkFor)];
  if (name === 'pre') return [fencedCode(element)];
  if (name === 'hr') return ['---'];
  if (name === 'table') return [tableOf($, element, linkFor)];
  if (htmlBlocks.has(name)) return [htmlBlock($, element, linkFor)];
  if (containers.has(name)) return blocksOf($, children, linkFor);
  // A site's inline element around blocks: its blocks count, not the element.
  const holdsBlocks = !isMissingPicture(element) && $(element).find('p, ul, ol, table, pre, blockquote, figure, h1, h2, h3').length > 0;
  return holdsBlocks ? blocksOf($, children, linkFor) : null;
}

function headingOf(level: number, element: Element, linkFor: LinkFor): string {
  const words = inlineMarkdown(element.children, linkFor).replaceAll('\\\n', ' ').trim();
  return words === '' ? '' : `${'#'.repeat(level)} ${words.replace(/(#+)$/, '\\$1')}`;
}

function listOf($: CheerioAPI, list: Element, linkFor: LinkFor): string {
  const first = Number.parseInt(list.attribs['start'] ?? '1', 10);
  const items = list.children.filter(isTag);
  const written = items.map((item, index) => {
    const marker = list.name === 'ol' ? `${(Number.isNaN(first) ? 1 : first) + index}. ` : '- ';
    const blocks = blocksMarkdown($, item.name === 'li' ? item.children : [item], linkFor);
    return marker + indentLines(blocks, ' '.repeat(marker.length));
  });
  const loose = written.some((item) => item.includes('\n\n'));
  return written.join(loose ? '\n\n' : '\n');
}

function fencedCode(element: Element): string {
  const code = textOf(element).replace(/\n$/, '');
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

/** A plain table as GFM has it; one with spans, blocks or no head of its own stays HTML. */
function tableOf($: CheerioAPI, table: Element, linkFor: LinkFor): string {
  const rows = $(table).find('tr').toArray().map((row) => $(row).children('th, td').toArray());
  const width = rows[0]?.length ?? 0;
  const plain =
    width > 0 &&
    rows.every((row) => row.length === width) &&
    rows[0]?.every((cell) => cell.name === 'th') === true &&
    $(table).find('[colspan], [rowspan], caption, table, ul, ol, pre, figure, img, br, p + p').length === 0;
  if (!plain) return htmlBlock($, table, linkFor);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const written = rows.map((row) => line(row.map((cell) => inlineMarkdown(cell.children, linkFor).trim())));
  return [written[0], line(Array.from({ length: width }, () => '---')), ...written.slice(1)].join('\n');
}

/** The element as HTML with its links made ours. An empty line would end the block. */
function htmlBlock($: CheerioAPI, element: Element, linkFor: LinkFor): string {
  const copy = $(element).clone();
  for (const attribute of ['src', 'href', 'poster']) {
    copy.find(`[${attribute}]`).addBack(`[${attribute}]`).each((_, holder) => {
      $(holder).attr(attribute, linkFor($(holder).attr(attribute) ?? ''));
    });
  }
  return $.html(copy).replace(/\n\s*\n/g, '\n').trim();
}

function indentLines(text: string, indent: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${indent}`);
}

function prefixLines(text: string, prefix: string): string {
  return text === '' ? '' : text.split('\n').map((line) => (prefix + line).trimEnd()).join('\n');
}
