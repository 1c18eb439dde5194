// Said above an article whose pictures are not all here: how many are, why the others are not, and how to get them.

import { useState } from 'react';
import type { ArticleView, CaptureView, MissingResource } from '../../../preload/contract/article.ts';
import { usePart } from '../../lib/store.ts';
import { recapture } from '../../services/reading.ts';
import { jobs } from '../../state/surface.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';

interface BannerProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function PicturesBanner({ article, capture }: BannerProps) {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  const { found, saved } = capture.images;
  const busy = usePart(jobs, (list) =>
    list.some((job) => job.kind === 'recapture' && job.articleId === article.id && job.state === 'running'),
  );
  if (saved >= found) return null;
  return (
    <section className="banner" aria-label={say('missing-pictures')}>
      <div className="banner-line">
        <Icon name="picture" size={17} />
        <p>{say('pictures-saved', { saved, found })}</p>
        <button type="button" className="text-action" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'hide-details' : 'show-details')}
        </button>
        <button type="button" className="text-action" disabled={busy} onClick={() => void recapture(article.id)}>
          {say(busy ? 'retrying' : 'retry')}
        </button>
      </div>
      {open ? (
        <ul className="missing-list">
          {capture.missing.map((resource) => (
            <Missing key={`${resource.role} ${resource.url}`} resource={resource} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** The engine's names for why; what is not among them is the site's own answer (`HTTP 403`). */
const reasons: Readonly<Record<string, WordKey>> = {
  busy: 'reason-busy',
  damaged: 'reason-damaged',
  insecure: 'reason-insecure',
  'not-found': 'reason-not-found',
  offline: 'reason-offline',
  refused: 'reason-refused',
  'timed-out': 'reason-timed-out',
  'too-large': 'reason-too-large',
  unsupported: 'reason-unsupported',
};

function Missing({ resource }: { readonly resource: MissingResource }) {
  const { say } = useWords();
  const reason = reasons[resource.reason];
  return (
    <li>
      <p className="missing-url">{resource.url}</p>
      <p className="missing-reason">{reason === undefined ? resource.reason : say(reason)}</p>
      {resource.tried.length === 0 ? null : (
        <ol className="missing-tried">
          {resource.tried.map(({ rung, answer }) => (
            <li key={`${rung} ${answer}`}>
              <code>{rung}</code> {answer}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
