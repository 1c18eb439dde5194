// A note shown where it is referred to.

import { useEffect, useRef, useState } from 'react';
import type { Footnote } from '../../lib/footnotes.ts';
import { openSource } from '../../services/reading.ts';
import { useWords } from '../../state/words.ts';
import type { LoadedFrame } from './page-frame.tsx';
import type { OpenNote } from './use-frame-footnotes.ts';
import './footnote.css';

interface FootnoteBoxProps {
  readonly frame: LoadedFrame;
  readonly note: OpenNote;
  readonly onClose: () => void;
}

export function FootnoteBox({ frame, note: { link, footnote }, onClose }: FootnoteBoxProps) {
  const { say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    setSize({ width: box.current?.offsetWidth ?? 0, height: box.current?.offsetHeight ?? 0 });
    box.current?.focus();
  }, []);
  useEscape(onClose);
  const goThere = (): void => {
    onClose();
    footnote.target.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  return (
    <div
      ref={box}
      className="footnote"
      role="dialog"
      aria-label={say('footnote')}
      tabIndex={-1}
      style={placeOf(link.getBoundingClientRect(), size, frame.window)}
    >
      <Words footnote={footnote} />
      <button type="button" className="text-action footnote-go" onClick={goThere}>{say('footnote-go')}</button>
    </div>
  );
}

/** Before the other things that Escape lets go of. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  });
}

function Words({ footnote: { runs } }: { readonly footnote: Footnote }) {
  return (
    <p className="footnote-words">
      {runs.map(({ text, href }) =>
        href === null ? text : <button key={`${href} ${text}`} type="button" className="footnote-link" title={href} onClick={() => openSource(href)}>{text}</button>,
      )}
    </p>
  );
}

const gap = 8;
const edge = 10;

/** Under the reference where there is room, else over it; never outside the frame. */
function placeOf(link: DOMRect, { width, height }: { readonly width: number; readonly height: number }, inner: Window): { left: number; top: number } {
  const below = link.bottom + gap;
  const top = below + height <= inner.innerHeight - edge ? below : Math.max(edge, link.top - gap - height);
  return { left: Math.max(edge, Math.min(link.left + link.width / 2 - width / 2, inner.innerWidth - width - edge)), top };
}
