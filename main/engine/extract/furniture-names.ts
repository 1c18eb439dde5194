// What pages call their furniture in class and id. One line for each kind; its reason is what `--explain` says.
// Matched against `namesOf`: whole words in lower case between spaces.

import type { Element } from 'domhandler';
import type { DropReason } from '../../../preload/contract/extract.ts';
import type { Measure } from './measure.ts';
import { namesOf } from './page-tree.ts';

const kinds: readonly (readonly [reason: DropReason, names: string])[] = [
  ['comments', 'comments?|commentlist|comments? (list|area|section|form|thread|wrapper|box)|disqus( thread)?|respond|livefyre|pinglun|liuyan|评论'],
  ['related-articles', 'related|relatedposts?|recirc|recirculation|recommend(ed|s|ations?)?|suggested|suggestions|you (may|might)( also)?( like)?|also like|read (more|next)|readmore|further reading|more (posts|articles|stories|news|from|on)|(latest|recent|popular|trending|featured|top|other|similar|next|previous) (posts?|articles?|stories|news|reads?)|latest posts|most (read|popular|viewed)|trending|outbrain|taboola|zergnet|jp relatedposts|teasers?|xiangguan|tuijian|xgyd|xgxw|relevant|hot(news|list)'],
  ['sharing', 'share|shares|sharing|sharebar|share ?(bar|box|buttons?|links?|tools?|this)|sharedaddy|social|socials|social ?(media|links?|icons?|share|buttons?|bar)|addtoany|addthis|a2a kit|sharethis|bdshare|bdsharebuttonbox|fenxiang|follow us|like button|sns'],
  ['newsletter', 'newsletter|newsletters|subscribe|subscription|subscriptions|sign ?up|signup form|mailchimp|mc embed signup|optin|opt in|email (capture|form)|lead (magnet|form)|convertkit|hs cta wrapper|hubspot form|hbspt form'],
  ['advertisement', 'ads?|adv|advert|adverts|advertise|advertisement|advertising|adsense|adsbygoogle|ad (slot|unit|wrapper|container|placeholder|box|banner)|adslot|adbox|dfp|gpt ad|sponsor|sponsors|sponsored|promo|promos|promotion|promotions|promoted|guanggao|affiliate disclosure'],
  ['call-to-action', 'cta|call to action|cta (box|banner|block|section)|contact form|wpforms|wpcf7|gform wrapper|paywall|regwall|piano|meter(ed)? wall|subscribe wall|donate|donation|donations|product (card|list|grid|carousel)|app (banner|download)'],
  ['navigation', 'nav|navbar|navigation|menu|menus|breadcrumbs?|crumbs?|mianbaoxie|pagination|pager|paginate|page (nav|links|numbers)|post (nav|navigation|pager)|prev next|next prev|prevnext|skip (link|to content)|site header|global header|masthead|tabbar|back to top|backtotop|jump (to|links)|channel nav'],
  ['sidebar', 'sidebar|side bar|sidebars|rail|right (rail|col|column|side|bar)|widget area|sidebar widget|offcanvas|off canvas'],
  ['footer', 'footer|site footer|page footer|colophon|copyright|foot|legal|footer (wrapper|container|content|bottom|top)|disclaimers?|editors? note footer'],
  ['about-the-author', 'author (bio|box|info|card|profile|details|description|about|block|section|area)|about (the )?author|bio|authors? bio|post author|article author|entry author|author|authors|contributors?|writer|reviewed by|author widget|saboxplugin wrap|abh box'],
  ['date-and-byline', 'byline|bylines|dateline|post (meta|info|date|details)|entry (meta|date|info)|article (meta|info|date|byline|header meta)|meta (data|info|bar|line)|metadata|meta|published|publish (date|time)|pub date|post time|timestamp|reading time|read time|last updated|updated date'],
  ['tags', 'tags|tag (list|cloud|links|container)|taglist|post tags|entry tags|article tags|keywords|cat links|categories|topics|tagcloud'],
  ['table-of-contents', 'toc|table of contents|tableofcontents|ez toc( container)?|lwptoc|rank math toc block|toc container|contents list|jump list|article nav|in this article|on this page'],
  ['window-over-the-page', 'cookie|cookies|consent|gdpr|cmp|popup|pop up|modal|modals|dialog|overlay|onetrust|interstitial|toast|alert bar|announcement|notification|snackbar|survey|feedback|helpful|rate this|rating widget|post ratings|login|log in|signin|sign in|register'],
  ['hidden-from-sight', 'visually hidden|visuallyhidden|sr only|screen reader( text)?|screen reader only|print only|noprint|no print|assistive text'],
];

