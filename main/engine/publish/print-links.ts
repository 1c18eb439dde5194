// How marks travel through Chromium's printing: each marked part is printed as a link to a scheme of ours, Chromium writes
// a link annotation with its rectangles on the right page, and pdf-marks.ts turns those into highlights.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { Annotation } from '../../../preload/contract/mark.ts';
import { escapeHtml, wrapMarkedParts, type PlacedMark } from './marked-parts.ts';
import { noteReferences } from './mark-notes.ts';
import type { PlacedPicture } from './marked-pictures.ts';

const scheme = 'offprint-mark:';

/** What a printed link of ours stands for. */
export interface MarkLink {
  /** Places in the list of marks that was printed. */
  readonly marks: readonly number[];
  /** The address that the words link to by themselves, or null. */
  readonly link: string | null;
}

export function parseMarkLink(address: string): MarkLink | null {
  const match = /^offprint-mark:([\d,]+)(?:\?to=(.*))?$/.exec(address);
  if (match === null) return null;
  const marks = (match[1] ?? '').split(',').map(Number);
  return { marks, link: match[2] === undefined ? null : decodeURIComponent(match[2]) };
}

export interface LinkedMarks {
  /** How many marks are printed before these: the place of the first in the list of all. */
  readonly firstMark: number;
  /** The marks whose note is printed after the text, each with its number. */
  readonly numbers: ReadonlyMap<Annotation, number>;
}

/** Wraps the marked parts of a page in links of ours. A link inside a link is no HTML, so links under marks are cut up. */
export function linkMarkedParts($: CheerioAPI, placed: readonly PlacedMark[], { firstMark, numbers }: LinkedMarks): void {
  const places = new Map(placed.map((mark, place) => [mark, firstMark + place]));
  $(`a[href^="${scheme}" i]`).removeAttr('href');
  const splitLinks = new Set<Element>();
  wrapMarkedParts($, placed, ({ text, marks, ending }, node) => {
    const link = $(node.parent === null ? [] : [node.parent]).closest('a[href]').filter('a');
    for (const element of link.toArray()) if (element.type === 'tag') splitLinks.add(element);
    const address = scheme + marks.map((mark) => places.get(mark)).join(',') + whereTo(link.attr('href'));
    return `<a href="${escapeHtml(address)}" class="offprint-mark">${escapeHtml(text)}</a>${noteReferences(ending, numbers)}`;
  });
  for (const link of splitLinks) splitLink($, link);
}

/** Wraps marked pictures in links of ours, each with all its marks; `firstMark` is the place of the first of these. */
export function linkMarkedPictures($: CheerioAPI, pictures: readonly PlacedPicture[], { firstMark, numbers }: LinkedMarks): void {
  for (const picture of new Set(pictures.map((one) => one.picture))) {
    const own = pictures.filter((one) => one.picture === picture);
    const link = $(picture).closest('a[href]');
    const address = scheme + own.map((one) => firstMark + pictures.indexOf(one)).join(',') + whereTo(link.attr('href'));
    if (link.length > 0) link.attr('href', address).addClass('offprint-marked-picture');
    else $(picture).wrap(`<a href="${escapeHtml(address)}" class="offprint-mark offprint-marked-picture"></a>`);
    $(picture).closest('a').after(noteReferences(own, numbers));
  }
}

function whereTo(href: string | undefined): string {
  return href !== undefined && /^(https?|mailto):/i.test(href) ? `?to=${encodeURIComponent(href)}` : '';
}

/** Makes a link with marked parts inside into a span, and links each of its unmarked texts and pictures by itself. */
function splitLink($: CheerioAPI, link: Element): void {
  const href = $(link).attr('href') ?? '';
  const inside = $(link).find('*').addBack().contents().toArray();
  for (const node of inside) {
    if ($(node).closest('a.offprint-mark, .offprint-reference').length > 0) continue;
    const isPicture = node.type === 'tag' && node.name === 'img';
    if (isPicture || (node.type === 'text' && node.data.trim() !== '')) $(node).wrap(`<a href="${escapeHtml(href)}"></a>`);
  }
  $(link).addClass('offprint-linked').removeAttr('href');
  link.tagName = 'span';
}
