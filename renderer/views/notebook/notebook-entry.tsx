// One mark in the notebook, under its article's title where it is the first of it.

import { noteOf, pictureOf, tagsOf, wordsOf } from '../../../preload/contract/mark.ts';
import type { NotebookEntry } from '../../../preload/contract/calls.ts';
import { shortDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { dragEntries } from '../../services/marks-out.ts';
import { filterNotebook, showInArticle } from '../../services/notebook.ts';
import { clock } from '../../state/clock.ts';
import { useWords } from '../../state/words.ts';
import { NoteText } from '../marks/note-text.tsx';
import { Icon } from '../parts/icon.tsx';

export function NotebookEntryCard({ entry, first }: { readonly entry: NotebookEntry; readonly first: boolean }) {
  const { say, locale } = useWords();
  const now = useStore(clock);
  const { article, mark } = entry;
  const words = wordsOf(mark);
  const note = noteOf(mark);
  return (
    <>
      {first ? (
        <header className="notebook-article">
          <h3>{article.title === '' ? say('untitled') : article.title}</h3>
          {article.site === null ? null : (
            <button type="button" className="notebook-site" onClick={() => filterNotebook({ site: article.site })}>
              {article.site}
            </button>
          )}
        </header>
      ) : null}
      <article className="notebook-mark" data-color={mark.target.styleClass}>
        <button type="button" className="mark-quote" draggable onDragStart={(event) => dragEntries(event, [entry])} onClick={() => void showInArticle(entry)}>
          {pictureOf(mark) === null ? null : <Icon name="picture" size={15} />}
          {words === '' ? say('marked-picture') : words}
        </button>
        {note === '' ? null : <NoteText note={note} />}
        <p className="notebook-facts">
          {tagsOf(mark).map((tag) => (
            <button key={tag} type="button" className="mark-tag" onClick={() => filterNotebook({ tag })}>
              {tag}
            </button>
          ))}
          <time dateTime={mark.created}>{shortDate(mark.created, locale, now)}</time>
        </p>
      </article>
    </>
  );
}
