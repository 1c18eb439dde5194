// Keys that work everywhere in the window, beside those of the menus.

import { useEffect } from 'react';
import { isPrimary, isTyping } from '../lib/keys.ts';
import { find, findInArticle } from '../services/commands.ts';
import { closeFind, stepFound } from '../services/finding.ts';
import { redoStep } from '../services/history.ts';
import { undoLast } from '../services/toasts.ts';
import { finding } from '../state/finding.ts';
import { platformOf, session } from '../state/session.ts';
import { dialog, panes } from '../state/surface.ts';

export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || dialog.get() !== null) return;
  const primary = isPrimary(event, platformOf(session.get()));
  const typing = isTyping(event.target);
  if (primary && !event.altKey && /^f$/i.test(event.key)) (event.shiftKey ? find : findInArticle)();
  else if ((primary && /^g$/i.test(event.key)) || event.key === 'F3') stepFound(event.shiftKey ? -1 : 1);
  else if (event.key === '/' && !typing && !primary) find();
  else if (primary && !event.shiftKey && event.key === 'z' && !typing && undoLast()) return event.preventDefault();
  else if (primary && !typing && (event.shiftKey ? /^z$/i.test(event.key) : event.key === 'y') && redoStep()) return event.preventDefault();
  else if (event.key === 'Escape' && finding.get().open) closeFind();
  else if (event.key === 'Escape' && panes.get().floating) panes.change({ floating: false });
  else return;
  event.preventDefault();
}
