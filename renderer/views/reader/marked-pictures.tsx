// Marks on pictures, drawn over the frame: the page itself is not touched. And the way to make one.

import { useEffect, useRef, useState } from 'react';
import { describePicture, wholePicture, type Part } from '../../lib/frame-pictures.ts';
import { focusArticle } from '../../lib/focus-article.ts';
import { describeShown, picturesOf } from '../../lib/shown-pictures.ts';
import { useStore } from '../../lib/store.ts';
import { chooseMark, hoverMark, markSelected, placeMark, writeNote } from '../../services/marking.ts';
import { openLightBox } from '../../services/looking.ts';
import { offerPointing } from '../../services/pointing.ts';
import { offerActions } from '../../services/selected.ts';
import { marks } from '../../state/reader.ts';
import { useWords } from '../../state/words.ts';
import { IconButton } from '../parts/button.tsx';
import type { LoadedFrame } from './page-frame.tsx';
import { PictureCutter } from './picture-cutter.tsx';
import type { MarkedPart } from './use-frame-pictures.ts';
import { useLayoutTick } from './use-layout-tick.ts';

interface MarkedPicturesProps {
  readonly frame: LoadedFrame;
  readonly parts: ReadonlyMap<string, MarkedPart>;
}

export function MarkedPictures({ frame, parts }: MarkedPicturesProps) {
  const [byKey, letGo] = useTakenPicture(frame);
  const underPointer = usePointedPicture(frame);
  const pointed = byKey ?? underPointer;
  const [cutting, setCutting] = useState<HTMLImageElement | null>(null);
  useLayoutTick(frame, parts.size > 0 || pointed !== null || cutting !== null);
  return (
    <>
      {[...parts.values()].map((part) => (
        <PartBox key={part.mark.id} part={part} />
      ))}
      {pointed !== null && cutting === null ? <PictureTools key={pointed.src} frame={frame} image={pointed} byKey={pointed === byKey} onCut={() => setCutting(pointed)} onDone={letGo} /> : null}
      {cutting === null ? null : <PictureCutter image={cutting} onDone={(part) => { setCutting(null); letGo(); if (part !== null) void make(frame, cutting, part); }} />}
    </>
  );
}

/** Answers the mark's id; null where none was made. */
async function make(frame: LoadedFrame, image: HTMLImageElement, part: Part): Promise<string | null> {
  const selector = describePicture(frame.index, image, part);
  const { attaching, color } = marks.get();
  if (attaching !== null) {
    await placeMark(attaching, selector);
    return attaching;
  }
  const id = await markSelected(selector, color);
  chooseMark(id);
  return id;
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

interface ToolsProps {
  readonly frame: LoadedFrame;
  readonly image: HTMLImageElement;
  /** Taken by a key: its tools have the focus. */
  readonly byKey: boolean;
  readonly onCut: () => void;
  readonly onDone: () => void;
}

function PictureTools({ frame, image, byKey, onCut, onDone }: ToolsProps) {
  const { say } = useWords();
  const tools = useRef<HTMLDivElement>(null);
  const box = image.getBoundingClientRect();
  const mark = async (): Promise<string | null> => {
    onDone();
    return make(frame, image, wholePicture);
  };
  const note = async (): Promise<void> => {
    const id = await mark();
    if (id !== null) writeNote(id);
  };
  useEffect(() => {
    if (byKey) tools.current?.querySelector('button')?.focus();
  }, [byKey]);
  useEffect(() => (byKey ? offerActions({ mark: () => void mark(), note: () => void note() }) : undefined));
  return (
    <div ref={tools} className="picture-tools" role="toolbar" aria-label={say('picture-tools')} data-taken={byKey || undefined} style={{ left: box.left + 34, top: Math.max(8, box.top + 8) }}>
      <IconButton icon="marker" size={16} label={say('mark-picture')} onPress={() => void mark()} />
      <IconButton icon="cut-out" size={16} label={say('mark-picture-part')} onPress={onCut} />
      <IconButton icon="search" size={16} label={say('light-box')} onPress={() => look(image)} />
    </div>
  );
}

function look(image: HTMLImageElement): void {
  const all = picturesOf(image.ownerDocument);
  openLightBox(all.map(describeShown), Math.max(0, all.indexOf(image)));
}

/** The picture that keys have taken: the next one from where one is, then the one after it. Escape lets go. */
function useTakenPicture(frame: LoadedFrame): readonly [HTMLImageElement | null, () => void] {
  const [taken, setTaken] = useState<HTMLImageElement | null>(null);
  useEffect(() => offerPointing((by) => setTaken((before) => {
    const next = pictureBeside(frame, before, by);
    next?.scrollIntoView({ block: 'center', behavior: 'instant' });
    return next;
  })), [frame]);
  const letGo = (): void => {
    if (taken === null) return;
    setTaken(null);
    focusArticle();
  };
  useEffect(() => {
    if (taken === null) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setTaken(null);
      focusArticle();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [taken]);
  return [taken, letGo];
}

function pictureBeside({ window: inner }: LoadedFrame, before: HTMLImageElement | null, by: 1 | -1): HTMLImageElement | null {
  const all = picturesOf(inner.document);
  const at = before === null ? all.findIndex((image) => image.getBoundingClientRect().bottom > 0) : all.indexOf(before) + by;
  return all[(at + all.length) % Math.max(1, all.length)] ?? null;
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
