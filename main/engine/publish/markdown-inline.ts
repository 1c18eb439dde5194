// Text, emphasis, links and pictures as Markdown. What Markdown cannot say stays HTML, which it allows.

import { isTag, type AnyNode, type Element } from 'domhandler';
import { escapeHtml } from './marked-parts.ts';

/** What a picture's or link's address becomes. */
export type LinkFor = (address: string) => string;

const keptTags: ReadonlySet<string> = new Set(
  'abbr bdi bdo cite del dfn ins kbd mark q rp rt ruby s samp small sub sup time u var'.split(' '),
);

/** The nodes as one paragraph's Markdown; `\` and a line's end stand for a break. */
export function inlineMarkdown(nodes: readonly AnyNode[], linkFor: LinkFor): string {
  return nodes.map((node) => inlineNode(node, linkFor)).join('').replace(/[ \t\n]+/g, foldBlanks);
}

/** Blanks are folded, but a break keeps its line. */
function foldBlanks(blanks: string, at: number, whole: string): string {
  return whole[at - 1] === '\\' && blanks.startsWith('\n') ? '\n' : ' ';
}

function inlineNode(node: AnyNode, linkFor: LinkFor): string {
  if (node.type === 'text') return escapeText(node.data.replace(/\s+/g, ' '));
  if (node.type !== 'tag') return '';
  const inside = (): string => inlineMarkdown(node.children, linkFor);
  switch (node.name) {
    case 'br':
      return '\\\n';
    case 'img':
      return pictureMarkdown(node, linkFor);
    case 'strong':
    case 'b':
      return emphasis('**', 'strong', inside());
    case 'em':
    case 'i':
      return emphasis('*', 'em', inside());
    case 'code':
      return codeMarkdown(textOf(node));
    case 'a':
      return linkMarkdown(node, inside(), linkFor);
    case 'wbr':
      return '';
    case 'svg':
    case 'math':
      return '';
    default:
      if (isMissingPicture(node)) return missingMarkdown(node);
      return keptTags.has(node.name) ? `<${node.name}>${inside()}</${node.name}>` : inside();
  }
}

/**
 * Stars only work beside letters: `**“word”**字` is no emphasis for CommonMark, as its edge is a punctuation mark between
 * ideographs. The tag always works.
 */
function emphasis(stars: string, tag: string, inside: string): string {
  if (inside.trim() === '') return inside;
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
  const simple = /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$/u.test(words) && !words.includes('*');
  return before + (simple ? stars + words + stars : `<${tag}>${words}</${tag}>`) + after;
}

function linkMarkdown(link: Element, words: string, linkFor: LinkFor): string {
  const href = link.attribs['href'];
  if (href === undefined || words.trim() === '') return words;
  return `[${words}](${destination(linkFor(href))})`;
}

function pictureMarkdown(picture: Element, linkFor: LinkFor): string {
  const source = picture.attribs['src'];
  if (source === undefined) return '';
  const alternative = escapeText((picture.attribs['alt'] ?? '').replace(/\s+/g, ' '));
  return `![${alternative}](${destination(linkFor(source))})`;
}

/** The reader page's note for a picture that could not be had. */
export function isMissingPicture(element: Element): boolean {
  return (element.attribs['class'] ?? '').split(/\s+/).includes('offprint-missing');
}

/** A picture that could not be had stands under its own address again, so that it can be got later. */
function missingMarkdown(note: Element): string {
  const parts = note.children.filter(isTag);
  const address = note.attribs['data-offprint-missing'] ?? parts.find((part) => part.name === 'a')?.attribs['href'];
  const alternative = parts.find((part) => (part.attribs['class'] ?? '') === 'offprint-missing-alt');
  if (address === undefined || address.startsWith('file:')) return '';
  return `![${alternative === undefined ? '' : escapeText(textOf(alternative))}](${destination(address)})`;
}

function destination(address: string): string {
  const plain = address.replace(/[\s<>()\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return plain === '' ? '<>' : plain;
}

function codeMarkdown(code: string): string {
  const folded = code.replace(/\s+/g, ' ');
  if (folded.trim() === '') return folded;
  const longest = Math.max(0, ...(folded.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = folded.startsWith('`') || folded.endsWith('`') ? ' ' : '';
  return fence + pad + folded + pad + fence;
}

export function textOf(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Addresses in plain text: Markdown readers make links of them as they stand, so nothing in them is escaped. */
const bareAddress = /((?:https?:\/\/|www\.)[^\s<>\u3000-\u303f\uff00-\uffef]+)/;

/** Text that stays the same text when it is read as Markdown. */
export function escapeText(text: string): string {
  return text
    .split(bareAddress)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]~|]/g, '\\$&')))
    .join('')
    .replace(/&(?=#?\w+;)|</g, escapeHtml);
}

/** A paragraph's lines, none of which begins as a heading, a list, a quote or a rule would. */
export function escapeLineStarts(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.trimStart().replace(/^([#>+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
    .join('\n');
}
