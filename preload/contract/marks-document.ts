// Marks as a document that goes out of the library: a W3C annotation page (https://www.w3.org/TR/annotation-model/#annotation-page),
// or Markdown to be read, of which each mark can be taken in again. Reading them is the engine's matter (marks/).

import type { NotebookEntry } from './calls.ts';
import { noteOf, pictureOf, quoteOf, tagsOf, type Annotation } from './mark.ts';

export const marksMediaType = 'application/ld+json';

/** The first line of Markdown that holds marks. */
export const marksHeading = '<!-- offprint marks -->';
/** Begins an article; and a mark, with all of it but the note, which stands below and may be edited there. */
export const articleComment = '<!-- offprint article -->';
export const markComment = '<!-- offprint mark ';
const escapedComment = '&lt;!-- offprint';

/** Line ends within, so that it can be read and compared. */
export function marksJson(entries: readonly NotebookEntry[]): string {
  const articles = byArticle(entries).map(({ article }) => ({ source: article.url ?? `urn:offprint:article:${article.id}`, title: article.title }));
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    'offprint:articles': articles,
    items: entries.map(({ mark }) => mark),
  };
  return `${JSON.stringify(page, null, 2)}\n`;
}

export function marksMarkdown(entries: readonly NotebookEntry[]): string {
  const parts = byArticle(entries).map(({ article, marks }) => {
    const address = article.url === null ? '' : `\n<${article.url}>\n`;
    return `${articleComment}\n\n# ${oneLine(article.title)}\n${address}\n${marks.map(markMarkdown).join('\n\n')}\n`;
  });
  return `${marksHeading}\n\n${parts.join('\n')}`;
}

/** Runs of entries of the same article, in order. */
export function byArticle(entries: readonly NotebookEntry[]): readonly { readonly article: NotebookEntry['article']; readonly marks: readonly Annotation[] }[] {
  const groups: { article: NotebookEntry['article']; marks: Annotation[] }[] = [];
  for (const { article, mark } of entries) {
    const last = groups.at(-1);
    if (last?.article.id === article.id) last.marks.push(mark);
    else groups.push({ article, marks: [mark] });
  }
  return groups;
}

function markMarkdown(mark: Annotation): string {
  const quote = quoteOf(mark)?.exact ?? `[${oneLine(pictureOf(mark)?.['offprint:picture'].words ?? '')}]`;
  const lines = quote.trim().split(/\s*\n\s*/).map((line) => `> ${line}`).join('\n');
  // No comment can hold two dashes; in JSON they only stand in strings.
  const whole = JSON.stringify({ ...mark, body: mark.body.filter(({ purpose }) => purpose === 'tagging') }).replaceAll('--', String.raw`\u002d\u002d`);
  const note = noteOf(mark).trim().replaceAll('<!-- offprint', escapedComment);
  return [`${markComment}${whole} -->`, lines, note, tagLine(tagsOf(mark))].filter((part) => part !== '').join('\n\n');
}

export function tagLine(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag.replaceAll(' ', '-')}`).join(' ');
}

/** The note that stands below a mark's comment and words, as it was before it was written there. */
export function noteBelow(below: string, tags: readonly string[]): string {
  const withoutQuote = below.trim().replace(/^(?:>.*(?:\n|$))+/, '').trim();
  const line = tagLine(tags);
  const note = line !== '' && withoutQuote.endsWith(line) ? withoutQuote.slice(0, -line.length).trim() : withoutQuote;
  return note.replaceAll(escapedComment, '<!-- offprint');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
