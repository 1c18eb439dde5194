// The later capture's reader page with what was changed written into it. The page on disk stays as it is.

import { useEffect, useState } from 'react';
import type { ArticleView } from '../../../preload/contract/article.ts';
import type { CaptureDiff } from '../../../preload/contract/calls.ts';
import { showStop, writeChanges, type ChangeNames, type Stop } from '../../lib/frame-changes.ts';
import { indexText } from '../../lib/text-index.ts';
import { usePart } from '../../lib/store.ts';
import { tellStops } from '../../services/comparing.ts';
import { comparison } from '../../state/comparison.ts';
import { currentWords } from '../../state/words.ts';
import { FindBar } from '../finding/find-bar.tsx';
import { useFrameFound } from '../finding/use-frame-found.ts';
import { PageFrame, type LoadedFrame } from './page-frame.tsx';
import { useFrameEvents } from './use-frame-events.ts';
import { useFramePlace } from './use-frame-place.ts';
import { useChangesSheets } from './use-frame-sheets.ts';

interface ChangesFrameProps {
  readonly article: ArticleView;
  readonly address: string;
  readonly diff: CaptureDiff;
}

interface WrittenFrame {
  readonly frame: LoadedFrame;
  readonly diff: CaptureDiff;
  readonly stops: readonly Stop[];
}

export function ChangesFrame({ article, address, diff }: ChangesFrameProps) {
  const [written, setWritten] = useState<WrittenFrame | null>(null);
  const shown = written !== null && written.diff === diff ? written : null;
  const frame = shown?.frame ?? null;
  useChangesSheets(frame);
  useFrameEvents(frame);
  useFramePlace(frame, article.id, 'changes:');
  useStops(shown);
  useFrameFound(frame);
  // Written once, into a page that is loaded anew for each comparison.
  const write = (loaded: LoadedFrame): void => {
    const stops = writeChanges(loaded.window, loaded.index, diff, names());
    // Counted anew: what was written in is text too.
    setWritten({ frame: { ...loaded, index: indexText(loaded.window.document) }, diff, stops });
    tellStops(stops.length);
  };
  return (
    <PageFrame key={`${diff.from} ${diff.to}`} address={address} view="reader" title={article.title} ready={shown !== null} onFrame={write}>
      <FindBar />
    </PageFrame>
  );
}

function useStops(shown: WrittenFrame | null): void {
  const at = usePart(comparison, (now) => now.at);
  useEffect(() => {
    if (shown === null) return;
    const { window: inner } = shown.frame;
    const place = showStop(inner, shown.stops, at);
    if (place === null) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    inner.scrollTo({ top: inner.scrollY + place.top - inner.innerHeight / 3, behavior: still ? 'auto' : 'smooth' });
  }, [shown, at]);
}

function names(): ChangeNames {
  const { say } = currentWords();
  return {
    before: say('changes-before'),
    now: say('changes-now'),
    added: say('changes-added'),
    removed: say('changes-removed'),
    elsewhere: say('changes-elsewhere'),
  };
}
