// Lazy pictures, `srcset` and `<picture>` become plain `img[src]` with the picture that a reader would see, so that all
// that comes later (survey, extract, clean) need only look at `src`. So do pictures that stand in other elements.

import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { isWaiting, pictureEnding } from './lazy-attributes.ts';
import { wakeBackgrounds } from './wake-backgrounds.ts';
import { wakeImage } from './wake-image.ts';
import { wakeMedia } from './wake-media.ts';

/** Further addresses of the same picture, by its element, the best first. */
export type OtherAddresses = ReadonlyMap<AnyNode, readonly string[]>;

export function wakePictures($: CheerioAPI): OtherAddresses {
  const others = new Map<AnyNode, readonly string[]>();
  makeImages($);
  $('img').each((_, image) => void (isSpeck(image.attribs) && $(image).remove()));
  $('img').each((_, image) => void others.set(image, wakeImage($, image)));
  $('picture source').remove();
  $('noscript').each((_, noscript) => openNoscript($, noscript, others));
  wakeBackgrounds($);
  // Loaded early to be switched on by script: a stylesheet all the same.
  $('link[rel~=preload][as=style][href]').attr('rel', 'stylesheet');
  wakeMedia($);
  return others;
}

/** Elements that show a picture and are not kept themselves: AMP's, objects, embeds. */
function makeImages($: CheerioAPI): void {
  $('amp-img, amp-anim').each((_, element) => {
    $(element).replaceWith($('<img>').attr(element.attribs));
  });
  $('object[data], embed[src]').each((_, element) => {
    const { type = '', data, src, width, height, title, 'aria-label': label } = element.attribs;
    const address = data ?? src ?? '';
    if (type === '' ? !pictureEnding.test(address) : !/^image\//i.test(type)) return;
    const image = $('<img>').attr('src', address).attr('alt', title ?? label ?? $(element).text().trim());
    if (width !== undefined) image.attr('width', width);
    if (height !== undefined) image.attr('height', height);
    $(element).replaceWith(image);
  });
}

/** `<noscript>` often holds the real picture beside a lazy one: kept only where no picture before it shows the same. */
function openNoscript($: CheerioAPI, noscript: Element, others: Map<AnyNode, readonly string[]>): void {
  const inside = load($(noscript).text(), null, false);
  // Styles that come by script have their plain link here.
  for (const link of inside('link[rel~=stylesheet]').toArray()) $(noscript).before($.html(link));
  const pictures = inside('img').toArray().filter(({ attribs }) => !isCounter(attribs));
  const found = pictures.map((picture) => ({ picture, others: wakeImage(inside, picture) }));
  const sibling = pictureBefore($, noscript);
  const [first] = found;
  if (first !== undefined && sibling !== null && isPoorer(sibling, first.picture, others.get(sibling) ?? [])) {
    sibling.attribs['src'] = first.picture.attribs['src'] ?? '';
    others.set(sibling, first.others);
  }
  if (first !== undefined && sibling?.attribs['src'] !== first.picture.attribs['src']) {
    for (const { picture, others: further } of found) {
      if (isShown($, others, picture.attribs['src'] ?? '')) continue;
      const [copy] = $($.html(picture)).insertBefore($(noscript)).toArray();
      if (copy !== undefined) others.set(copy, further);
    }
  }
  $(noscript).remove();
}

/** Shows nothing yet, or the same file in another folder or with other parameters: a blurred one that stands in for it. */
function isPoorer(before: Element, real: Element, others: readonly string[]): boolean {
  const [shown, source] = [before.attribs['src'] ?? '', real.attribs['src'] ?? ''];
  return isWaiting(shown) || (others.length === 0 && fileOf(shown) !== '' && fileOf(shown) === fileOf(source));
}

function fileOf(address: string): string {
  return /([^/?#]+\.[a-z0-9]{3,4})([?#]|$)/i.exec(address)?.[1] ?? '';
}

/** Whether a picture on the page shows this already, in this size or another. */
function isShown($: CheerioAPI, others: OtherAddresses, source: string): boolean {
  return source !== '' && [...others].some(([image, addresses]) => addresses.includes(source) || $(image).attr('src') === source);
}

function pictureBefore($: CheerioAPI, noscript: Element): Element | null {
  const before = $(noscript).prev();
  const found = before.is('img') ? before : before.find('img').last();
  return found.toArray().at(0) ?? $(noscript).next('img').toArray().at(0) ?? null;
}

/** A picture that no one sees tells the site who came; it is no part of the page. */
function isCounter(attributes: Readonly<Record<string, string>>): boolean {
  return isSpeck(attributes) || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
}

function isSpeck({ width = '', height = '' }: Readonly<Record<string, string>>): boolean {
  return /^[01](px)?$/.test(width) && /^[01](px)?$/.test(height);
}
