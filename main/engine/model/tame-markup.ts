// Takes out of markup what makes a parser by the standard need time by the square: tens of thousands of elements in each
// other, or of attributes on one. One pass over the text; a page without such comes back as it is.

/** As deep as Chromium builds a page. What lies deeper loses its wrappers there too. */
const deepest = 512;
const mostAttributes = 1_000;
/** Fewer tags, and none of them longer, cost a parser little however they are arranged. */
const fewTags = 8_000;
const shortTag = 30_000;

/** Whose end may be left out, or that have none: they do not nest by being many. */
const endless = new Set(
  ('area base br col embed hr img input link meta param source track wbr ' +
    'a body button caption colgroup dd dt head html li nobr optgroup option p rb rp rt rtc tbody td tfoot th thead tr').split(' '),
);
/** What stands in them is text. */
const textual = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'xmp', 'iframe', 'noembed', 'noframes']);

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  /** After its `>`. */
  readonly end: number;
  /** Where the attributes end that are kept; `end` when all are. */
  readonly cutAt: number;
}

export function tameMarkup(html: string): string {
  return isTame(html) ? html : tamed(html);
}

function isTame(html: string): boolean {
  let count = 0;
  let before = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    count += 1;
    if (count > fewTags || at - before > shortTag) return false;
    before = at;
  }
  return html.length - before <= shortTag;
}

function tamed(html: string): string {
  const kept: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const passed = passOver(html, at);
    const tag = passed === null ? tagAt(html, at) : null;
    if (tag === null) {
      at = passed ?? at + 1;
      continue;
    }
    const isTooDeep = !nest(open, tag);
    if (isTooDeep || tag.cutAt < tag.end) {
      kept.push(html.slice(from, isTooDeep ? at : tag.cutAt), isTooDeep ? '' : '>');
      from = tag.end;
    }
    at = !tag.isEnd && textual.has(tag.name) ? endOfText(html, tag) : tag.end;
  }
  return kept.length === 0 ? html : kept.join('') + html.slice(from);
}

/** Opens and closes elements as a parser would, roughly; false for a tag that lies too deep. */
function nest(open: string[], { name, isEnd }: Tag): boolean {
  if (endless.has(name)) return true;
  if (!isEnd) return open.push(name) <= deepest;
  const at = lastWithin(open, name);
  if (at < 0) return true;
  open.length = at;
  return at < deepest;
}

/** Looks only so far down as an end tag may reach: else a page of end tags alone would cost time by the square. */
function lastWithin(open: readonly string[], name: string): number {
  const least = Math.max(0, open.length - 2 * deepest);
  for (let at = open.length - 1; at >= least; at -= 1) if (open[at] === name) return at;
  return -1;
}

/** Where a comment, a doctype or the like ends that begins here; null for a tag, or a plain `<`. */
function passOver(html: string, at: number): number | null {
  if (html.startsWith('<!--', at)) return after(html, '-->', at + 2);
  return html[at + 1] === '!' || html[at + 1] === '?' ? after(html, '>', at) : null;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const tagName = /<(\/?)([a-zA-Z][^\s/>]*)/y;
/** One attribute with the space before it, or a stray slash. */
const attribute = /[\s/]+(?:[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?)?/y;

function tagAt(html: string, at: number): Tag | null {
  tagName.lastIndex = at;
  const opened = tagName.exec(html);
  if (opened === null) return null;
  let end = tagName.lastIndex;
  let cutAt: number | null = null;
  for (let count = 1; html[end] !== '>' && end < html.length; count += 1) {
    attribute.lastIndex = end;
    // What no attribute begins with is passed over, one character at a time.
    end = attribute.test(html) ? attribute.lastIndex : end + 1;
    if (count === mostAttributes) cutAt = end;
  }
  end = Math.min(end + 1, html.length);
  return { name: (opened[2] ?? '').toLowerCase(), isEnd: opened[1] === '/', end, cutAt: cutAt ?? end };
}

/** Where the end tag of an element begins that holds text alone. */
function endOfText(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}[\\s/>]`, 'gi');
  close.lastIndex = end;
  return close.exec(html)?.index ?? html.length;
}
