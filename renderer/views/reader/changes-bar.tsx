// Over a comparison: which two captures, what was changed in a line, and the way through.

import { Button as AriaButton } from 'react-aria-components';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import type { CaptureDiff } from '../../../preload/contract/calls.ts';
import { longDate, shortDate } from '../../lib/dates.ts';
import { useStore } from '../../lib/store.ts';
import { compare, nextChange, previousChange } from '../../services/comparing.ts';
import { clock } from '../../state/clock.ts';
import { comparison } from '../../state/comparison.ts';
import { useWords, type Words } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Choices, MenuButton } from '../parts/menu.tsx';

interface ChangesBarProps {
  readonly article: ArticleView;
  readonly from: CaptureView;
  readonly to: CaptureView;
  readonly diff: CaptureDiff | null;
}

export function ChangesBar({ article, from, to, diff }: ChangesBarProps) {
  const words = useWords();
  const { say } = words;
  const { stops, at } = useStore(comparison);
  return (
    <div className="changes-bar" role="toolbar" aria-label={say('view-changes')}>
      <Side title={say('compare-earlier')} article={article} chosen={from} except={to} onChoose={(id) => void compare(id, to.id)} />
      <span className="changes-arrow" aria-hidden="true">→</span>
      <Side title={say('compare-later')} article={article} chosen={to} except={from} onChoose={(id) => void compare(from.id, id)} />
      <p className="changes-summary" role="status">{diff === null ? '' : changesSentence(diff, words)}</p>
      {stops === 0 ? null : (
        <span className="changes-way">
          <span className="changes-place">{at === null ? say('change-count', { count: stops, n: stops }) : say('change-of', { at: at + 1, stops })}</span>
          <IconButton icon="up" size={16} label={say('previous-change')} onPress={previousChange} />
          <IconButton icon="down" size={16} label={say('next-change')} onPress={nextChange} />
        </span>
      )}
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly article: ArticleView;
  readonly chosen: CaptureView;
  readonly except: CaptureView;
  readonly onChoose: (id: string) => void;
}

function Side({ title, article, chosen, except, onChoose }: SideProps) {
  const { locale } = useWords();
  const now = useStore(clock);
  const others = article.captures.filter(({ id }) => id !== except.id);
  const sameDay = article.captures.some((one) => one.id !== chosen.id && one.capturedAt.slice(0, 10) === chosen.capturedAt.slice(0, 10));
  const label = sameDay ? longDate(chosen.capturedAt, locale) : shortDate(chosen.capturedAt, locale, now);
  const choices = others.toReversed().map(({ id, capturedAt }) => ({ key: id, label: longDate(capturedAt, locale) }));
  const button = (
    <AriaButton className="fact fact-button" aria-label={`${title}: ${longDate(chosen.capturedAt, locale)}`}>
      {label}
      <Icon name="chevron" size={13} />
    </AriaButton>
  );
  return (
    <MenuButton label={title} placement="bottom start" button={button}>
      <Choices title={title} chosen={chosen.id} choices={choices} onChoose={onChoose} />
    </MenuButton>
  );
}

/** `12 words inserted, 3 words deleted, 1 picture changed`. */
function changesSentence({ changed, inserted, deleted, images }: CaptureDiff, { say, number }: Words): string {
  if (!changed) return say('changes-none');
  const part = (key: 'changes-inserted' | 'changes-deleted' | 'changes-pictures' | 'changes-pictures-added' | 'changes-pictures-removed', count: number): string =>
    count === 0 ? '' : say(key, { count, n: number(count) });
  return [
    part('changes-inserted', inserted),
    part('changes-deleted', deleted),
    part('changes-pictures', images.changed.length),
    part('changes-pictures-added', images.added.length),
    part('changes-pictures-removed', images.removed.length),
  ].filter((text) => text !== '').join(say('comma'));
}
