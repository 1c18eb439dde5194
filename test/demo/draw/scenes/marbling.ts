// Marbled paper or ink in water: one noise bends the next, and thin bands follow its levels.

import { mix } from '../colours.ts';
import type { Colour } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import type { Scene } from './scene.ts';

export const marbling: Scene = (canvas, { palette, seed }) => {
  const first = createLayeredNoise(seed, 3);
  const second = createLayeredNoise(seed + 50, 4);
  const { high, low, far, near, light, accent } = palette;
  const tints: readonly Colour[] = [low, far, light, near, low, accent, light, high];
  canvas.cover((x, y) => {
    const bendX = first(x / 210, y / 210) * 4.2;
    const bendY = first(x / 210 + 9, y / 210 + 4) * 4.2;
    const level = second(x / 330 + bendX, y / 330 + bendY) * 17;
    const band = Math.floor(level);
    const share = level - band;
    const tint = mix(tints[band % tints.length]!, tints[(band + 1) % tints.length]!, ((share - 0.72) / 0.28) ** 3);
    const vein = Math.max(0, 1 - Math.abs(share - 0.94) / 0.05);
    return mix(tint, palette.near, vein * 0.55);
  });
};
