// Takes the furniture out of the article: what is called so, what is mostly links, and what a heading announces as such.

import { isTag, type Element } from 'domhandler';
import type { DropReason, DroppedBlock } from '../../../preload/contract/extract.ts';
import { furnitureReason, holdsNotes, isFurniture } from './furniture-names.ts';
import { measureOf, type Measure, type Measures } from './measure.ts';
import { cut, cutEmpty, elementsOf, isHeading, labelOf, lineOf, walk } from './page-tree.ts';

/** Furniture never holds more of the article's prose than this. */
const mostProse = 0.3;

export function prune(root: Element, measures: Measures, host: string | null): DroppedBlock[] {
  const dropped: DroppedBlock[] = [];
  const all = Math.max(1, measureOf(measures, root).prose);
  const drop = (element: Element, reason: DropReason): void => {
    const text = lineOf(element, 300);
    if (text !== '') dropped.push({ reason, element: labelOf(element), text });
    const { parent } = element;
    cut(element);
    if (parent !== null && isTag(parent)) cutEmpty(parent, root);
  };
  const visit = (element: Element): void => {
    const own = measureOf(measures, element);
    if (!isHeading(element) && !isAnswered(element)) {
      const reason = isFurniture(element, own, all) ? furnitureReason(element) : own.prose < all * mostProse ? linkReason(element, own, host) : null;
      if (reason !== null) return drop(element, reason);
    }
    for (const child of elementsOf(element)) visit(child);
  };
  for (const child of elementsOf(root)) visit(child);
  return dropped;
}

/** A question that is pressed to show its answer is a heading, not a field. */
function isAnswered(element: Element): boolean {
  if (element.name !== 'button') return false;
  const { parent } = element;
  return (parent !== null && isHeading(parent)) || 'aria-expanded' in element.attribs || /[?？]$/.test(lineOf(element, 300));
}

const linkable: ReadonlySet<string> = new Set('ul ol div section table dl aside header footer'.split(' '));

function linkReason(element: Element, { chars, linkChars }: Measure, host: string | null): DropReason | null {
  if (!linkable.has(element.name) || chars === 0 || linkChars < chars * 0.6 || holdsNotes(element)) return null;
  if (chars < 80 && hasPicture(element)) return null;
  const links = linksIn(element);
  const inPage = links.filter((link) => link.startsWith('#')).length;
  if (inPage > links.length / 2) return inPage > 1 ? 'table-of-contents' : null;
  // A list that leads away from the site is the author's; one that stays on it is the site's.
  const isList = element.name === 'ul' || element.name === 'ol';
  if (isList && (isIntroduced(element) || links.filter((link) => isAway(link, host)).length > links.length / 2)) return null;
  return 'mostly-links';
}

/** The words before it end with a colon. */
function isIntroduced(element: Element): boolean {
  const before = element.prev !== null && !isTag(element.prev) ? element.prev.prev : element.prev;
  return before !== null && isTag(before) && !isHeading(before) && /[:：]$/.test(lineOf(before));
}

function linksIn(element: Element): string[] {
  return [...walk(element)].flatMap((one) => (one.name === 'a' ? (one.attribs['href'] ?? []) : []));
}

function isAway(link: string, host: string | null): boolean {
  if (host === null || !/^https?:/i.test(link) || !URL.canParse(link)) return false;
  const other = new URL(link).host;
  return !other.endsWith(host) && !host.endsWith(other.replace(/^www\./, '')) && !social.test(other);
}

const social = /(^|\.)(facebook|twitter|x|linkedin|pinterest|instagram|youtube|whatsapp|t|reddit|tiktok|weibo|threads|bsky)\.(com|me|app|net)$/;

function hasPicture(element: Element): boolean {
  return [...walk(element)].some((one) => one.name === 'img' || one.name === 'video');
}
