// Which picture an `img` shows: out of `src`, `srcset`, the sources of a `<picture>`, and where lazy loaders hide the real one.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { candidatesOf, mediaHolds, shownOfSrcset } from '../model/srcset.ts';
import { hintAttributes, isWaiting, lazyAttributes, lazySets, lazySizes, looksLikeAddress, pictureEnding } from './lazy-attributes.ts';

/** Forms that Chromium shows. */
const shownTypes = /^image\/(jpe?g|pjpeg|png|x-png|apng|gif|webp|avif|svg\+xml|bmp|x-icon)\s*(;|$)/i;
/** Attributes that may hold an address for other reasons. */
const neverSource = /^(src|href|alt|title|class|style|id|name|srcset|sizes|longdesc|usemap|width|height|itemprop|on.*|data-(href|link|page.*|share.*|caption.*|title|id|permalink))$/i;

/** Puts the address that is shown into `src`, drops what else names one, and gives the other addresses, the best first. */
export function wakeImage($: CheerioAPI, element: Element): readonly string[] {
  const { attribs } = element;
  const own = attribs['src'] ?? null;
  const lazy = first(lazyAttributes, attribs) ?? (own === null || isWaiting(own) ? (first(hintAttributes, attribs) ?? anyAddress(attribs)) : null);
  const plain = lazy === null ? own : filled(lazy, attribs);
  const set = firstSet(attribs);
  const chosen = sourceOfPicture($, element) ?? (set === null ? null : shownOfSrcset(set, sizesOf(attribs), plain)) ?? plain;
  const others = othersOf($, element, { own, plain, set });
  for (const name of [...lazyAttributes, ...hintAttributes, ...lazySets, ...lazySizes, 'srcset', 'sizes', 'loading', 'crossorigin']) delete attribs[name];
  if (chosen !== null) attribs['src'] = chosen.trim();
  return [...new Set(others.map((other) => other.trim()))].filter((other) => other !== attribs['src'] && !isWaiting(other));
}

function first(names: readonly string[], attribs: Readonly<Record<string, string>>): string | null {
  const name = names.find((one) => {
    const value = attribs[one];
    // `file`, `_src` and `data-url` are names that other things have too: there it must end as a picture.
    return value !== undefined && (/^(file|original|data-url|data-source|data-image|data-normal)$/.test(one) ? pictureEnding.test(value) : looksLikeAddress(value));
  });
  return name === undefined ? null : (attribs[name] ?? null);
}

/** An attribute that no list knows, with what can only be a picture's address. */
function anyAddress(attribs: Readonly<Record<string, string>>): string | null {
  const found = Object.entries(attribs).find(([name, value]) => !neverSource.test(name) && looksLikeAddress(value) && pictureEnding.test(value));
  return found?.[1] ?? null;
}

/** Shopify's addresses have a gap for the width, and name the widths beside. */
function filled(address: string, attribs: Readonly<Record<string, string>>): string {
  if (!address.includes('{width}')) return address;
  const widths = (attribs['data-widths'] ?? '').match(/\d+/g)?.map(Number) ?? [];
  return address.replaceAll('{width}', String(widths.find((width) => width >= 1_000) ?? widths.at(-1) ?? 1_080));
}

/** A set that a loader fills in goes before the one that stands there meanwhile. */
function firstSet(attribs: Readonly<Record<string, string>>): string | null {
  const sets = [...lazySets, 'srcset'].map((name) => attribs[name] ?? '');
  return sets.find((set) => set.trim() !== '' && !isWaiting(set.trim().split(/\s/)[0] ?? '')) ?? null;
}

/** `auto` is the width that a script measures: as good as not given. */
function sizesOf(attribs: Readonly<Record<string, string>>): string {
  return [attribs['sizes'], ...lazySizes.map((name) => attribs[name])].find((sizes) => sizes !== undefined && sizes !== 'auto') ?? '';
}

/** Of a `<picture>`, the first source that Chromium can show on our window. */
function sourceOfPicture($: CheerioAPI, element: Element): string | null {
  for (const { attribs } of sourcesOf($, element)) {
    const { type = '', media = '' } = attribs;
    if (type !== '' && !shownTypes.test(type)) continue;
    if (media !== '' && !mediaHolds(media)) continue;
    const set = firstSet(attribs) ?? attribs['data-src'] ?? '';
    const shown = shownOfSrcset(set, sizesOf(attribs), null);
    if (shown !== null) return shown;
  }
  return null;
}

function sourcesOf($: CheerioAPI, element: Element): Element[] {
  return $(element).closest('picture').find('source').toArray();
}

/** The own set's larger sizes first, then those of other sources, then what stands in single attributes. */
function othersOf($: CheerioAPI, element: Element, found: { own: string | null; plain: string | null; set: string | null }): string[] {
  const { attribs } = element;
  const sets = [found.set, ...sourcesOf($, element).map((source) => firstSet(source.attribs))].flatMap((set) => (set === null ? [] : candidatesOf(set)));
  const single = [found.plain, found.own, ...[...lazyAttributes, ...hintAttributes].map((name) => attribs[name] ?? null)];
  return [...sets, ...single.flatMap((value) => (value !== null && looksLikeAddress(value) && !value.includes('{width}') ? value : []))];
}