const patterns: readonly (readonly [DropReason, RegExp])[] = kinds.map(([reason, names]) => [reason, new RegExp(` (?:${names}) `)]);

/** Why an element is furniture by its name or its kind, or null. */
export function furnitureReason(element: Element): DropReason | null {
  if (inline.has(element.name)) return isForScreenReaders(element) ? 'hidden-from-sight' : null;
  const byKind = kindReasons[element.name];
  if (byKind !== undefined) return byKind;
  const { role = '', 'aria-hidden': hidden } = element.attribs;
  if (/^(navigation|banner|contentinfo|search|menu|menubar|dialog|alertdialog|tablist|toolbar)$/.test(role)) return 'navigation';
  if (hidden === 'true') return 'hidden-from-sight';
  const names = namesOf(element);
  if (names === ' ' || notes.test(names)) return null;
  return patterns.find(([, pattern]) => pattern.test(names))?.[0] ?? null;
}

/** What an article refers to belongs to it. */
const notes = / (footnotes?|endnotes?|references|reflist|citations?|bibliography|doc endnotes|doc footnote|doc bibliography) /;

export function holdsNotes(element: Element): boolean {
  return notes.test(namesOf(element));
}

/** They stand in a sentence, whatever they are called; what stands alone is judged as a line. */
const inline: ReadonlySet<string> = new Set('a abbr b bdi bdo cite code del dfn em font i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var label img picture source br wbr svg math'.split(' '));

function isForScreenReaders(element: Element): boolean {
  return element.name === 'span' && / (visually ?hidden|sr only|screen reader( text| only)?) /.test(namesOf(element));
}

const kindReasons: Readonly<Record<string, DropReason>> = {
  nav: 'navigation', form: 'form', button: 'form', input: 'form', select: 'form', textarea: 'form', dialog: 'window-over-the-page', menu: 'navigation',
};

const contentNames =
  / (article (body|content|text|main|copy|inner|detail)|articlebody|articlecontent|articletext|(entry|post|story|blog|news|page|main|body|single|text|rich) ?(content|body|text)|rich ?text|richtext|w richtext|postcontent|newscontent|content (body|main|article|detail|text)|main ?content|maincontent|hentry|markdown body|prose|article|zhengwen|wenzhang|neirong|trs editor|art (body|main|context|con)|text con|con text|cont|detail (content|con|text)|rich media content|show content|news (con|text|txt|detail|body)|text|content|story|document) /;

/** How surely an element says that it is the article: 2 surely, 1 perhaps, 0 not. */
export function contentClaim(element: Element): 0 | 1 | 2 {
  const { itemprop = '', role = '' } = element.attribs;
  if (/articleBody/i.test(itemprop) || element.name === 'article') return 2;
  if (element.name === 'main' || role === 'main' || role === 'article') return 1;
  const names = namesOf(element);
  if (/ (article ?(body|content|text)|(entry|post|story|news) ?(content|body)|markdown body|trs editor|rich media content) /.test(names)) return 2;
  return contentNames.test(names) ? 1 : 0;
}

/** The most that furniture may hold of a page's prose, and still be furniture. */
const mostOfPage: Readonly<Record<string, number>> = { comments: 0.85, navigation: 0.6, footer: 0.6, 'related-articles': 0.5 };

/** Kinds that are made of links and labels: sentences without links are none of them, whatever they are called. */
const withoutSentences: ReadonlySet<string> = new Set(['navigation', 'table-of-contents', 'tags', 'sharing', 'date-and-byline']);

export function isFurniture(element: Element, own: Measure, all: number): boolean {
  const reason = furnitureReason(element);
  if (reason === null || own.prose >= all * (mostOfPage[reason] ?? 0.35)) return false;
  return !(withoutSentences.has(reason) && isWritten(element, own));
}

/** Three sentences or more, and next to no links. */
function isWritten(element: Element, { chars, linkChars, sentences }: Measure): boolean {
  return sentences >= 3 && linkChars < chars * 0.15 && element.name !== 'nav' && element.name !== 'footer';
}
