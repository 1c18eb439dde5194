// What happens in the frame and concerns the window: links, keys, drops, pastes, and where it was scrolled to.

import { useLayoutEffect } from 'react';
import { openSource } from '../../services/reading.ts';
import { finding } from '../../state/finding.ts';
import { speech } from '../../state/speech.ts';
import { panes } from '../../state/surface.ts';
import { listenForTransfers } from '../adding/use-drop-and-paste.ts';
import type { LoadedFrame } from './page-frame.tsx';

/** Where each page was left, for as long as the window lives. */
const left = new Map<string, number>();

export function useFrameEvents(frame: LoadedFrame | null): void {
  // Before the page is seen: no key that is pressed on it is lost.
  useLayoutEffect(() => {
    if (frame === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const { window: inner, address } = frame;
    inner.scrollTo({ top: left.get(address) ?? 0 });
    inner.addEventListener('scroll', () => left.set(address, inner.scrollY), { signal, passive: true });
    inner.addEventListener('click', (event) => followLink(event, inner), { signal });
    // A middle click would open a window.
    inner.addEventListener('auxclick', (event) => followLink(event, inner), { signal });
    inner.addEventListener('submit', (event) => event.preventDefault(), { signal });
    inner.addEventListener('keydown', (event) => goBack(event, inner), { signal });
    inner.addEventListener('keydown', passOn, { signal });
    const stopTransfers = listenForTransfers(inner);
    return () => {
      stop.abort();
      stopTransfers();
    };
  }, [frame]);
}

/** No link navigates the frame: web and mail links open outside, links within the page scroll. */
function followLink(event: MouseEvent, inner: Window): void {
  if (event.defaultPrevented) return;
  const link = (event.target as Element | null)?.closest?.('a[href], area[href]');
  if (link == null) return;
  event.preventDefault();
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) scrollToTarget(inner, href.slice(1));
  else if (/^(https?|mailto):/i.test(href) && event.button < 2) openSource(href);
}

function scrollToTarget(inner: Window, fragment: string): void {
  const name = decodeSafely(fragment);
  const target = inner.document.getElementById(name) ?? inner.document.getElementsByName(name)[0];
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  target?.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Escape lets go of the selection first (selection-bar.tsx), then of what lies over the article (use-shortcuts.ts), then of it. */
function goBack(event: KeyboardEvent, inner: Window): void {
  if (event.key === 'Escape' && !finding.get().open && !speech.get().open && !panes.get().alone && inner.getSelection()?.isCollapsed !== false) {
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  }
}

/** The window's shortcuts work with the focus in the article too. */
function passOn(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const copy = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true });
  if (!document.body.dispatchEvent(copy)) event.preventDefault();
}
