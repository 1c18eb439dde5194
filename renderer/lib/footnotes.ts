// What a link to a note says: its words, and the web links among them.

export interface NoteRun {
  readonly text: string;
  /** Where a link on the web leads; null for other words. */
  readonly href: string | null;
}

export interface Footnote {
  readonly runs: readonly NoteRun[];
  /** Where the note stands: for going there. */
  readonly target: Element;
}

/** `1`, `[12]`, `(3)`, `*`, `†`, `注1`: what is written where a note is referred to. */
const looksLikeNote = /^[[(〔［（]?\s*(?:(?:(?:note|注|註|fn)\.?\s*)?\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶]{1,3}|[①-⑳])\s*[\])〕］）]?$/iu;
const backLinks = /^(?:[↩↑^⤴\s]|\uFE0E|\uFE0F|back|返回|jump up)+$/iu;
const longest = 4000;

/** The note that a link within the page refers to; null for a link to a heading, a table of contents, the way back. */
export function footnoteOf(link: Element, page: Document): Footnote | null {
  const href = link.getAttribute('href') ?? '';
  if (!href.startsWith('#') || href === '#') return null;
  const isNamedSo = /noteref/.test(`${link.getAttribute('role') ?? ''} ${link.getAttribute('epub:type') ?? ''}`);
  if (!isNamedSo && !looksLikeNote.test((link.textContent ?? '').trim())) return null;
  const target = wholeNote(targetOf(page, href.slice(1)));
  // 4 is FOLLOWING: a link to what stands before is the way back from a note.
  if (target === null || (link.compareDocumentPosition(target) & 4) === 0 || target.contains(link)) return null;
  const runs = runsOf(target);
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 || length > longest ? null : { runs, target };
}

function targetOf(page: Document, fragment: string): Element | null {
  let name = fragment;
  try {
    name = decodeURIComponent(fragment);
  } catch {
    // A name with a bare percent sign is itself.
  }
  return page.getElementById(name) ?? page.getElementsByName(name)[0] ?? null;
}

/** The item or paragraph that holds the place which is pointed to. */
function wholeNote(target: Element | null): Element | null {
  if (target === null) return null;
  const whole = target.closest('li, aside, dd, p, blockquote, td, div');
  return /^H[1-6]$/.test(target.nodeName) || whole?.nodeName === 'ARTICLE' ? null : (whole ?? target);
}

function runsOf(target: Element): readonly NoteRun[] {
  const runs: NoteRun[] = [];
  const walker = target.ownerDocument.createTreeWalker(target, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const link = node.parentElement?.closest('a[href]') ?? null;
    const inner = link !== null && target.contains(link) ? (link.getAttribute('href') ?? '') : '';
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (text === '' || (inner.startsWith('#') && (backLinks.test(text) || looksLikeNote.test(text.trim())))) continue;
    runs.push({ text, href: /^https?:/i.test(inner) ? inner : null });
  }
  return trimmed(runs);
}

function trimmed(runs: readonly NoteRun[]): readonly NoteRun[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  if (first < 0) return [];
  return runs.slice(first, last + 1).map((run, place, all) => ({
    ...run,
    text: place === 0 ? run.text.trimStart() : place === all.length - 1 ? run.text.trimEnd() : run.text,
  }));
}
