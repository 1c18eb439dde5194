// A page job's first step: a page without shadow roots, as it reads. What stands in a shadow root takes its place among the
// element's children, these in their slots; frames go, unless one of them is what the page is for.

import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { textSize } from './page-kind.ts';

const shadow = 'template[shadowrootmode]';
/** A page with less text than this beside its frames may be there for one of them; that has several times as much. */
const little = 400;
const timesAsMuch = 3;

/** The HTML itself where there is nothing to do. */
export function plainTree(html: string): string {
  if (!html.includes('shadowrootmode') && !html.includes('<offprint-frame')) return html;
  const $ = load(html);
  const main = mainFrame($);
  for (const frame of $('offprint-frame').toArray()) {
    if (frame === main) frame.name = 'div';
    else if (main === null || !$(main).parents().is(frame)) $(frame).remove();
  }
  // From the innermost out: what is in a shadow root may have one itself.
  for (const template of $(shadow).toArray().toReversed()) compose($, template);
  return $.html();
}

function mainFrame($: CheerioAPI): Element | null {
  const own = textSize($('body').toArray());
  if (own >= little) return null;
  const sized = $('offprint-frame')
    .toArray()
    .map((frame) => ({ frame, size: textSize($(frame).children(shadow).contents().contents().toArray()) }));
  const best = sized.toSorted((a, b) => b.size - a.size)[0];
  return best !== undefined && best.size >= Math.max(little, own * timesAsMuch) ? best.frame : null;
}

function compose($: CheerioAPI, template: Element): void {
  const host = $(template).parent();
  const light = host.contents().toArray().filter((node) => node !== template);
  // Styles of a shadow root are about its looks alone.
  $(template).find('style, link').remove();
  const inside = $(template).contents().toArray().flatMap((node) => (node.type === 'root' ? node.children : [node]));
  $(light).remove();
  $(template).replaceWith($(inside));
  for (const slot of host.find('slot').toArray()) {
    const name = slot.attribs['name'] ?? '';
    const given = light.filter((node) => slotOf(node) === name);
    $(slot).replaceWith(given.length > 0 ? $(given) : $(slot).contents());
  }
}

function slotOf(node: AnyNode): string {
  return node.type === 'tag' ? (node.attribs['slot'] ?? '') : '';
}
