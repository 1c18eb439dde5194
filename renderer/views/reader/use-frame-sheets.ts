// Lays the reader's typography and the marks' colours over the page.

import { useLayoutEffect } from 'react';
import { changesSheet } from '../../lib/changes-sheet.ts';
import { fontFaces } from '../../lib/font-faces.ts';
import { adoptSheets } from '../../lib/frame-paint.ts';
import { markSheet, readerSheet } from '../../lib/reader-sheet.ts';
import { usePart } from '../../lib/store.ts';
import { session } from '../../state/session.ts';
import type { LoadedFrame } from './page-frame.tsx';

export function useFrameSheets(frame: LoadedFrame | null): void {
  const settings = usePart(session, (value) => value.settings);
  useLayoutEffect(() => {
    if (frame === null) return;
    const { view } = frame;
    // A page in its original look keeps its own styles: only the marks are painted on it.
    const reader = view === 'reader' ? [fontFaces(document), readerSheet(settings)] : [];
    adoptSheets(frame.window, [...reader, markSheet(view)]);
  }, [frame, settings]);
}

/** The same for a page that changes are written into. */
export function useChangesSheets(frame: LoadedFrame | null): void {
  const settings = usePart(session, (value) => value.settings);
  useLayoutEffect(() => {
    if (frame !== null) adoptSheets(frame.window, [fontFaces(document), readerSheet(settings), markSheet('reader'), changesSheet]);
  }, [frame, settings]);
}
