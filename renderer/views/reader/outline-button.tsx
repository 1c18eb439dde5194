// The headings of the article, and the way to each.

import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { usePart, useStore } from '../../lib/store.ts';
import { focusArticle } from '../../lib/focus-article.ts';
import { shownPage } from '../../services/placing.ts';
import { toggleOutline } from '../../services/reading.ts';
import { pageFacts } from '../../state/page.ts';
import { reader } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import './outline.css';

/** Nothing for an article with one heading or none. */
export function OutlineButton() {
  const { say } = useWords();
  const open = usePart(reader, ({ outlineOpen }) => outlineOpen);
  const count = usePart(pageFacts, ({ headings }) => headings.length);
  if (count < 2) return null;
  return (
    <DialogTrigger isOpen={open} onOpenChange={toggleOutline}>
      <IconButton icon="outline" label={say('outline')} />
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="outline" aria-label={say('outline')}>
          <Headings />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Headings() {
  const { headings, under } = useStore(pageFacts);
  const list = useRef<HTMLOListElement>(null);
  // The keys begin at the heading that one stands under.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current?.querySelector<HTMLElement>('button');
    here?.focus();
    here?.scrollIntoView({ block: 'nearest' });
  }, []);
  const go = (offset: number): void => {
    toggleOutline(false);
    shownPage()?.goTo(offset);
    // After the popover has given the focus back to its button.
    setTimeout(focusArticle);
  };
  return (
    <ol ref={list}>
      {headings.map(({ offset, depth, text }, place) => (
        <li key={offset}>
          <button type="button" className="outline-line" style={{ paddingInlineStart: 12 + 16 * depth }} aria-current={place === under ? 'location' : undefined} onKeyDown={step} onClick={() => go(offset)}>
            {text}
          </button>
        </li>
      ))}
    </ol>
  );
}

function step(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const lines = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  const at = lines.findIndex((line) => line === document.activeElement);
  lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
}
