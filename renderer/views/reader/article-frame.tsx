// The frame that an article is shown in. Nothing in it runs; the window lays styles and marks over it from outside.

import { useRef, useState } from 'react';
import type { ViewName } from '../../../preload/contract/mark.ts';
import type { FrameWindow } from '../../lib/frame-paint.ts';
import { indexText, type TextIndex } from '../../lib/text-index.ts';
import { useWords } from '../../state/words.ts';
import { Empty } from '../parts/empty.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useFrameEvents } from './use-frame-events.ts';
import { useFrameMarks } from './use-frame-marks.ts';
import { useFrameSelection } from './use-frame-selection.ts';
import { useFrameSheets } from './use-frame-sheets.ts';

/** A page that has loaded, and where its text stands. */
export interface LoadedFrame {
  readonly window: FrameWindow;
  readonly address: string;
  readonly view: ViewName;
  readonly index: TextIndex;
}

interface ArticleFrameProps {
  readonly address: string;
  readonly view: ViewName;
  readonly title: string;
}

export function ArticleFrame({ address, view, title }: ArticleFrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const [frame, setFrame] = useState<LoadedFrame | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const { say } = useWords();
  const shown = frame !== null && frame.address === address ? frame : null;
  const load = (): void => {
    // The browser's own page for a file that is not there is of another origin: it has no document for us.
    const page = element.current?.contentDocument ?? null;
    const inner = page?.defaultView;
    if (page === null || inner == null || page.body.childElementCount === 0) return setUnreadable(address);
    setFrame({ window: inner, address, view, index: indexText(page) });
  };
  useFrameSheets(shown);
  useFrameEvents(shown);
  const placed = useFrameMarks(shown);
  const selected = useFrameSelection(shown, placed);
  if (unreadable === address) return <Empty icon="alert" title={say('article-failed')} text={say('page-missing')} />;
  return (
    <div className="frame-box" data-view={view}>
      <iframe
        key={address}
        ref={element}
        className="article-frame"
        title={title}
        sandbox="allow-same-origin"
        src={address}
        data-ready={shown !== null || undefined}
        onLoad={load}
      />
      {shown !== null && selected !== null ? <SelectionBar frame={shown} selected={selected} /> : null}
    </div>
  );
}
