// Words for moving about in a page's tree: which elements are blocks, what an element calls itself, what it says.

import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler';

const blockNames =
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol ' +
  'p pre section summary table tbody td tfoot th thead tr ul';
const blocks: ReadonlySet<string> = new Set(blockNames.split(' '));
const silent: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'math']);

export function isBlock(node: AnyNode): boolean {
  return isTag(node) && blocks.has(node.name);
}

export function isHeading(node: AnyNode): boolean {
  return isTag(node) && /^h[1-6]$/.test(node.name);
}

export function elementsOf(node: ParentNode): Element[] {
  return node.children.filter(isTag);
}

/** The text of a tree in one line, as far as `most` characters. */
export function lineOf(root: AnyNode, most = 10_000): string {
  const parts: string[] = [];
  let length = 0;
  const collect = (node: AnyNode): void => {
    if (length > most) return;
    if (isText(node)) {
      parts.push(node.data);
      length += node.data.length;
    } else if (isTag(node) && !silent.has(node.name)) {
      if (blocks.has(node.name) || node.name === 'br') parts.push(' ');
      for (const child of node.children) collect(child);
      if (blocks.has(node.name)) parts.push(' ');
    }
  };
  collect(root);
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, most);
}

/** Names of a state or a layout, and those that a content system gives a whole article for its tags. */
const stateName = /^(has|with|without|is|js|no|not|without)[-_]/i;
const topicName = /^(tag|category|cat|topic|post_tag|section|keyword)[-_]/i;

/** What an element is called by its page, as words in lower case between spaces: ` related posts `. */
export function namesOf(element: Element): string {
  const { class: classes = '', id = '', role = '' } = element.attribs;
  if (classes === '' && id === '' && role === '') return ' ';
  const isPost = element.name === 'article' || /(^|\s)(hentry|type-post|post)(\s|$)/.test(classes);
  const told = `${classes} ${id} ${role}`.split(/\s+/).filter((name) => !stateName.test(name) && !(isPost && topicName.test(name)));
  return ` ${told.join(' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff]+/g, ' ').trim()} `;
}

/** How a reader of an explanation finds an element: `div#comments.list`. */
export function labelOf(element: Element): string {
  const { id, class: classes = '' } = element.attribs;
  const first = classes.trim().split(/\s+/).filter((name) => name !== '').slice(0, 2);
  return [element.name, id === undefined || id === '' ? '' : `#${id}`, ...first.map((name) => `.${name}`)].join('');
}

export function cut(node: AnyNode): void {
  const { parent, prev, next } = node;
  if (parent === null) return;
  const at = parent.children.indexOf(node);
  if (at >= 0) parent.children.splice(at, 1);
  if (prev !== null) prev.next = next;
  if (next !== null) next.prev = prev;
  node.parent = null;
  node.prev = null;
  node.next = null;
}

const shown: ReadonlySet<string> = new Set(['img', 'video', 'audio', 'svg', 'math', 'hr', 'picture', 'input']);

/** Cuts an element that has lost all its words and pictures, and those around it that had only it, as far as the root. */
export function cutEmpty(element: Element, root: Element): void {
  let one = element;
  while (one !== root && isEmpty(one) && one.parent !== null && isTag(one.parent)) {
    const { parent } = one;
    cut(one);
    one = parent;
  }
}

function isEmpty(node: AnyNode): boolean {
  if (isText(node)) return node.data.trim() === '';
  return !isTag(node) || (!shown.has(node.name) && node.children.every(isEmpty));
}

/** Elements from the one before the root down, in document order. */
export function* walk(root: ParentNode): Generator<Element> {
  for (const child of root.children.slice()) {
    if (!isTag(child)) continue;
    yield child;
    if (child.parent !== null) yield* walk(child);
  }
}
