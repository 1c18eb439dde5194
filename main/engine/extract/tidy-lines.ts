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
  const seen = new Set<string>();
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
    const repeated = line.chars >= prose && line.within !== 'pre' && line.within !== 'td' && seen.has(line.text);
    const reason = repeated ? 'said-before' : lineReason(line, zone, known);
    if (reason !== null) drop(line, reason);
    else seen.add(line.text);
  }
  return dropped;
}
