// Keys that work everywhere in the window, beside those of the menus.

import { useEffect } from 'react';
import { isPrimary, isTyping } from '../lib/keys.ts';
import { find, findInArticle } from '../services/commands.ts';
import { closeFind, stepFound } from '../services/finding.ts';
import { redoStep } from '../services/history.ts';
import { pressPlainKey } from '../services/keys.ts';
import { openPalette } from '../services/palette.ts';
import { stopSpeech } from '../services/speaking.ts';
import { undoLast } from '../services/toasts.ts';
import { finding } from '../state/finding.ts';
import { speech } from '../state/speech.ts';
import { platformOf, session } from '../state/session.ts';
import { dialog, lightBox, panes } from '../state/surface.ts';

export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || dialog.get() !== null || lightBox.get() !== null) return;
  const primary = isPrimary(event, platformOf(session.get()));
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  const done = primary ? pressPrimary(event) : event.key === 'Escape' ? escape() : event.key === 'F3' ? (stepFound(event.shiftKey ? -1 : 1), true) : !isHeld && pressPlain(event);
  if (done) event.preventDefault();
}

/** With Command on a Mac, Control elsewhere, and nothing more than Shift. */
function pressPrimary(event: KeyboardEvent): boolean {
  const { shiftKey, target } = event;
  if (event.altKey || (event.ctrlKey && event.metaKey)) return false;
  switch (event.key.toLowerCase()) {
    case 'f':
      (shiftKey ? find : findInArticle)();
      return true;
    case 'g':
      stepFound(shiftKey ? -1 : 1);
      return true;
    case 'k':
      openPalette();
      return true;
    case 'z':
      return !isTyping(target) && (shiftKey ? redoStep() : undoLast());
    case 'y':
      return !isTyping(target) && !shiftKey && redoStep();
    default:
      return false;
  }
}

/** What lies over the others goes first. */
function escape(): boolean {
  if (finding.get().open) closeFind();
  else if (speech.get().open) stopSpeech();
  else if (panes.get().floating) panes.change({ floating: false });
  else if (panes.get().alone) panes.change({ alone: false });
  else return false;
  return true;
}

/** Letters typed into a field or a menu are the field's and the menu's. */
function pressPlain({ key, target }: KeyboardEvent): boolean {
  if (isTyping(target) || document.querySelector('.popover') !== null) return false;
  return pressPlainKey(key);
}
