// Lazy pictures, `srcset` and `<picture>` become plain `img[src]` with the picture that a reader would see, so that all
// that comes later (survey, extract, clean) need only look at `src`.

import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { mediaHolds, shownOfSrcset } from '../model/srcset.ts';

/** Where lazy loaders and Chinese content systems put the real address, the surest first. */
const lazyAttributes = [
  'data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-original-src', 'data-echo', 'data-img-src', 'data-hi-res-src',
  'data-full-src', 'data-large-file', 'data-croporisrc', 'data-backsrc', '_src', 'lazysrc', 'real_src',
];
/** Names that other things than pictures have as well: only an address that ends as a picture counts. */
const looseAttributes = ['data-url', 'file', 'zoomfile', 'original'];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const lazyBackgrounds = ['data-bg', 'data-background', 'data-background-image', 'data-bgset'];
const pictureEnding = /\.(jpe?g|png|gif|webp|avif|svg|bmp)(\?|#|!|@|$)/i;
/** An address, not a word: a slash, or a picture's ending. */
const looksLikeAddress = new RegExp(`^(https?:)?//|^\\.{0,2}/|${pictureEnding.source}`, 'i');

export function wakePictures($: CheerioAPI): void {
  $('img').each((_, image) => void (isSpeck(image.attribs) && $(image).remove()));
  $('img').each((_, image) => wakeImage($, image));
  $('picture > source').remove();
  $('noscript').each((_, noscript) => void openNoscript($, noscript));
  for (const attribute of lazyBackgrounds) {
    $(`[${attribute}]`).each((_, element) => wakeBackground($, element, attribute));
  }
  // Loaded early to be switched on by script: a stylesheet all the same.
  $('link[rel~=preload][as=style][href]').attr('rel', 'stylesheet');
  $('video[data-poster]').each((_, video) => void $(video).attr('poster', $(video).attr('data-poster') ?? ''));
}

function wakeImage($: CheerioAPI, element: Element): void {
  const image = $(element);
  const plain = lazyAddress($, element) ?? image.attr('src') ?? null;
  const chosen = sourceOfPicture($, element) ?? ownSet($, element, plain) ?? plain;
  if (chosen !== null) image.attr('src', chosen.trim());
  for (const attribute of ['srcset', 'sizes', 'loading', 'crossorigin', ...lazyAttributes, ...looseAttributes, ...lazySets]) image.removeAttr(attribute);
}

function lazyAddress($: CheerioAPI, element: Element): string | null {
  const image = $(element);
  for (const attribute of lazyAttributes) {
    const value = image.attr(attribute);
    if (value !== undefined && looksLikeAddress.test(value.trim())) return value;
  }
  return looseAttributes.map((attribute) => image.attr(attribute) ?? '').find((value) => pictureEnding.test(value.trim())) ?? null;
}

function ownSet($: CheerioAPI, element: Element, plain: string | null): string | null {
  const image = $(element);
  const set = [...lazySets, 'srcset'].map((attribute) => image.attr(attribute) ?? '').find((value) => value.trim() !== '');
  return set === undefined ? null : shownOfSrcset(set, image.attr('sizes') ?? image.attr('data-sizes') ?? '', plain);
}

/** Of a `<picture>`, the first source that Chromium can show on our window. */
function sourceOfPicture($: CheerioAPI, element: Element): string | null {
  for (const source of $(element).parent('picture').children('source').toArray()) {
    const { type = '', media = '', sizes = '' } = source.attribs;
    if (type !== '' && !/^image\/(jpeg|png|gif|webp|avif|svg\+xml)$/i.test(type)) continue;
    if (media !== '' && !mediaHolds(media)) continue;
    const set = source.attribs['srcset'] ?? source.attribs['data-srcset'] ?? '';
    const shown = shownOfSrcset(set, sizes, null);
    if (shown !== null) return shown;
  }
  return null;
}

/** `<noscript>` often holds the real picture beside a lazy one: kept only where no picture before it shows the same. */
function openNoscript($: CheerioAPI, noscript: AnyNode): void {
  const inside = load($(noscript).text(), null, false);
  const pictures = inside('img').filter((_, picture) => !isCounter(picture.attribs));
  // Styles that come by script have their plain link here.
  for (const link of inside('link[rel~=stylesheet]').toArray()) $(noscript).before($.html(link));
  const source = pictures.first().attr('src');
  const previous = $(noscript).prev();
  const sibling = previous.is('img') ? previous : previous.find('img').last();
  const shown = sibling.attr('src') ?? '';
  if (source !== undefined && sibling.length > 0 && (shown === '' || shown.startsWith('data:'))) sibling.attr('src', source);
  const isNew = source !== undefined && sibling.attr('src') !== source;
  if (isNew) for (const picture of pictures.toArray()) $(noscript).before($.html(picture));
  $(noscript).remove();
}

/** A picture that no one sees tells the site who came; it is no part of the page. */
function isCounter(attributes: Readonly<Record<string, string>>): boolean {
  return isSpeck(attributes) || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '');
}

function isSpeck({ width = '', height = '' }: Readonly<Record<string, string>>): boolean {
  return /^[01](px)?$/.test(width) && /^[01](px)?$/.test(height);
}

function wakeBackground($: CheerioAPI, element: AnyNode, attribute: string): void {
  const value = ($(element).attr(attribute) ?? '').trim();
  const address = attribute === 'data-bgset' ? (shownOfSrcset(value, '', null) ?? '') : value.replace(/^url\(["']?|["']?\)$/g, '');
  if (!looksLikeAddress.test(address)) return;
  const style = $(element).attr('style') ?? '';
  $(element).attr('style', `${style}${style === '' ? '' : ';'}background-image:url("${encodeURI(decodeSafely(address))}")`);
  $(element).removeAttr(attribute);
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
