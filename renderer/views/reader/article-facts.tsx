// The line under an article: how long it takes, which capture is shown, and the others.

import { Button as AriaButton } from 'react-aria-components';
import type { ArticleDamage, ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { longDate, shortDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { showCapture, showView } from '../../services/reading.ts';
import { clock } from '../../state/clock.ts';
import { pageFacts } from '../../state/page.ts';
import { useWords, type Words } from '../../state/words.ts';
import { captureCheck } from '../parts/check-words.ts';
import { Icon } from '../parts/icon.tsx';
import { Choices, Item, Line, MenuButton } from '../parts/menu.tsx';
import { worseWords } from './capture-banner.tsx';

interface FactsProps {
  readonly article: ArticleView;
  readonly capture: CaptureView;
}

export function ArticleFacts({ article, capture }: FactsProps) {
  return (
    <footer className="facts">
      <TimeFact article={article} />
      <span className="bar-space" />
      <Captures article={article} capture={capture} />
    </footer>
  );
}

/** How long it takes, by the words of the page once they are there; under way, how much is left. */
function TimeFact({ article }: { readonly article: ArticleView }) {
  const { say } = useWords();
  const { minutes, read } = useStore(pageFacts);
  const whole = Math.max(1, Math.round(minutes ?? article.readingMinutes));
  const left = read === null || minutes === null ? whole : Math.round(minutes * (1 - read));
  const underWay = read !== null && read < 1 && left < whole;
  return (
    <span className="fact">
      {say('reading-minutes', { count: whole })}
      {underWay ? <span className="fact-left">{left < 1 ? say('reading-almost') : say('reading-left', { count: left })}</span> : null}
    </span>
  );
}

function Captures({ article, capture }: FactsProps) {
  const words = useWords();
  const { say, locale } = words;
  const now = useStore(clock);
  const when = say('captured', { when: shortDate(capture.capturedAt, locale, now) });
  if (article.captures.length < 2) {
    return (
      <span className="fact" title={longDate(capture.capturedAt, locale)}>
        {when}
      </span>
    );
  }
  const choices = article.captures.toReversed().map((each) => ({
    key: each.id,
    label: longDate(each.capturedAt, locale),
    detail: each.id === article.shown ? say('capture-shown') : '',
    note: noteOf(each, article.damage, words),
  }));
  const button = (
    <AriaButton className="fact fact-button">
      {when}
      <Icon name="chevron" size={13} />
    </AriaButton>
  );
  return (
    <MenuButton label={say('captures')} placement="top end" button={button}>
      <Choices title={say('captures')} chosen={capture.id} choices={choices} onChoose={(id) => showCapture(id === article.shown ? null : id)} />
      <Line />
      <Item icon="changes" label={say('compare-captures')} onAction={() => showView('changes')} />
    </MenuButton>
  );
}

/** `540 words, 18/18 pictures, works offline`, and what is particular to this capture. */
function noteOf(capture: CaptureView, damage: readonly ArticleDamage[], words: Words): string {
  const { say, number } = words;
  const { words: counted, worse, completes } = capture;
  const parts = [
    counted === null ? '' : say('capture-words', { count: counted, n: number(counted) }),
    captureCheck(capture, damage, words).sentence,
    worse === null ? '' : say(worseWords[worse]),
    completes === null ? '' : say('capture-completed'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
