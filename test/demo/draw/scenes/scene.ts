// What a scene is. Each scene has a file of its own; scenes.ts lists them by name.

import type { Canvas } from '../canvas.ts';
import type { Palette } from '../colours.ts';
import type { Random } from '../random.ts';

export interface SceneTools {
  readonly palette: Palette;
  readonly random: Random;
  /** For the noises of the scene. */
  readonly seed: number;
}

/** Draws on the whole canvas. The same tools give the same picture. */
export type Scene = (canvas: Canvas, tools: SceneTools) => void;
