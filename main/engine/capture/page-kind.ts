// Whether a page is what its address promises, or only stands before it: a shell that scripts must fill, a challenge, a
// consent or sign-in wall, an error that came with status 200. Pure; judged before anything on the page is changed.

import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { fail, type Failure } from '../../../preload/contract/result.ts';
import type { PageKind } from '../model/raw-page.ts';
import {
  asksForScripts, challengeParts, challengeScripts, challengeTitle, challengeWords, consentWords, consentYes, cookieThenAgain, errorTitle, mounts, signInWords,
} from './page-kind-signs.ts';

/** In Latin letters, of which one Chinese, Japanese or Korean character counts as three. An article is longer than any of these. */
const nothing = 60;
const little = 400;
const short = 1_500;
/** The longest text of a consent wall, and how often at least it speaks of cookies: once in so many letters. */
const longestConsent = 6_000;
const consentEvery = 200;

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'nav', 'footer', 'button', 'select', 'a', 'head', 'iframe', 'title', 'label']);

export function kindOfPage($: CheerioAPI): PageKind {
  const size = textSize($('body').toArray());
  if (size < short && isChallenge($, size)) return 'challenge';
  if (size < longestConsent && hasConsentWall($, size)) return 'consent';
  if (size < little && $('input[type=password]').length > 0 && signInWords.test($('body').text())) return 'sign-in';
  if (size < little * 2 && isError($)) return 'error';
  return isShell($, size) ? 'shell' : 'page';
}

/** Why a page of this kind is not stored as the article; null for one that may be it. */
export function failureOfKind(kind: PageKind, about: string): Failure | null {
  switch (kind) {
    case 'page':
      return null;
    case 'challenge':
      return fail('refused', about, 'it wants to see first that a person asks').failure;
    case 'consent':
      return fail('refused', about, 'it shows nothing before its cookies are accepted').failure;
    case 'sign-in':
      return fail('refused', about, 'it asks to sign in').failure;
    case 'error':
      return fail('not-found', about, 'the site answered with an error page').failure;
    case 'shell':
      return fail('not-an-article', about, 'the page is empty until its scripts draw it').failure;
  }
}

/** Whether a refusal (403, 429, 503) is a gatekeeper's challenge, which a browser may pass, and not the site's last word. */
export function answersWithChallenge(headers: Readonly<Record<string, string>>): boolean {
  const { 'cf-mitigated': cloudflare = '', 'x-datadome': datadome, 'x-amzn-waf-action': amazon = '' } = headers;
  return cloudflare === 'challenge' || datadome !== undefined || /^(challenge|captcha)$/i.test(amazon);
}

function isChallenge($: CheerioAPI, size: number): boolean {
  if ($(challengeParts).length > 0 || (size < little * 2 && challengeTitle.test(titleOf($)))) return true;
  if (size < little && challengeWords.test($('body').text())) return true;
  if (size >= little) return false;
  const scripts = $('script').toArray().map((script) => $(script).text());
  const sources = $('script[src], iframe[src]').toArray().map(({ attribs }) => attribs['src'] ?? '');
  if (size < nothing && scripts.some(cookieThenAgain)) return true;
  // A form for readers' letters has a captcha too: only where nothing else is on the page.
  return $('img').length < 3 && [...scripts, ...sources].some((text) => challengeScripts.test(text));
}

/** Without the block that asks for consent, next to nothing is left. */
function hasConsentWall($: CheerioAPI, size: number): boolean {
  const yes = $('button, a, input[type=submit], input[type=button], [role=button]').toArray().find((element) => consentYes.test(labelOf($, element)));
  if (yes === undefined) return false;
  for (const block of $(yes).parents().toArray()) {
    const blockSize = textSize([block]);
    if (blockSize < nothing || !speaksOfCookies($(block).text(), blockSize)) continue;
    return size - blockSize < little;
  }
  return false;
}

function speaksOfCookies(text: string, size: number): boolean {
  return (text.match(consentWords)?.length ?? 0) * consentEvery >= size;
}

function labelOf($: CheerioAPI, element: Element): string {
  return $(element).text().trim() || (element.attribs['value'] ?? '');
}

function isError($: CheerioAPI): boolean {
  return [titleOf($), $('h1').first().text()].some((text) => errorTitle.test(text.replace(/\s+/g, ' ').trim()));
}

function isShell($: CheerioAPI, size: number): boolean {
  if (size >= little) return false;
  const scripts = $('script[src], script:not([type]), script[type=module], script[type="text/javascript"]').length;
  if (scripts === 0) return false;
  if (size < nothing && $('body').find('img, picture, video').length === 0) return true;
  if (asksForScripts.test($('noscript').text())) return true;
  return $(mounts).toArray().some((mount) => textSize([mount]) < nothing);
}

function titleOf($: CheerioAPI): string {
  return $('title').first().text().replace(/\s+/g, ' ').trim();
}

/** How much there is to read below these nodes, links and menus apart. */
export function textSize(nodes: readonly AnyNode[]): number {
  let size = 0;
  const stack = [...nodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) size += weightOf(node.data);
    else if (isTag(node) && !silent.has(node.name)) for (const child of node.children) stack.push(child);
  }
  return size;
}

function weightOf(text: string): number {
  const squeezed = text.replace(/\s+/g, ' ').trim();
  return squeezed.length + 2 * (squeezed.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0);
}
