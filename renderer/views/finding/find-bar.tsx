// The bar over the article in which words are looked for: how many there are, and the way from one to the next.

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from '../../lib/store.ts';
import { closeFind, findWordsInArticle, stepFound } from '../../services/finding.ts';
import { finding } from '../../state/finding.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import './find-bar.css';

export function FindBar() {
  const { open } = useStore(finding);
  return open ? <Bar /> : null;
}

function Bar() {
  const { say } = useWords();
  const { asked, hits, focuses } = useStore(finding);
  const field = useRef<HTMLInputElement>(null);
  // Opened by a search of the list, it leaves the focus where it is.
  useEffect(() => {
    if (focuses === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focuses]);
  const none = (hits?.length ?? 0) === 0;
  return (
    <div className="find-bar" role="search" aria-label={say('find-in-article')}>
      <Icon name="search" size={15} />
      <input
        ref={field}
        type="text"
        className="find-field"
        aria-label={say('find-in-article')}
        placeholder={say('find-in-article')}
        value={asked?.text ?? ''}
        spellCheck={false}
        autoComplete="off"
        data-none={(hits !== null && none && asked !== null) || undefined}
        onChange={(event) => findWordsInArticle(event.target.value)}
        onKeyDown={press}
      />
      <Count />
      <IconButton icon="up" size={15} label={say('find-previous')} isDisabled={none} onPress={() => stepFound(-1)} />
      <IconButton icon="down" size={15} label={say('find-next')} isDisabled={none} onPress={() => stepFound(1)} />
      <IconButton icon="close" size={14} label={say('close')} onPress={closeFind} />
    </div>
  );
}

function Count() {
  const { say, number } = useWords();
  const { asked, hits, at } = useStore(finding);
  const text = asked === null || hits === null ? '' : hits.length === 0 ? say('find-none') : say('find-of', { at: number((at ?? 0) + 1), hits: number(hits.length) });
  return <span className="find-count" role="status">{text}</span>;
}

function press(event: KeyboardEvent): void {
  // Enter while an input method is composing chooses its candidate.
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter') stepFound(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') closeFind();
  else return;
  event.preventDefault();
}
