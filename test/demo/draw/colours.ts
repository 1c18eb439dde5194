// Colours and the palettes in which scenes are drawn.

/** Red, green, blue, each from 0 to 1. */
export type Colour = readonly [number, number, number];

export interface Palette {
  /** From high to low, behind everything. */
  readonly high: Colour;
  readonly low: Colour;
  /** From far and pale to near and dark. */
  readonly far: Colour;
  readonly near: Colour;
  readonly light: Colour;
  readonly accent: Colour;
}

export function colour(hex: string): Colour {
  const value = Number.parseInt(hex.replace('#', ''), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function mix(a: Colour, b: Colour, share: number): Colour {
  const t = Math.min(1, Math.max(0, share));
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

const palette = (high: string, low: string, far: string, near: string, light: string, accent: string): Palette => ({
  high: colour(high),
  low: colour(low),
  far: colour(far),
  near: colour(near),
  light: colour(light),
  accent: colour(accent),
});

export const PALETTES = {
  dusk: palette('#39406b', '#f0a978', '#a77f96', '#1d2138', '#ffe3b8', '#e2603f'),
  dawn: palette('#86b6cf', '#fbe6cb', '#a5bcc0', '#27424e', '#fff6df', '#e58f5b'),
  night: palette('#0b1026', '#2d4468', '#26385a', '#080c18', '#fdf3cf', '#f2a65a'),
  sea: palette('#0f3a52', '#9fd0cf', '#4f98a3', '#0b2434', '#f3f7e8', '#f4b860'),
  tea: palette('#cfdcc0', '#f6f0da', '#9cb58c', '#274230', '#fffbe9', '#c1693c'),
  paper: palette('#efe6d2', '#f8f2e4', '#cdbd9d', '#3a3129', '#fffaf0', '#b2402f'),
  ochre: palette('#d9b26a', '#f7e5bd', '#b98747', '#3f2a1a', '#fff3d3', '#a63d2a'),
  frost: palette('#9fb4c8', '#eef3f5', '#b3c4d1', '#33475a', '#ffffff', '#5f86a8'),
} as const satisfies Record<string, Palette>;

export type PaletteName = keyof typeof PALETTES;
