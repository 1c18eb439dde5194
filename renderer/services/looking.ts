// Looking closely at the article's pictures, one after the other.

import type { ShownPicture } from '../lib/shown-pictures.ts';
import { lightBox } from '../state/surface.ts';

export function openLightBox(pictures: readonly ShownPicture[], at: number): void {
  if (pictures[at] !== undefined) lightBox.set({ pictures, at });
}

export function closeLightBox(): void {
  lightBox.set(null);
}

/** The next (1) or the previous (-1) picture, round and round. */
export function stepPicture(by: 1 | -1): void {
  const now = lightBox.get();
  if (now !== null) lightBox.set({ ...now, at: (now.at + by + now.pictures.length) % now.pictures.length });
}
