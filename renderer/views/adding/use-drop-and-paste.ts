// Drops anywhere on the window, and pastes outside fields, bring articles in.

import { useEffect } from 'react';
import { isTyping } from '../../lib/keys.ts';
import { saveTransfer } from '../../services/adding.ts';
import { panes } from '../../state/surface.ts';

/** Drags that began in the window (a selection, a picture) bring nothing. */
let ownDrag = false;

export function useDropAndPaste(): void {
  useEffect(() => listenForTransfers(window), []);
}

/** Also for an article's frame, whose events do not reach the window. The answer stops listening. */
export function listenForTransfers(target: Window): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  target.addEventListener('dragstart', () => (ownDrag = true), { signal });
  target.addEventListener('dragend', () => (ownDrag = false), { signal });
  target.addEventListener('dragenter', accept, { signal });
  target.addEventListener('dragover', accept, { signal });
  target.addEventListener('dragleave', leave, { signal });
  target.addEventListener('drop', drop, { signal });
  target.addEventListener('paste', paste, { signal });
  return () => stop.abort();
}

function accept(event: DragEvent): void {
  if (ownDrag || event.dataTransfer === null) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  if (!panes.get().dropping) panes.change({ dropping: true });
}

/** Leaving for another element enters it; only leaving for nothing leaves the window. */
function leave(event: DragEvent): void {
  if (event.relatedTarget === null && event.view === window) panes.change({ dropping: false });
}

function drop(event: DragEvent): void {
  panes.change({ dropping: false });
  if (ownDrag || event.dataTransfer === null) return;
  event.preventDefault();
  saveTransfer(event.dataTransfer);
}

function paste(event: ClipboardEvent): void {
  if (isTyping(event.target) || event.clipboardData === null) return;
  event.preventDefault();
  saveTransfer(event.clipboardData);
}
