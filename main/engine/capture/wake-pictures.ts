// Lazy pictures, `srcset` and `<picture>` become plain `img[src]` with the picture that a reader would see, so that all
// that comes later (survey, extract, clean) need only look at `src`.

import { load, type CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { mediaHolds, shownOfSrcset } from '../model/srcset.ts';

/** Where lazy loaders and Chinese content systems put the real address, the surest first. */
const lazyAttributes = [
  'data-src', 'data-original', 'data-lazy-src', 'data-actualsrc', 'data-original-src', 'data-echo', 'data-url', 'data-img-src',
  'data-hi-res-src', 'data-full-src', 'data-large-file', 'data-croporisrc', 'data-backsrc', '_src', 'file', 'zoomfile', 'lazysrc', 'original', 'real_src',
];
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];
const lazyBackgrounds = ['data-bg', 'data-background', 'data-background-image', 'data-bgset'];
/** An address, not a word: a slash or a dot and an ending. */
const looksLikeAddress = /^(https?:)?\/\/|^\.{0,2}\/|\.(jpe?g|png|gif|webp|avif|svg|bmp)(\?|#|$)/i;

export function wakePictures($: CheerioAPI): void {
  $('img').each((_, image) => wakeImage($, image));
  $('picture > source').remove();
  $('noscript').each((_, noscript) => void openNoscript($, noscript));
  for (const attribute of lazyBackgrounds) {
    $(`[${attribute}]`).each((_, element) => wakeBackground($, element, attribute));
  }
  $('video[data-poster]').each((_, video) => void $(video).attr('poster', $(video).attr('data-poster') ?? ''));
}

function wakeImage($: CheerioAPI, element: Element): void {
  const image = $(element);
  const plain = lazyAddress($, element) ?? image.attr('src') ?? null;
  const chosen = sourceOfPicture($, element) ?? ownSet($, element, plain) ?? plain;
  if (chosen !== null) image.attr('src', chosen.trim());
  for (const attribute of ['srcset', 'sizes', 'loading', 'crossorigin', ...lazyAttributes, ...lazySets]) image.removeAttr(attribute);
}

function lazyAddress($: CheerioAPI, element: Element): string | null {
  const image = $(element);
  for (const attribute of lazyAttributes) {
    const value = image.attr(attribute);
    if (value !== undefined && looksLikeAddress.test(value.trim())) return value;
  }
  return null;
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
  const pictures = inside('img');
  const source = pictures.first().attr('src');
  const previous = $(noscript).prev();
  const sibling = previous.is('img') ? previous : previous.find('img').last();
  const shown = sibling.attr('src') ?? '';
  if (source !== undefined && sibling.length > 0 && (shown === '' || shown.startsWith('data:'))) sibling.attr('src', source);
  const isNew = source !== undefined && sibling.attr('src') !== source;
  if (isNew) $(noscript).before(pictures.toArray().map((picture) => $.html(picture)).join(''));
  $(noscript).remove();
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
