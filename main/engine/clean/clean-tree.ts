// Makes the tree of a page inert and local, by the allow-list, over the tree that a spec parser (parse5) built.

import type { CheerioAPI } from 'cheerio';
import { isComment, isTag, type AnyNode, type Element } from 'domhandler';
import { droppedWhole, isAllowedAttribute, isAllowedElement } from './allowed.ts';
import { cleanCss, localLink, storedPicture, type LocalLinks } from './clean-style.ts';

export interface CleanTreeOptions {
  readonly view: 'reader' | 'original';
  readonly base: string | null;
  readonly links: LocalLinks;
}

const webLink = /^(https?|mailto):/i;

/** Cleans in place. Works from the leaves up without recursion: pages nest as deep as they like. */
export function cleanTree($: CheerioAPI, options: CleanTreeOptions): void {
  const all: AnyNode[] = [...$.root().contents().toArray()];
  for (let index = 0; index < all.length; index += 1) {
    const node = all[index];
    // A template's content hangs in a root of its own.
    if (node !== undefined && (node.type === 'root' || (isTag(node) && !droppedWhole.has(node.name)))) for (const child of node.children) all.push(child);
  }
  for (const node of all.toReversed()) cleanNode($, node, options);
}

function cleanNode($: CheerioAPI, node: AnyNode, options: CleanTreeOptions): void {
  if (isComment(node) || node.type === 'cdata') return void $(node).remove();
  if (!isTag(node)) return;
  if (droppedWhole.has(node.name)) return void $(node).remove();
  if (node.name === 'template') return cleanTemplate($, node, options);
  if (!isAllowedElement(node.name, node.namespace, options.view)) return void $(node).replaceWith($(node).contents());
  if (node.name === 'meta' || node.name === 'link') return cleanHeadLink($, node, options);
  cleanAttributes(node, options);
  if (node.name === 'style') $(node).text(cleanCss($(node).text(), 'stylesheet', options.base, options.links));
  if (options.view === 'original') disarm(node);
}

/** A declarative shadow root is part of a page's look; any other template shows nothing, nor does one that the parser took for part of a drawing. */
function cleanTemplate($: CheerioAPI, node: Element, { view }: CleanTreeOptions): void {
  const isShadow = view === 'original' && /^(open|closed)$/i.test(node.attribs['shadowrootmode'] ?? '') && node.children[0]?.type === 'root';
  if (isShadow) node.attribs = { shadowrootmode: 'open' };
  else $(node).remove();
}

/** Of `link` only stored styles stay; of `meta` only what sizes the page. */
function cleanHeadLink($: CheerioAPI, node: Element, options: CleanTreeOptions): void {
  const { rel = '', href = '', media, name = '', content = '' } = node.attribs;
  if (node.name === 'meta') {
    if (name.toLowerCase() !== 'viewport') return void $(node).remove();
    node.attribs = { name: 'viewport', content };
    return;
  }
  const local = localLink(href, options.base, options.links);
  const isStyle = /(^|\s)stylesheet(\s|$)/i.test(rel) && !/(^|\s)alternate(\s|$)/i.test(rel);
  if (!isStyle || local === null || local.startsWith('data:')) return void $(node).remove();
  // Late styles are often loaded as `media=print` and switched by script.
  const waits = media?.toLowerCase() === 'print' && 'onload' in node.attribs;
  node.attribs = { rel: 'stylesheet', href: local, ...(media === undefined || waits ? {} : { media }) };
}

function cleanAttributes(node: Element, options: CleanTreeOptions): void {
  for (const [name, value] of Object.entries(node.attribs)) {
    const kept = isAllowedAttribute(name, node.name, options.view) ? cleanValue(node, name, value, options) : null;
    if (kept === null) delete node.attribs[name];
    else node.attribs[name] = kept;
  }
}

function cleanValue(node: Element, name: string, value: string, options: CleanTreeOptions): string | null {
  switch (name) {
    case 'style':
      return cleanCss(value, 'declarationList', options.base, options.links);
    case 'href':
    case 'xlink:href':
      return cleanHref(node, value, options);
    case 'src':
    case 'poster':
    case 'background':
      return localLink(value, options.base, options.links);
    case 'type':
      return value;
    default:
      return isPresentation(name) && mayLoad(value) ? null : value;
  }
}

/** An `a` leads on to the web, or to a large picture that was kept; everything else that has an `href` shows what it names. */
function cleanHref(node: Element, value: string, options: CleanTreeOptions): string | null {
  const trimmed = value.trim();
  if (trimmed.startsWith('#')) return trimmed;
  if (node.name === 'a' || node.name === 'area') return storedPicture(trimmed, options.base, options.links) ?? webAddress(trimmed);
  return node.name === 'image' ? localLink(trimmed, options.base, options.links) : null;
}

function webAddress(link: string): string | null {
  return webLink.test(link) && URL.canParse(link) ? new URL(link).toString() : null;
}

/** These attributes are CSS: a backslash may spell `url`, and a plain one may only name something in the page. */
function mayLoad(value: string): boolean {
  return value.includes('\\') || /(url|image|image-set|src|cross-fade|element)\s*\((?!\s*["']?\s*#)/i.test(value);
}

function isPresentation(name: string): boolean {
  return /^(fill|stroke|filter|mask|clip-path|marker-(start|mid|end)|cursor)$/.test(name);
}

/** Forms and fields are seen and not used; nothing plays or takes the focus by itself. */
function disarm(node: Element): void {
  if (node.name === 'button' || node.name === 'input' || node.name === 'select' || node.name === 'textarea') node.attribs['disabled'] = '';
  if (node.name === 'dialog') delete node.attribs['open'];
  if (node.name === 'video' || node.name === 'audio') node.attribs['controls'] = '';
}
