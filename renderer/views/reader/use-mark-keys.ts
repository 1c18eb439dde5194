// Keys in the article, for the mark that is chosen there and for going from mark to mark.

import { useEffect } from 'react';
import { attachMark, chooseMark, removeMark, stepToMark } from '../../services/marking.ts';
import { marks } from '../../state/reader.ts';
import type { LoadedFrame } from './page-frame.tsx';

/** With nothing selected: Delete removes the chosen mark, Alt with Up and Down go to another one. */
export function useMarkKeys(frame: LoadedFrame | null): void {
  useEffect(() => {
    if (frame === null) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || frame.window.getSelection()?.isCollapsed === false) return;
      if (act(event)) event.preventDefault();
    };
    // Before the window's own keys, to which the frame passes on what is pressed in it.
    frame.window.addEventListener('keydown', press, { capture: true });
    return () => frame.window.removeEventListener('keydown', press, { capture: true });
  }, [frame]);
}

function act(event: KeyboardEvent): boolean {
  const { chosen, attaching } = marks.get();
  if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    stepToMark(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Escape' && (attaching !== null || chosen !== null)) {
    attachMark(null);
    chooseMark(null);
    return true;
  }
  if (chosen === null || (event.key !== 'Delete' && event.key !== 'Backspace')) return false;
  void removeMark(chosen);
  return true;
}
