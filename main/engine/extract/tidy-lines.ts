// Takes the lines out of the article that are no part of it: what frames it at head and end, what a heading announces as
// furniture, what stands there twice.

import type { Element } from 'domhandler';
import { announcedAt } from './announced.ts';
import type { DropReason, DroppedBlock } from '../../../preload/contract/extract.ts';
import { lineReason, type Zone } from './furniture-lines.ts';
import { cutLine, linesOf, type Line } from './lines.ts';
import { cutEmpty, labelOf } from './page-tree.ts';

/** Characters from which a line is taken for prose, and for the same line when it comes again. */
const prose = 90;

export function tidyLines(root: Element, known: { readonly title: string; readonly byline: string | null }): DroppedBlock[] {
  const lines = linesOf(root);
  const isProse = (line: Line): boolean => line.chars >= prose && line.linkChars < line.chars * 0.5 && line.level === 0 && line.within !== 'figcaption';
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  const dropped: DroppedBlock[] = [];
  /** Where a text stood first. */
  const seen = new Map<string, number>();
  const drop = (line: Line, reason: DropReason): void => {
    if (line.text !== '') dropped.push({ reason, element: labelOf(line.block), text: line.text.slice(0, 300) });
    cutLine(line);
    cutEmpty(line.block, root);
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const section = announcedAt(lines, at);
    if (section !== null) {
      for (const one of lines.slice(at, section.end)) drop(one, section.reason);
      at = section.end - 1;
      continue;
    }
    const zone: Zone = at < first ? 'head' : at > last ? 'end' : 'middle';
    const reason = isTwice(lines, at, seen, first) ? 'said-before' : lineReason(line, zone, known);
    if (reason !== null) drop(line, reason);
    else if (!seen.has(line.text)) seen.set(line.text, at);
  }
  return dropped;
}

/**
 * A page says a passage twice in three ways: its summary opens the text too, the same lines stand for two widths of the window, or several in a row come
 * again. A single one that comes again among others is its author's: a refrain.
 */
function isTwice(lines: readonly Line[], at: number, seen: ReadonlyMap<string, number>, opening: number): boolean {
  const line = lines[at];
  if (line === undefined || line.chars < prose || line.within === 'pre' || line.within === 'td') return false;
  const before = seen.get(line.text);
  if (before === undefined) return false;
  const again = (step: 1 | -1): boolean => (lines[at + step]?.chars ?? 0) > 0 && lines[at + step]?.text === lines[before + step]?.text;
  return before <= opening || at - before === 1 || again(1) || again(-1);
}
