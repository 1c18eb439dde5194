// Said above an article when another capture than the usual one is in view, or when the newest came out worse and waits.

import type { ArticleView, CaptureView, WorseReason } from '../../../preload/contract/article.ts';
import { longDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { showComparison } from '../../services/comparing.ts';
import { chooseCapture, dismissWorse, showCapture } from '../../services/reading.ts';
import { dismissed } from '../../state/reader.ts';
import { useWords, type WordKey } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';

export const worseWords: Readonly<Record<WorseReason, WordKey>> = {
  wall: 'worse-wall',
  shorter: 'worse-shorter',
  'fewer-pictures': 'worse-fewer-pictures',
};

interface BannerProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function CaptureBanner({ article, capture }: BannerProps) {
  const { say, locale } = useWords();
  const known = useStore(dismissed);
  const newest = article.captures.at(-1);
  if (capture.id !== article.shown) {
    return (
      <section className="banner banner-plain" aria-label={say('captures')}>
        <div className="banner-line">
          <Icon name="clock" size={17} />
          <p>{say('capture-other', { when: longDate(capture.capturedAt, locale) })}</p>
          <button type="button" className="text-action" onClick={() => showCapture(null)}>{say('show-usual')}</button>
          <button type="button" className="text-action" onClick={() => void chooseCapture(article.id, capture.id)}>{say('choose-capture')}</button>
        </div>
      </section>
    );
  }
  if (newest === undefined || newest.worse === null || newest.id === article.shown || known.has(newest.id)) return null;
  return (
    <section className="banner" aria-label={say('captures')}>
      <div className="banner-line">
        <Icon name="alert" size={17} />
        <p>{say('capture-worse', { when: longDate(newest.capturedAt, locale), reason: say(worseWords[newest.worse]) })}</p>
        <button type="button" className="text-action" onClick={() => showCapture(newest.id)}>{say('show-anyway')}</button>
        <button type="button" className="text-action" onClick={() => showComparison(article.shown, newest.id)}>{say('compare-captures')}</button>
        <IconButton icon="close" size={15} label={say('dismiss')} onPress={() => dismissWorse(newest.id)} />
      </div>
    </section>
  );
}
