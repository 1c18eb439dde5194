// Backgrounds that a script would set when they are seen become plain styles.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { shownOfSrcset } from '../model/srcset.ts';
import { lazyBackgrounds, looksLikeAddress, pictureEnding } from './lazy-attributes.ts';

/** Not shown by `src`: what b-lazy and others turn into the background of an element of this class. */
const lazyClass = /(^|\s)(b-)?lazy(load(ed)?)?(\s|$)/i;

export function wakeBackgrounds($: CheerioAPI): void {
  for (const attribute of lazyBackgrounds) $(`[${attribute}]`).each((_, element) => wakeBackground($, element, attribute));
  $('div[data-src], span[data-src], section[data-src], li[data-src], figure[data-src], a[data-src], header[data-src], i[data-src]').each((_, element) => {
    if (lazyClass.test(element.attribs['class'] ?? '') && pictureEnding.test(element.attribs['data-src'] ?? '')) wakeBackground($, element, 'data-src');
  });
  $('[data-style*="url("], [data-lazy-style*="url("]').each((_, element) => {
    addStyle(element, element.attribs['data-style'] ?? element.attribs['data-lazy-style'] ?? '');
  });
}

function wakeBackground($: CheerioAPI, element: Element, attribute: string): void {
  const value = (element.attribs[attribute] ?? '').trim();
  const css = cssOf(value, attribute);
  if (css === null || $(element).is('img, picture, source, video, audio, iframe')) return;
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
