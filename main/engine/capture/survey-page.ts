// A page job: everything that a page shows and that must be kept with it, and the page itself with its addresses made
// absolute. Runs in the bounded worker.

import type { CheerioAPI } from 'cheerio';
import type { ShownRole } from '../../../preload/contract/article.ts';
import { absolute, isLoadable, isWeb } from '../model/address.ts';
import { rewriteCss } from '../model/css-links.ts';
import { openPage } from '../model/open-page.ts';
import type { FoundResource, PageSurvey, SurveyRequest } from '../model/raw-page.ts';
import { fallsShort } from './falls-short.ts';
import { kindOfPage } from './page-kind.ts';
import { wakePictures } from './wake-pictures.ts';

/** Where a page names what it shows: selector, attribute, role. */
const places: readonly (readonly [selector: string, attribute: string, role: ShownRole])[] = [
  ['img[src]', 'src', 'image'],
  ['input[type=image][src]', 'src', 'image'],
  ['video[poster]', 'poster', 'image'],
  ['image[href]', 'href', 'image'],
  ['image[xlink\\:href]', 'xlink:href', 'image'],
  ['body[background], table[background], td[background]', 'background', 'image'],
  ['link[rel~=stylesheet][href]', 'href', 'style'],
  ['link[rel~=icon][href]', 'href', 'icon'],
  ['audio[src], video[src], audio > source[src], video > source[src]', 'src', 'media'],
];

export function surveyPage(request: SurveyRequest): PageSurvey {
  const $ = openPage(request.html);
  const base = absolute($('base[href]').attr('href') ?? '', request.base) ?? request.base;
  // Before anything is changed: `noscript` tells a shell from a page.
  const kind = kindOfPage($);
  const short = fallsShort($);
  wakePictures($);
  const found = new Map<string, FoundResource>();
  const pagePolicy = policyOf($('meta[name=referrer]').last().attr('content'));

  function note(link: string, role: ShownRole, policy: string | null): string | null {
    const address = absolute(link, base);
    if (address === null || !isLoadable(address)) return null;
    if (!address.startsWith('data:') && !found.has(address)) found.set(address, { url: address, role, referrerPolicy: policy ?? pagePolicy });
    return address;
  }

  for (const [selector, attribute, role] of places) {
    $(selector).each((_, element) => {
      const link = $(element).attr(attribute) ?? '';
      if (link.trim() === '' || link.startsWith('#')) return;
      const address = note(link, role, policyOf($(element).attr('referrerpolicy')));
      if (address === null) $(element).removeAttr(attribute);
      else $(element).attr(attribute, address);
    });
  }
  surveyStyles($, note);
  makeLinksAbsolute($, base);
  if (request.lead !== null) note(request.lead, 'image', null);
  const lead = $('meta[property="og:image"], meta[name="twitter:image"]').first().attr('content');
  // A picture for link previews, which the page itself need not show: kept as a thumbnail, not counted among its pictures.
  if (lead !== undefined) note(lead, 'icon', null);
  const canonical = absolute($('link[rel=canonical]').attr('href') ?? '', base);
  return { kind, fallsShort: short, html: $.html(), base, canonical: canonical !== null && isWeb(canonical) ? canonical : null, resources: [...found.values()] };
}

function surveyStyles($: CheerioAPI, note: (link: string, role: ShownRole, policy: null) => string | null): void {
  $('style').each((_, element) => {
    $(element).text(rewriteCss($(element).text(), 'stylesheet', (link, role) => note(link, role, null) ?? keptData(link)));
  });
  $('[style*="("]').each((_, element) => {
    $(element).attr('style', rewriteCss($(element).attr('style') ?? '', 'declarationList', (link, role) => note(link, role, null) ?? keptData(link)));
  });
}

function keptData(link: string): string | null {
  return link.startsWith('data:') ? link : null;
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
