// A button in the note of each missing picture: in the app it can be tried again where it is missed. The page stays as it is
// on disk, and its text too: the button lies in a shadow of the note, where no mark counts letters.

import { useEffect } from 'react';
import type { ArticleView, CaptureView } from '../../../preload/contract/article.ts';
import { retryMissing } from '../../services/reading.ts';
import { useStore } from '../../lib/store.ts';
import { retrying } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { canRetry } from './missing-item.tsx';
import type { LoadedFrame } from './page-frame.tsx';

const sheet = `button {
  margin-top: 0.5em; padding: 0.35em 1.1em; border: 1px solid currentcolor; border-radius: 6px; background: transparent;
  color: inherit; font: 500 1em/1.4 inherit; font-family: inherit; cursor: default; opacity: 0.85;
}
button:hover { background: rgb(128 128 128 / 0.15); opacity: 1; }
button:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
button:disabled { opacity: 0.5; }`;

export function useFrameNotes(frame: LoadedFrame | null, article: ArticleView, capture: CaptureView): void {
  const { say } = useWords();
  const running = useStore(retrying);
  const { id } = article;
  useEffect(() => {
    if (frame === null) return undefined;
    const stop = new AbortController();
    const missing = new Set(capture.missing.filter(canRetry).map(({ url }) => url));
    for (const note of frame.window.document.querySelectorAll<HTMLElement>('.offprint-missing:not(.offprint-missing-small)')) {
      const url = note.dataset['offprintMissing'];
      if (url === undefined || !missing.has(url)) continue;
      const busy = running.has(capture.id) || running.has(`${capture.id} ${url}`);
      const button = buttonIn(note, frame);
      button.textContent = say(busy ? 'retrying' : 'retry');
      button.disabled = busy;
      const press = (event: MouseEvent): void => {
        // A note may stand in a link.
        event.preventDefault();
        event.stopPropagation();
        void retryMissing(id, capture.id, url);
      };
      button.addEventListener('click', press, { signal: stop.signal });
    }
    return () => stop.abort();
  }, [frame, id, capture, running, say]);
}

/** The note's button; it is made once. */
function buttonIn(note: HTMLElement, { window: view }: LoadedFrame): HTMLButtonElement {
  const made = note.shadowRoot?.querySelector('button') ?? null;
  if (made !== null) return made;
  const shadow = note.attachShadow({ mode: 'open' });
  const style = new view.CSSStyleSheet();
  style.replaceSync(sheet);
  shadow.adoptedStyleSheets = [style];
  const button = view.document.createElement('button');
  button.type = 'button';
  shadow.append(view.document.createElement('slot'), button);
  return button;
}
