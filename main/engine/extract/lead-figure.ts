// The picture between the title and the article, which many pages set outside of the article's own element.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { cut } from './page-tree.ts';

/** Takes that picture, with its caption, out of the page; null where there is none. To be asked for before furniture is cut. */
export function leadFigure($: CheerioAPI, body: Element, content: Element, lead: string | null): Element | null {
  const known = new Set($(content).find('img').toArray().map(({ attribs }) => pictureName(attribs['src'] ?? '')));
  const all = $(body).find('h1, img').toArray();
  const inside = all.findIndex((element) => $(element).closest(content).length > 0);
  const before = inside < 0 ? all : all.slice(0, inside);
  const heading = before.findLastIndex(({ name }) => name === 'h1');
  for (const [at, element] of before.entries()) {
    const name = pictureName(element.attribs['src'] ?? '');
    if (element.name !== 'img' || name === '' || known.has(name) || !isOutside(element, content)) continue;
    if ($(element).closest('nav, footer, aside, [class*=related], [class*=author], [class*=avatar], [class*=logo]').length > 0) continue;
    const figure = figureOf(element);
    const isLead = lead !== null && name === pictureName(lead);
    if (isLead || (heading >= 0 && at > heading && figure !== null)) return taken($, element, figure);
  }
  return null;
}

function taken($: CheerioAPI, image: Element, figure: Element | null): Element | null {
  if (figure === null) return $<Element, string>('<figure></figure>').append($(image)).get(0) ?? null;
  cut(figure);
  return figure;
}

function figureOf(image: Element): Element | null {
  let one: Element | null = image;
  while (one !== null && one.name !== 'figure') one = one.parent as Element | null;
  return one;
}

function isOutside(element: Element, content: Element): boolean {
  for (let one: Element | null = element; one !== null; one = one.parent as Element | null) if (one === content) return false;
  return true;
}

/** The file's name without what says a size, so that one picture in two sizes is told to be one. */
function pictureName(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name.replace(/\.\w+$/, '').replace(/[-_@]?(\d+x\d+|scaled|\dx|small|medium|large|thumb(nail)?|w?\d{3,4})$/g, '');
}
