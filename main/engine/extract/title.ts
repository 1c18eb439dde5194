// The article's title: what the page's data and its headings agree on, without the site's name.

import type { CheerioAPI } from 'cheerio';

/** A dash between words without spaces is the title's own. */
const separator = /\s*[|_»丨｜]\s*|\s+[-–—·:]+\s+|(?<=[\p{Script=Han}」”》])[-_](?=[\p{Script=Han}])|--+/u;
/** Said to those who hear the page read out. */
const label = /^(title|标题|題名|タイトル)\s*[:：]\s*/i;
/** Share of a heading's words that must stand in what the page calls itself, for the heading to be the title. */
const agreement = 0.6;

/** @param stated what the page's data call it, the surest first. @param site the publisher's name, or null. */
export function titleOf($: CheerioAPI, stated: readonly string[], site: string | null): string | null {
  const document = tidy($('title').first().text());
  const named = [...stated.map(tidy), document].filter((text) => text !== '' && text !== 'undefined' && text !== 'null');
  const headings = headingsOf($);
  const heading = agreedHeading(headings, named, site) ?? onlyHeading(headings, named, site);
  if (heading !== null) return withoutSite(heading, site, false);
  const source = named[0];
  return source === undefined ? (headings[0] ?? null) : withoutSite(source, site, stated.length === 0);
}

function headingsOf($: CheerioAPI): string[] {
  return $('h1').not('nav h1, footer h1, aside h1, dialog h1').toArray().map((heading) => tidy($(heading).text()).replace(label, '')).filter((text) => text !== '' && text.length <= 300);
}

/** The heading that shares most with what the page calls itself; the site's own name, too, often stands in one. */
function agreedHeading(headings: readonly string[], named: readonly string[], site: string | null): string | null {
  let best: { heading: string; share: number } | null = null;
  for (const heading of headings) {
    if (heading.length < 2 || same(heading, site)) continue;
    const share = Math.max(0, ...named.map((name) => likeness(heading, name)));
    if (share >= agreement && (best === null || share > best.share)) best = { heading, share };
  }
  return best?.heading ?? null;
}

/** What readers see as the title, though search engines are told another: the page's one heading, if it is a phrase and no site's name. */
function onlyHeading(headings: readonly string[], named: readonly string[], site: string | null): string | null {
  const [heading, ...others] = [...new Set(headings)];
  if (heading === undefined || others.length > 0 || heading.length > 150 || heading.endsWith(':') || same(heading, site)) return null;
  const units = unitsOf(heading);
  const theirs = unitsOf(named.join(' '));
  if (units.size < 3 || [...units].filter((unit) => theirs.has(unit)).length < units.size / 4) return null;
  const parts = (named.at(-1) ?? '').split(separator);
  return parts.length > 1 && same(heading, parts.at(-1) ?? null) ? null : heading;
}

/** How much of a heading stands in a name, if it is a good part of that name. */
function likeness(heading: string, name: string): number {
  const [mine, theirs] = [unitsOf(heading), unitsOf(name)];
  if (mine.size === 0 || theirs.size === 0) return 0;
  const shared = [...mine].filter((unit) => theirs.has(unit)).length;
  const ofName = shared / theirs.size;
  return ofName < 0.3 ? 0 : shared / mine.size + ofName / 10;
}

/** Words, or pairs of characters for scripts without spaces. */
function unitsOf(text: string): Set<string> {
  const lower = text.normalize('NFKC').toLowerCase();
  const words = lower.match(/[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv) ?? [];
  const signs = lower.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
  return new Set([...words, ...signs.map((sign, at) => sign + (signs[at + 1] ?? ''))]);
}

function same(one: string, other: string | null): boolean {
  return other !== null && one.toLowerCase() === other.toLowerCase();
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `guess` cuts a last part that is not known to be the site's name: always behind a bar, behind a dash where it is short. */
function withoutSite(title: string, site: string | null, guess: boolean): string {
  const parts = title.split(separator).filter((part) => part !== '');
  if (parts.length < 2) return title;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  const cut = title.slice(0, title.lastIndexOf(last));
  const behindBar = /[|_丨｜]\s*$/.test(cut);
  const isSite = site !== null && (last.includes(site) || (site.includes(last) && last.length * 2 > site.length));
  const looksLikeSite = (guess && site === null && first.length >= 4 && (behindBar || last.length < first.length)) || (behindBar && last.length <= 40 && last.length < cut.length);
  return isSite || looksLikeSite ? withoutSite(cut.replace(/[\s|_–—·»丨｜:-]+$/, ''), site, false) : title;
}
