// The frame that a stored page is shown in, and what is known of it once it has loaded. Nothing in it runs.

import { useRef, useState, type ReactNode } from 'react';
import type { ViewName } from '../../../preload/contract/mark.ts';
import type { FrameWindow } from '../../lib/frame-paint.ts';
import { paperColours } from '../../lib/reader-papers.ts';
import { usePart } from '../../lib/store.ts';
import { indexText, type TextIndex } from '../../lib/text-index.ts';
import { session } from '../../state/session.ts';
import { useWords } from '../../state/words.ts';
import { Empty } from '../parts/empty.tsx';

/** A page that has loaded, and where its text stands. */
export interface LoadedFrame {
  readonly window: FrameWindow;
  readonly address: string;
  readonly view: ViewName;
  readonly index: TextIndex;
}

interface PageFrameProps {
  readonly address: string;
  readonly view: ViewName;
  readonly title: string;
  /** The frame is as it shall be seen. */
  readonly ready: boolean;
  readonly onFrame: (frame: LoadedFrame) => void;
  /** Over the page. */
  readonly children?: ReactNode;
}

export function PageFrame({ address, view, title, ready, onFrame, children }: PageFrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const { say } = useWords();
  // Under the page before it has come, so that dark paper does not flash.
  const readerPaper = usePart(session, ({ settings }) => settings.readerPaper);
  const { paper } = paperColours(readerPaper);
  const load = (): void => {
    // The browser's own page for a file that is not there is of another origin: it has no document for us.
    const page = element.current?.contentDocument ?? null;
    const inner = page?.defaultView;
    if (page === null || inner == null || page.body.childElementCount === 0) return setUnreadable(address);
    onFrame({ window: inner, address, view, index: indexText(page) });
  };
  if (unreadable === address) return <Empty icon="alert" title={say('article-failed')} text={say('page-missing')} />;
  return (
    <div className="frame-box" data-view={view} data-paper={readerPaper} style={view === 'reader' ? { background: paper } : undefined}>
      <iframe
        key={address}
        ref={element}
        className="article-frame"
        title={title}
        sandbox="allow-same-origin"
        src={address}
        data-ready={ready || undefined}
        onLoad={load}
      />
      {children}
    </div>
  );
}
