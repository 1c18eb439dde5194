// Backgrounds that a script would set when they are seen become plain styles.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { shownOfSrcset } from '../model/srcset.ts';
import { allElements } from './elements-by-name.ts';
import { lazyBackgrounds, looksLikeAddress, pictureEnding } from './lazy-attributes.ts';

/** Not shown by `src`: what b-lazy and others turn into the background of an element of this class. */
const lazyClass = /(^|\s)(b-)?lazy(load(ed)?)?(\s|$)/i;

/** What loads by `src`, whatever else it has. */
const loaders: ReadonlySet<string> = new Set(['img', 'picture', 'source', 'video', 'audio', 'iframe']);
/** Where `data-src` may name a background: elsewhere it is a picture's, or means something else. */
const holders: ReadonlySet<string> = new Set(['div', 'span', 'section', 'li', 'figure', 'a', 'header', 'i']);

export function wakeBackgrounds($: CheerioAPI): void {
  for (const element of allElements($)) {
    const { attribs } = element;
    for (const attribute of lazyBackgrounds) if (attribute in attribs) wakeBackground(element, attribute);
    const { 'data-src': source = '', class: classes = '', 'data-style': style, 'data-lazy-style': lazyStyle } = attribs;
    if (holders.has(element.name) && lazyClass.test(classes) && pictureEnding.test(source)) wakeBackground(element, 'data-src');
    for (const declarations of [style, lazyStyle]) if (declarations?.includes('url(') === true) addStyle(element, declarations);
  }
}

function wakeBackground(element: Element, attribute: string): void {
  const value = (element.attribs[attribute] ?? '').trim();
  const css = cssOf(value, attribute);
  if (css === null || loaders.has(element.name)) return;
  addStyle(element, `background-image:${css}`);
  delete element.attribs[attribute];
}

function cssOf(value: string, attribute: string): string | null {
  if (/^(url|image-set|-webkit-image-set|linear-gradient|radial-gradient)\(/i.test(value)) return value.replaceAll(';', '%3B');
  const address = attribute.endsWith('set') ? (shownOfSrcset(value, '', null) ?? '') : value;
  return looksLikeAddress(address) ? `url("${encodeURI(decodeSafely(address))}")` : null;
}

function addStyle(element: Element, declaration: string): void {
  const style = (element.attribs['style'] ?? '').replace(/;?\s*$/, '');
  element.attribs['style'] = `${style}${style === '' ? '' : ';'}${declaration}`;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
