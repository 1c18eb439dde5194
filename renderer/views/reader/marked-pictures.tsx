// Marks on pictures, drawn over the frame: the page itself is not touched. And the way to make one.

import { useEffect, useState, type PointerEvent } from 'react';
import { describePicture, wholePicture, type Part } from '../../lib/frame-pictures.ts';
import { useStore } from '../../lib/store.ts';
import { chooseMark, hoverMark, markSelected, placeMark } from '../../services/marking.ts';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import type { LoadedFrame } from './page-frame.tsx';
import type { MarkedPart } from './use-frame-pictures.ts';
import { useLayoutTick } from './use-layout-tick.ts';

interface MarkedPicturesProps {
  readonly frame: LoadedFrame;
  readonly parts: ReadonlyMap<string, MarkedPart>;
}

export function MarkedPictures({ frame, parts }: MarkedPicturesProps) {
  const pointed = usePointedPicture(frame);
  const [cutting, setCutting] = useState<HTMLImageElement | null>(null);
  useLayoutTick(frame, parts.size > 0 || pointed !== null || cutting !== null);
  return (
    <>
      {[...parts.values()].map((part) => (
        <PartBox key={part.mark.id} part={part} />
      ))}
      {pointed !== null && cutting === null ? <PictureTools frame={frame} image={pointed} onCut={() => setCutting(pointed)} /> : null}
      {cutting === null ? null : <Cutter image={cutting} onDone={(part) => { setCutting(null); if (part !== null) void make(frame, cutting, part); }} />}
    </>
  );
}

async function make(frame: LoadedFrame, image: HTMLImageElement, part: Part): Promise<void> {
  const selector = describePicture(frame.index, image, part);
  const { attaching, color } = marks.get();
  if (attaching !== null) return placeMark(attaching, selector);
  chooseMark(await markSelected(selector, color));
}

function PartBox({ part: { mark, image, part } }: { readonly part: MarkedPart }) {
  const { chosen, hovered } = useStore(marks);
  const { say } = useWords();
  const box = image.getBoundingClientRect();
  const style = {
    left: box.left + (box.width * part.x) / 100,
    top: box.top + (box.height * part.y) / 100,
    width: (box.width * part.width) / 100,
    height: (box.height * part.height) / 100,
  };
  if (box.width === 0) return null;
  return (
    <div className="picture-mark" data-color={mark.target.styleClass} data-chosen={mark.id === chosen || undefined} data-hovered={mark.id === hovered || undefined} style={style}>
      <button type="button" className="picture-flag" aria-label={say('marked-picture')} onClick={() => chooseMark(mark.id)} onPointerEnter={() => hoverMark(mark.id)} onPointerLeave={() => hoverMark(null)} />
    </div>
  );
}

function PictureTools({ frame, image, onCut }: { readonly frame: LoadedFrame; readonly image: HTMLImageElement; readonly onCut: () => void }) {
  const { say } = useWords();
  const box = image.getBoundingClientRect();
  return (
    <div className="picture-tools" style={{ left: box.left + 34, top: Math.max(8, box.top + 8) }}>
      <IconButton icon="marker" size={16} label={say('mark-picture')} onPress={() => void make(frame, image, wholePicture)} />
      <IconButton icon="cut-out" size={16} label={say('mark-picture-part')} onPress={onCut} />
    </div>
  );
}

/** A sheet over one picture, on which a rectangle is drawn. Escape, or a mere click, gives up. */
function Cutter({ image, onDone }: { readonly image: HTMLImageElement; readonly onDone: (part: Part | null) => void }) {
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const [part, setPart] = useState<Part | null>(null);
  const { say } = useWords();
  const box = image.getBoundingClientRect();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onDone(null);
    };
    const inner = image.ownerDocument.defaultView;
    window.addEventListener('keydown', press);
    inner?.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      inner?.removeEventListener('keydown', press);
    };
  });
  const at = (event: PointerEvent): { x: number; y: number } => {
    const sheet = event.currentTarget.getBoundingClientRect();
    const inside = (value: number): number => Math.min(100, Math.max(0, value));
    return { x: inside((100 * (event.clientX - sheet.left)) / sheet.width), y: inside((100 * (event.clientY - sheet.top)) / sheet.height) };
  };
  const draw = (event: PointerEvent): void => {
    if (from === null) return;
    const to = at(event);
    setPart({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });
  };
  return (
    <div
      className="picture-cutter"
      role="application"
      aria-label={say('mark-picture-part')}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(at(event)); }}
      onPointerMove={draw}
      onPointerUp={() => onDone(part !== null && part.width > 1 && part.height > 1 ? part : null)}
    >
      {part === null ? <span className="picture-cutter-hint">{say('mark-picture-hint')}</span> : null}
      {part === null ? null : <div className="picture-cut" style={{ left: `${part.x}%`, top: `${part.y}%`, width: `${part.width}%`, height: `${part.height}%` }} />}
    </div>
  );
}

/** Smaller ones are ornaments. */
const leastSide = 90;

/** The picture under the pointer, and for a moment after, so that its tools can be reached. */
function usePointedPicture(frame: LoadedFrame): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const move = (event: MouseEvent): void => {
      const target = event.target as Element | null;
      const over = target?.nodeName === 'IMG' ? (target as HTMLImageElement) : null;
      if (over !== null && over.clientWidth >= leastSide && over.clientHeight >= leastSide) {
        clearTimeout(leaving);
        leaving = undefined;
        setImage(over);
      } else leaving ??= setTimeout(() => { leaving = undefined; setImage(null); }, 900);
    };
    frame.window.addEventListener('mousemove', move, { passive: true });
    return () => {
      clearTimeout(leaving);
      frame.window.removeEventListener('mousemove', move);
    };
  }, [frame]);
  return image;
}
