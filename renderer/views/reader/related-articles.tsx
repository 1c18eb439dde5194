// Under the text of an article, in the room that the page leaves at its foot: others that are about the same. Laid over the
// frame, as the page itself is not touched, and going along as it is scrolled.

import { useEffect, type CSSProperties } from 'react';
import type { ArticleRow } from '../../../preload/contract/article.ts';
import { hostOf, libraryFile } from '../../lib/address.ts';
import { shortDate } from '../../lib/dates.ts';
import { paperColours } from '../../lib/reader-papers.ts';
import { usePart, useStore } from '../../lib/store.ts';
import { loadRelated, openRelated } from '../../services/related.ts';
import { clock } from '../../state/clock.ts';
import { related } from '../../state/reader.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import type { LoadedFrame } from './page-frame.tsx';
import { useLayoutTick } from './use-layout-tick.ts';
import './related.css';

export function RelatedArticles({ frame, id }: { readonly frame: LoadedFrame; readonly id: string }) {
  const { say } = useWords();
  const held = useStore(related);
  const rows = held.id === id ? held.rows : [];
  const { ink } = paperColours(usePart(session, ({ settings }) => settings.readerPaper));
  useEffect(() => void loadRelated(id), [id]);
  useLayoutTick(frame, rows.length > 0);
  const place = rows.length === 0 ? null : placeUnder(frame);
  if (place === null) return null;
  const wheel = (deltaY: number): void => frame.window.scrollBy({ top: deltaY, behavior: 'instant' });
  return (
    <nav className="related" aria-label={say('related')} style={{ ...place, color: ink }} onWheel={(event) => wheel(event.deltaY)}>
      <h2 className="related-title">{say('related')}</h2>
      {rows.map((row) => (
        <RelatedRow key={row.id} row={row} />
      ))}
    </nav>
  );
}

function RelatedRow({ row }: { readonly row: ArticleRow }) {
  const { say, locale } = useWords();
  const now = useStore(clock);
  const site = row.site ?? (row.url === null ? say('from-file') : hostOf(row.url));
  return (
    <button type="button" className="related-row" onClick={() => openRelated(row.id)}>
      <span className="related-words">
        <span className="related-name" lang={row.language ?? undefined}>
          {row.title === '' ? say('untitled') : row.title}
        </span>
        <span className="related-facts">{`${site} · ${shortDate(row.published ?? row.savedAt, locale, now)}`}</span>
      </span>
      {row.lead === null ? null : <img className="related-picture" src={libraryFile(row.lead)} alt="" loading="lazy" decoding="async" draggable={false} />}
    </button>
  );
}

/** CSS pixels between the text and what stands under it. */
const gap = 26;

/** Where the text ends in the frame; null while that is not in view. */
function placeUnder({ window: inner }: LoadedFrame): CSSProperties | null {
  const article = inner.document.querySelector('article.offprint');
  if (article === null) return null;
  const { left, width, bottom } = article.getBoundingClientRect();
  const { paddingLeft, paddingBottom } = inner.getComputedStyle(article);
  const [side, room] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingBottom)];
  const top = bottom - room + gap;
  return top > inner.innerHeight ? null : { top, left: left + side, width: width - 2 * side };
}
