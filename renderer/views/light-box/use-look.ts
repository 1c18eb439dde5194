// How the picture lies in the light box, changed by wheel, drag and double click.

import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { ShownPicture } from '../../lib/shown-pictures.ts';
import { fitted, moved, zoomed, type Look, type Size } from '../../lib/zoom.ts';

interface Looking {
  readonly ground: RefObject<HTMLDivElement | null>;
  readonly look: Look;
  readonly bind: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
  };
  /** Nearer or further from the middle of the window. */
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

const none: Size = { width: 1, height: 1 };
/** CSS pixels around the picture where it is shown whole. */
const around = 24;

export function useLook(picture: ShownPicture | undefined): Looking {
  const ground = useRef<HTMLDivElement>(null);
  const [look, setLook] = useState<Look>({ scale: 1, x: 0, y: 0 });
  const held = useRef(false);
  const size = picture ?? none;
  const room = (): Size => ({ width: ground.current?.clientWidth ?? 1, height: ground.current?.clientHeight ?? 1 });
  const fit = (): void => setLook(fitted(size, { width: room().width - around, height: room().height - around }));
  const zoomAt = (factor: number, x: number, y: number): void => setLook((before) => zoomed(before, factor, { x, y }, size, room()));
  useFitting(ground, picture, setLook);
  useWheel(ground, zoomAt);
  const fromMiddle = ({ clientX, clientY }: MouseEvent): [number, number] => [clientX - room().width / 2, clientY - room().height / 2];
  return {
    ground,
    look,
    fit,
    zoom: (factor) => zoomAt(factor, 0, 0),
    bind: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        held.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event) {
        if (held.current) setLook((before) => moved(before, event.movementX, event.movementY, size, room()));
      },
      onPointerUp() {
        held.current = false;
      },
      // As large as it is, or twice that; the next one shows it whole again.
      onDoubleClick(event) {
        const whole = fitted(size, room()).scale;
        if (look.scale > whole * 1.05) fit();
        else zoomAt((whole < 0.95 ? 1 : 2) / look.scale, ...fromMiddle(event));
      },
    },
  };
}

/** Shown whole at first, and again when the window gets another size. */
function useFitting(ground: RefObject<HTMLDivElement | null>, picture: ShownPicture | undefined, setLook: (look: Look) => void): void {
  useLayoutEffect(() => {
    const element = ground.current;
    if (element === null || picture === undefined) return undefined;
    const fit = (): void => setLook(fitted(picture, { width: element.clientWidth - around, height: element.clientHeight - around }));
    fit();
    const sizes = new ResizeObserver(fit);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [ground, picture, setLook]);
}

/** React listens for wheels passively, and the page would scroll under them. */
function useWheel(ground: RefObject<HTMLDivElement | null>, zoomAt: (factor: number, x: number, y: number) => void): void {
  useEffect(() => {
    const element = ground.current;
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), event.clientX - (element?.clientWidth ?? 0) / 2, event.clientY - (element?.clientHeight ?? 0) / 2);
    };
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  });
}
