// A sheet over one picture, on which a rectangle is drawn: by the pointer, or by the arrows, with Shift for its size, and
// Enter. Escape, or a mere click, gives up.

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { wholePicture, type Part } from '../../lib/frame-pictures.ts';
import { growPart, movePart, partBetween } from '../../lib/picture-parts.ts';
import { useWords } from '../../state/words.ts';

interface CutterProps {
  readonly image: HTMLImageElement;
  readonly onDone: (part: Part | null) => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the arrows begin with. */
const middle: Part = { x: 25, y: 25, width: 50, height: 50 };

export function PictureCutter({ image, onDone }: CutterProps) {
  const [from, setFrom] = useState<Point | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const { say } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const box = image.getBoundingClientRect();
  useEffect(() => sheet.current?.focus(), []);
  useKeys(image, part, setPart, onDone);
  return (
    <div
      ref={sheet}
      className="picture-cutter"
      role="application"
      tabIndex={-1}
      aria-label={say('mark-picture-part')}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(pointIn(event)); }}
      onPointerMove={(event) => { if (from !== null) setPart(partBetween(from, pointIn(event))); }}
      onPointerUp={() => onDone(part !== null && part.width > 1 && part.height > 1 ? part : null)}
    >
      <span className="picture-cutter-hint">{say(part === null ? 'mark-picture-hint' : 'mark-picture-keys')}</span>
      {part === null ? null : <div className="picture-cut" style={{ left: `${part.x}%`, top: `${part.y}%`, width: `${part.width}%`, height: `${part.height}%` }} />}
    </div>
  );
}

/** In hundredths of the picture. */
function pointIn(event: PointerEvent): Point {
  const sheet = event.currentTarget.getBoundingClientRect();
  const inside = (value: number): number => Math.min(100, Math.max(0, value));
  return { x: inside((100 * (event.clientX - sheet.left)) / sheet.width), y: inside((100 * (event.clientY - sheet.top)) / sheet.height) };
}

/** Pressed in the window or in the page: the focus may be in either. */
function useKeys(image: HTMLImageElement, part: Part | null, setPart: (part: Part) => void, onDone: (part: Part | null) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const arrow = arrows[event.key];
      if (event.key === 'Escape') onDone(null);
      else if (event.key === 'Enter') onDone(part ?? wholePicture);
      else if (arrow !== undefined && part === null) setPart(middle);
      else if (arrow !== undefined && part !== null) setPart((event.shiftKey ? growPart : movePart)(part, ...arrow));
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const stop = new AbortController();
    for (const target of [window, image.ownerDocument.defaultView]) target?.addEventListener('keydown', press, { signal: stop.signal, capture: true });
    return () => stop.abort();
  });
}

/** Hundredths of the picture for one press. */
const step = 2;
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
