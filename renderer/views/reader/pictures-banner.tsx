// Said above an article whose pictures are not all here: how many are, and how to get the others.

import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { usePart } from '../../lib/store.ts';
import { retryMissing, toggleCheck } from '../../services/reading.ts';
import { reader, retrying } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { canRetry } from './missing-item.tsx';

interface BannerProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function PicturesBanner({ article, capture }: BannerProps) {
  const { say } = useWords();
  const open = usePart(reader, ({ checkOpen }) => checkOpen);
  const busy = usePart(retrying, (running) => running.has(capture.id));
  const { found, saved } = capture.images;
  if (saved >= found) return null;
  return (
    <section className="banner" aria-label={say('missing-pictures')}>
      <div className="banner-line">
        <Icon name="picture" size={17} />
        <p>{say('pictures-saved', { saved, found })}</p>
        <button type="button" className="text-action" aria-expanded={open} onClick={() => toggleCheck(true)}>
          {say('show-details')}
        </button>
        {capture.missing.some(canRetry) ? (
          <button type="button" className="text-action" disabled={busy} onClick={() => void retryMissing(article.id, capture.id, null)}>
            {say(busy ? 'retrying' : 'retry')}
          </button>
        ) : null}
      </div>
    </section>
  );
}
