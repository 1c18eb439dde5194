// The notes of an article's marks, as a numbered list after the text, and the marks whose words are gone.

import { noteOf, wordsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { printSentence } from '../../../preload/contract/messages/print.ts';
import { escapeHtml, type PlacedMark, type PlacedMarks } from './marked-parts.ts';
import type { Material } from './material.ts';
import { shorten } from './shorten.ts';

/** The marks that have a note, each with its number from 1 on: those on words in the order of the text, then those on pictures. */
export function numberNotes(marks: PlacedMarks): ReadonlyMap<Annotation, number> {
  const noted = [...marks.placed, ...marks.pictures].map(({ mark }) => mark).filter((mark) => noteOf(mark) !== '');
  return new Map(noted.map((mark, index) => [mark, index + 1]));
}

/** The numbers of the notes of marks that end here, as links to them. */
export function noteReferences(ending: readonly Pick<PlacedMark, 'mark'>[], numbers: ReadonlyMap<Annotation, number>): string {
  const references = ending.map(({ mark }) => numbers.get(mark)).filter((number) => number !== undefined);
  return references.map((number) => `<sup class="offprint-reference"><a href="#offprint-note-${number}">${number}</a></sup>`).join('');
}

/** The lists as HTML; empty where there is nothing to list. A note is shown as the text that was written. */
export function notesList(marks: PlacedMarks, numbers: ReadonlyMap<Annotation, number>, locale: Material['locale']): string {
  const notes = [...numbers].map(
    ([mark, number]) => `<li id="offprint-note-${number}">${quoteLine(mark)}<p>${escapeHtml(noteOf(mark))}</p></li>`,
  );
  const lost = marks.lost.map((mark) => {
    const note = noteOf(mark);
    return `<li>${quoteLine(mark)}${note === '' ? '' : `<p>${escapeHtml(note)}</p>`}</li>`;
  });
  return section(printSentence('notes', locale), notes, 'ol') + section(printSentence('lostMarks', locale), lost, 'ul');
}

function section(title: string, items: readonly string[], list: 'ol' | 'ul'): string {
  if (items.length === 0) return '';
  return `<section class="offprint-notes"><h2>${escapeHtml(title)}</h2><${list}>${items.join('')}</${list}></section>`;
}

function quoteLine(mark: Annotation): string {
  const words = wordsOf(mark);
  return `<blockquote class="${mark.target.styleClass}">${escapeHtml(shorten(words, 160))}</blockquote>`;
}
