// The links in a stylesheet or a style attribute: found and rewritten over the tree of a CSS parser (css-tree), never by
// search and replace. What loads or runs code in old engines is dropped on the way.

import parse from 'css-tree/parser';
import generate from 'css-tree/generator';
import walk from 'css-tree/walker';
import { ident } from 'css-tree/utils';
import type { CssNode, FunctionNode, List } from 'css-tree';
import type { ShownRole } from '../../../preload/contract/article.ts';

export type CssContext = 'stylesheet' | 'declarationList';
/** The new address of a link, or null to drop it. */
export type RewriteLink = (link: string, role: ShownRole) => string | null;

/** Loads nothing and draws nothing. */
const nothing = 'data:,';
const runsCode = /^(behavior|-moz-binding)$/i;
/** Functions that take an address as a plain string. `url` stands here as it may be spelt with an escape. */
const takesStrings = /^((-webkit-)?image-set|image|src|url)$/i;
/** What may stand inside those. A variable, an attribute or a function of the page's own may bring an address that is seen nowhere here. */
const plainInside = /^(url|src|type|calc|rgba?|hsla?|hwb|(ok)?l(ab|ch)|color|color-mix|(repeating-)?(linear|radial|conic)-gradient)$/i;

/**
 * Rewrites every link. `@import` whose link is dropped goes as a whole; another link becomes one to nothing.
 * CSS that cannot be parsed comes out as far as it could be.
 */
export function rewriteCss(css: string, context: CssContext, rewrite: RewriteLink): string {
  const tree = parse(css, { context, parseCustomProperty: true });
  walk(tree, {
    visit: 'Atrule',
    enter(node, item, list) {
      node.name = plainName(node.name);
      if (node.name.toLowerCase() === 'charset') list?.remove(item);
      if (node.name.toLowerCase() === 'import' && !rewriteImport(node.prelude, rewrite)) list?.remove(item);
    },
  });
  walk(tree, {
    enter(this: { atrule: { name: string } | null }, node: CssNode, item: Item, list: List<CssNode>) {
      const role: ShownRole = this.atrule?.name.toLowerCase() === 'font-face' ? 'font' : 'image';
      rewriteNode(node, item, list, this.atrule?.name.toLowerCase() ?? null, (link) => rewrite(link, role));
    },
  });
  return generate(tree);
}

type Item = Parameters<List<CssNode>['remove']>[0];
type RewriteOne = (link: string) => string | null;

function rewriteNode(node: CssNode, item: Item, list: List<CssNode>, atrule: string | null, rewrite: RewriteOne): void {
  switch (node.type) {
    case 'Url':
      if (atrule !== 'import' && atrule !== 'namespace') node.value = rewrite(node.value) ?? nothing;
      break;
    case 'Function':
      node.name = plainName(node.name);
      if (!takesStrings.test(node.name)) break;
      if (isPlainInside(node)) rewriteStrings(node.children, rewrite);
      else list.replace(item, list.createItem({ type: 'Url', value: nothing }));
      break;
    case 'Declaration':
      node.property = plainName(node.property);
      if (runsCode.test(node.property) || /expression\s*\(/i.test(generate(node.value))) list.remove(item);
      break;
    case 'TypeSelector':
      // What was a frame is a part of the page in the stored copy (capture/place-frames.ts).
      if (node.name.toLowerCase() === 'iframe') node.name = 'offprint-frame';
      break;
    case 'Raw':
      if (mayLink(node.value)) node.value = '';
      break;
    default:
  }
}

/** The parser leaves escapes in names, and a browser does not: `\75rl("x")` is `url("x")`, `@\69mport` an import. */
function plainName(name: string): string {
  const plain = name.includes('\\') ? ident.decode(name) : name;
  return /^(--|-?[a-z_])[\w-]*$/i.test(plain) ? plain : name;
}

function isPlainInside(node: FunctionNode): boolean {
  let isPlain = true;
  walk(node, (inner) => {
    if (inner !== node && inner.type === 'Function' && !plainInside.test(inner.name)) isPlain = false;
  });
  return isPlain;
}

/** What the parser could not read is kept only where it can hold no link, in no spelling. */
function mayLink(raw: string): boolean {
  return /url|image-set|src\s*\(|@import|expression|\\/i.test(raw);
}

function rewriteStrings(children: List<CssNode>, rewrite: RewriteOne): void {
  children.forEach((child) => {
    if (child.type === 'String') child.value = rewrite(child.value) ?? nothing;
  });
}

/** @returns whether the import stays. */
function rewriteImport(prelude: CssNode | null, rewrite: RewriteLink): boolean {
  if (prelude?.type !== 'AtrulePrelude') return false;
  const link = prelude.children.first;
  if (link?.type !== 'String' && link?.type !== 'Url') return false;
  const next = rewrite(link.value, 'style');
  if (next === null) return false;
  link.value = next;
  return true;
}
