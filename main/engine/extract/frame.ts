// The lines around an article, and its own first and last ones: where pages say who wrote it and when.

import type { Element } from 'domhandler';
import { linesOf, type Line } from './lines.ts';

export interface Frame {
  /** From the title, or a little before the first sentence, to the first sentences. */
  readonly head: readonly string[];
  /** The article's last lines and those right after it. */
  readonly tail: readonly string[];
  /** The first lines of the page, as far as the article. */
  readonly before: readonly string[];
}

const prose = 90;
const linesBefore = 16;
const linesAfter = 10;

/** To be asked for before anything is cut out. */
export function frameOf(body: Element, content: Element): Frame {
  const lines = linesOf(body).filter((line) => line.text !== '');
  const isProse = (line: Line): boolean => line.chars >= prose && line.linkChars < line.chars * 0.5 && line.level === 0;
  const inside = lines.map((line) => isInside(line.block, content));
  const first = lines.findIndex((line, at) => inside[at] === true && isProse(line));
  const last = lines.findLastIndex((line, at) => inside[at] === true && isProse(line));
  const at = first < 0 ? inside.indexOf(true) : first;
  const end = last < 0 ? inside.lastIndexOf(true) : last;
  const title = lines.slice(0, Math.max(0, at)).findLastIndex((line) => line.level === 1);
  const from = title >= 0 && at - title <= 40 ? Math.max(0, title - 4) : Math.max(0, at - linesBefore);
  const texts = (some: readonly Line[]): string[] => joinLabels(some.map(({ text }) => text));
  return { head: texts(lines.slice(from, at + 2)), tail: texts(lines.slice(Math.max(at + 1, end - 2), end + 1 + linesAfter)), before: texts(lines.slice(Math.max(0, from - 30), from)) };
}

/** A label in a cell of its own goes with what the next one says. */
function joinLabels(texts: readonly string[]): string[] {
  return texts.map((text, at) => (/^.{1,10}[:：]$/.test(text) ? `${text} ${texts[at + 1] ?? ''}` : text));
}

function isInside(block: Element, content: Element): boolean {
  for (let element: Element | null = block; element !== null; element = element.parent as Element | null) if (element === content) return true;
  return false;
}
