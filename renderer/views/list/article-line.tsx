// One article in the list.

import { memo, useState } from 'react';
import type { ArticleRow, Passage } from '../../../preload/contract/article.ts';
import { hostOf, libraryFile } from '../../lib/address.ts';
import { longDate, shortDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { clock } from '../../state/clock.ts';
import { useWords } from '../../state/words.ts';
import { rowCheck } from '../parts/check-words.ts';
import { Icon } from '../parts/icon.tsx';

interface ArticleLineProps {
  readonly row: ArticleRow;
  /** The list is scrolled so fast that pictures can wait. */
  readonly hurried: boolean;
}

export const ArticleLine = memo(function ArticleLine({ row, hurried }: ArticleLineProps) {
  const words = useWords();
  const { say } = words;
  return (
    <div className="line" role="gridcell" data-unread={!row.read || undefined} title={rowCheck(row, words).sentence}>
      <div className="line-words">
        <LineMeta row={row} />
        <div className="line-text">
          <h3 className="line-title" lang={row.language ?? undefined}>
            {row.title === '' ? say('untitled') : row.title}
          </h3>
          <div className="line-fill">
            <p className="line-snippet" lang={row.language ?? undefined}>
              {row.snippet.map(passage)}
            </p>
          </div>
          <Badges row={row} />
        </div>
      </div>
      {row.lead === null ? null : <Thumbnail path={row.lead} hurried={hurried} />}
    </div>
  );
});

function LineMeta({ row }: { readonly row: ArticleRow }) {
  const { locale, say } = useWords();
  const now = useStore(clock);
  const site = row.site ?? (row.url === null ? say('from-file') : hostOf(row.url));
  return (
    <p className="line-meta">
      {row.read ? null : <span className="unread-dot" role="img" aria-label={say('place-unread')} />}
      <span className="line-site">{site}</span>
      {row.starred ? (
        <span className="line-star" role="img" aria-label={say('place-starred')}>
          <Icon name="star" size={13} filled />
        </span>
      ) : null}
      <time dateTime={row.savedAt} title={longDate(row.savedAt, locale)}>
        {shortDate(row.savedAt, locale, now)}
      </time>
    </p>
  );
}

function passage({ text, marked }: Passage, place: number) {
  return marked ? <mark key={place}>{text}</mark> : text;
}

function Badges({ row }: { readonly row: ArticleRow }) {
  const { say, number } = useWords();
  const { found, saved } = row.images;
  const lacking = row.status === 'partial' && saved < found;
  if (!lacking && row.status !== 'damaged' && row.tags.length === 0 && row.marks === 0) return null;
  return (
    <p className="badges">
      {lacking ? <span className="badge badge-partial">{say('pictures-of', { saved, found })}</span> : null}
      {row.status === 'damaged' ? <span className="badge badge-damaged">{say('damaged')}</span> : null}
      {row.marks > 0 ? <span className="badge">{say('marks-count', { count: row.marks, n: number(row.marks) })}</span> : null}
      {row.tags.map((tag) => (
        <span key={tag} className="badge badge-tag">
          {tag}
        </span>
      ))}
    </p>
  );
}

/** From the library's folder only; a picture that cannot be drawn leaves no hole. */
function Thumbnail({ path, hurried }: { readonly path: string; readonly hurried: boolean }) {
  const [broken, setBroken] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  // What was there once stays.
  if (!hurried && wanted !== path) setWanted(path);
  if (broken === path) return null;
  if (wanted !== path) return <div className="thumbnail" />;
  return (
    <img
      className="thumbnail"
      src={libraryFile(path)}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(path)}
    />
  );
}
