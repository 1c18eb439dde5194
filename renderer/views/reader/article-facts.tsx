// The line under an article: its pictures, whether it works offline, how long it takes, which capture is shown.

import { Button as AriaButton } from 'react-aria-components';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { longDate, shortDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { showCapture } from '../../services/reading.ts';
import { clock } from '../../state/clock.ts';
import { useWords, type Words } from '../../state/words.ts';
import { Icon } from '../parts/icon.tsx';
import { Choices, MenuButton } from '../parts/menu.tsx';

interface FactsProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function ArticleFacts({ article, capture }: FactsProps) {
  const words = useWords();
  const good = capture.offline !== null && capture.offline.leaks.length === 0 && capture.images.saved >= capture.images.found;
  return (
    <footer className="facts">
      <span className="fact" data-good={good || undefined}>
        <Icon name={good ? 'check' : 'picture'} size={14} />
        {offlineSentence(capture, words)}
      </span>
      <span className="fact">{words.say('reading-minutes', { count: article.readingMinutes })}</span>
      <span className="bar-space" />
      <Captures article={article} capture={capture} />
    </footer>
  );
}

function Captures({ article, capture }: FactsProps) {
  const { say, locale } = useWords();
  const now = useStore(clock);
  const when = say('captured', { when: shortDate(capture.capturedAt, locale, now) });
  if (article.captures.length < 2) {
    return (
      <span className="fact" title={longDate(capture.capturedAt, locale)}>
        {when}
      </span>
    );
  }
  const choices = article.captures.toReversed().map(({ id, capturedAt, images }) => ({
    key: id,
    label: longDate(capturedAt, locale),
    detail: `${images.saved}/${images.found}`,
  }));
  const button = (
    <AriaButton className="fact fact-button">
      {when}
      <Icon name="chevron" size={13} />
    </AriaButton>
  );
  return (
    <MenuButton label={say('captures')} placement="top end" button={button}>
      <Choices title={say('captures')} chosen={capture.id} choices={choices} onChoose={showCapture} />
    </MenuButton>
  );
}

function offlineSentence({ offline, images }: CaptureView, { say }: Words): string {
  const pictures = images.found === 0 ? say('no-pictures') : say('pictures-of', { saved: images.saved, found: images.found });
  if (offline === null || images.saved < images.found) return pictures;
  return `${pictures}${say('comma')}${say(offline.leaks.length === 0 ? 'works-offline' : 'needs-network')}`;
}
