// The menu of the chosen rows, at the pointer.

import { useRef } from 'react';
import { Menu, Popover } from 'react-aria-components';
import { commandIds } from '../../services/commands.ts';
import { useWords } from '../../state/words.ts';
import { ArticleItems } from '../parts/article-items.tsx';

export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

export function RowMenu({ at, onClose }: { readonly at: MenuPoint; readonly onClose: () => void }) {
  const { say } = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (open: boolean): void => {
    if (!open) onClose();
  };
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover className="popover" triggerRef={anchor} isOpen onOpenChange={close} placement="bottom start" offset={2}>
        <Menu className="menu" aria-label={say('articles')} onClose={onClose} autoFocus="first">
          <ArticleItems ids={commandIds()} />
        </Menu>
      </Popover>
    </>
  );
}
