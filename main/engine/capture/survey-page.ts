// A page job: everything that a page shows and that must be kept with it, and the page itself with its addresses made
// absolute. Runs in the bounded worker.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import type { ShownRole } from '../../../preload/contract/article.ts';
import { absolute, isLoadable, isWeb } from '../model/address.ts';
import { rewriteCss } from '../model/css-links.ts';
import { documentHtml, openPage } from '../model/open-page.ts';
import type { FoundResource, PageSurvey, SurveyRequest } from '../model/raw-page.ts';
import { elementsByName } from './elements-by-name.ts';
import { fallsShort } from './falls-short.ts';
import { nextPage } from './next-page.ts';
import { kindOfPage } from './page-kind.ts';
import { identityOf } from './same-article.ts';
import { scriptsShowPictures } from './script-pictures.ts';
import { linkedPictures } from './survey-links.ts';
import { previewPictures, publishedOf } from './survey-meta.ts';
import { wakePictures, type OtherAddresses } from './wake-pictures.ts';

/** Where a page names what it shows: elements, attribute, role. */
const places: readonly (readonly [names: string, attribute: string, role: ShownRole, counts?: (element: Element) => boolean])[] = [
  ['img', 'src', 'image'],
  ['input', 'src', 'image', ({ attribs }) => /^image$/i.test(attribs['type'] ?? '')],
  ['video', 'poster', 'image'],
  ['image', 'href', 'image'],
  ['image', 'xlink:href', 'image'],
  ['use', 'href', 'image'],
  ['use', 'xlink:href', 'image'],
  ['body table tr td th', 'background', 'image'],
  ['link', 'href', 'style', ({ attribs }) => /(^|\s)stylesheet(\s|$)/i.test(attribs['rel'] ?? '')],
  ['link', 'href', 'icon', ({ attribs }) => /(^|\s)icon(\s|$)|^apple-touch-icon/i.test(attribs['rel'] ?? '')],
  ['audio video', 'src', 'media'],
];

type More = Omit<FoundResource, 'url' | 'role' | 'referrerPolicy'>;
/** Takes note of a link and answers its absolute address, or null for one that cannot be loaded. */
type Note = (link: string, role: ShownRole, policy?: string | null, more?: More) => string | null;

export function surveyPage(request: SurveyRequest): PageSurvey {
  const $ = openPage(request.html);
  const base = absolute($('base[href]').attr('href') ?? '', request.base) ?? request.base;
  // Before anything is changed: `noscript` tells a shell from a page.
  const kind = kindOfPage($);
  const lacks = fallsShort($) ? 'text' : scriptsShowPictures($) ? 'pictures' : null;
  const identity = identityOf($);
  const others = wakePictures($);
  const found = new Map<string, FoundResource>();
  const pagePolicy = policyOf($('meta[name=referrer]').last().attr('content'));
  const note: Note = (link, role, policy = null, more = {}) => {
    const address = absolute(link, base);
    if (address === null || !isLoadable(address)) return null;
    if (!address.startsWith('data:') && !found.has(address)) found.set(address, { url: address, role, referrerPolicy: policy ?? pagePolicy, ...more });
    return address;
  };
  surveyElements($, base, others, note);
  surveyStyles($, note);
  makeLinksAbsolute($, base);
  for (const link of linkedPictures($)) note(link.attribs['href'] ?? '', 'image', policyOf(link.attribs['referrerpolicy']), { linked: true });
  if (request.lead !== null) note(request.lead, 'image');
  // Pictures for link previews, which the page itself need not show: kept as thumbnails, not counted among its pictures.
  for (const link of previewPictures($)) note(link, 'icon');
  const next = base !== null && request.base !== null && isWeb(request.base) ? nextPage($, request.base, request.first ?? request.base) : null;
  const canonical = absolute($('link[rel~=canonical]').attr('href') ?? $('meta[property="og:url"]').attr('content') ?? '', base);
  return { kind, lacks, html: documentHtml($), base, canonical: canonical !== null && isWeb(canonical) ? canonical : null, identity, next, published: publishedOf($), resources: [...found.values()] };
}

function surveyElements($: CheerioAPI, base: string | null, others: OtherAddresses, note: Note): void {
  const named = elementsByName($);
  for (const [names, attribute, role, counts] of places) {
    for (const element of names.split(' ').flatMap((name) => named.get(name) ?? [])) {
      const link = (element.attribs[attribute] ?? '').trim();
      if (link === '' || link.startsWith('#') || counts?.(element) === false) continue;
      // What is shown of a sprite is named by the fragment.
      const part = element.name === 'use' ? (/#.*$/s.exec(link)?.[0] ?? '') : '';
      const address = note(link.slice(0, link.length - part.length), role, policyOf(element.attribs['referrerpolicy']), moreOf($, element, others, base));
      if (address === null) delete element.attribs[attribute];
      else element.attribs[attribute] = address + part;
    }
  }
}

function moreOf($: CheerioAPI, element: Element, others: OtherAddresses, base: string | null): More {
  if (element.name === 'use') return { sprite: true };
  if (element.name !== 'img') return {};
  const further = (others.get(element) ?? []).flatMap((link) => {
    const address = absolute(link, base);
    return address !== null && isWeb(address) ? address : [];
  });
  return { ...(further.length > 0 ? { others: further } : {}), ...(mayBeSpacer($, element) ? { specks: 'perhaps' as const } : {}) };
}

/** No words speak for it, no caption stands below, and its address does not name a photograph. */
function mayBeSpacer($: CheerioAPI, element: Element): boolean {
  const { src = '', alt = '' } = element.attribs;
  return alt.trim() === '' && !/\.(jpe?g|webp|avif)([?#]|$)/i.test(src) && $(element).closest('figure').length === 0;
}

function surveyStyles($: CheerioAPI, note: Note): void {
  const rewrite = (link: string, role: ShownRole): string | null => note(link, role, null, role === 'image' ? { specks: 'fine' } : {}) ?? (link.startsWith('data:') ? link : null);
  $('style').each((_, element) => {
    $(element).text(rewriteCss($(element).text(), 'stylesheet', rewrite));
  });
  $('[style*="("]').each((_, element) => {
    $(element).attr('style', rewriteCss($(element).attr('style') ?? '', 'declarationList', rewrite));
  });
}

/** Links that lead on (`a`, `area`, `cite`) point to the web from wherever the copy lies; those inside the page stay. */
function makeLinksAbsolute($: CheerioAPI, base: string | null): void {
  $('a[href], area[href]').each((_, element) => {
    const link = $(element).attr('href') ?? '';
    if (link.startsWith('#')) return;
    const address = absolute(link, base);
    if (address !== null && !address.startsWith('file:')) $(element).attr('href', address);
    else $(element).removeAttr('href');
  });
}

function policyOf(value: string | undefined): string | null {
  const policy = (value ?? '').trim().toLowerCase();
  return policy === '' ? null : policy;
}
