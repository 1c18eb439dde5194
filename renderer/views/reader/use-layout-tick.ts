// Draws a component again whenever what lies in the frame may have moved.

import { useEffect, useState } from 'react';
import type { LoadedFrame } from './page-frame.tsx';

export function useLayoutTick(frame: LoadedFrame, wanted: boolean): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!wanted) return undefined;
    const { window: inner } = frame;
    const stop = new AbortController();
    const again = (): void => tick((count) => count + 1);
    inner.addEventListener('scroll', again, { signal: stop.signal, passive: true });
    inner.addEventListener('resize', again, { signal: stop.signal });
    inner.addEventListener('load', again, { signal: stop.signal, capture: true });
    const sizes = new inner.ResizeObserver(again);
    sizes.observe(inner.document.body);
    return () => {
      stop.abort();
      sizes.disconnect();
    };
  }, [frame, wanted]);
}
