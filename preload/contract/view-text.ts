// What the text of a view is, for marks: the one string that positions count in. The window walks the frame's DOM, the
// engine walks the parsed HTML (main/engine/marks/view-text.ts), and both must come to the same string.
//
// The text of a view is the data of every text node under <body>, in document order, joined with nothing between and
// with no white space changed, but not the text inside the elements named here. Comments are no text. What a parser puts
// elsewhere (the content of <template>) is not under <body> and does not count.

const skipped: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'title', 'head']);

/** Whether an element's text is left out, by its tag name in any case. */
export function isSkippedInViewText(tagName: string): boolean {
  return skipped.has(tagName.toLowerCase());
}
