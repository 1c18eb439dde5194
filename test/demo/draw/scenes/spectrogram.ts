// The spectrogram of a song: phrases of sliding tones with their overtones, on a faint grid.

import { HEIGHT } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { mix } from '../colours.ts';
import type { Colour } from '../colours.ts';
import { createLayeredNoise } from '../random.ts';
import type { Random } from '../random.ts';
import { box } from '../shapes.ts';
import type { Scene } from './scene.ts';

interface Tone {
  readonly start: number;
  readonly end: number;
  readonly pitch: number;
  readonly slide: number;
  readonly bend: number;
  readonly loudness: number;
}

export const spectrogram: Scene = (canvas, { palette, random, seed }) => {
  const tones = makePhrases(random, canvas.width);
  const hiss = createLayeredNoise(seed, 5);
  const stops: readonly Colour[] = [palette.near, palette.high, palette.far, palette.accent, palette.light];
  canvas.cover((x, y) => {
    const background = hiss(x / 26, y / 9) * 0.24 + hiss(x / 5, y / 60) * 0.08 + ((y / HEIGHT) ** 2) * 0.1;
    return ramp(stops, Math.min(1, background + loudnessAt(tones, x, y)));
  });
  paintGrid(canvas, palette.light);
};

function makePhrases(random: Random, width: number): Tone[] {
  const motifs = Array.from({ length: 3 }, () => ({
    pitch: 90 + random() * 70,
    slide: (random() - 0.35) * 110,
    bend: (random() - 0.5) * 90,
    length: 50 + random() * 60,
  }));
  const tones: Tone[] = [];
  let at = 30;
  for (let count = 0; at < width - 40; count += 1) {
    const motif = motifs[Math.floor(count / 3) % motifs.length] ?? motifs[0]!;
    const length = motif.length * (0.9 + random() * 0.2);
    tones.push({ ...motif, start: at, end: at + length, loudness: 0.75 + random() * 0.25 });
    at += length + (count % 3 === 2 ? 46 : 16);
  }
  return tones;
}

function loudnessAt(tones: readonly Tone[], x: number, y: number): number {
  const tone = tones.find((candidate) => x >= candidate.start - 6 && x <= candidate.end + 6);
  if (tone === undefined) return 0;
  const share = (x - tone.start) / (tone.end - tone.start);
  const swell = Math.max(0, Math.sin(Math.PI * Math.min(1, Math.max(0, share)))) ** 0.4;
  const pitch = tone.pitch + tone.slide * share + tone.bend * Math.sin(share * Math.PI);
  let sum = 0;
  for (let overtone = 1; overtone <= 5; overtone += 1) {
    const distance = (HEIGHT - 40 - y - pitch * overtone * 0.82) / (3.5 + overtone * 1.2);
    sum += Math.exp(-distance * distance) / overtone ** 0.75;
  }
  return sum * swell * tone.loudness;
}

function ramp(stops: readonly Colour[], value: number): Colour {
  const place = value * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[index]!, stops[index + 1]!, place - index);
}

function paintGrid(canvas: Canvas, light: Colour): void {
  for (let y = 60; y < HEIGHT; y += 100) canvas.paint(box(0, y, canvas.width, 1), light, 0.16);
  for (let x = 100; x < canvas.width; x += 120) canvas.paint(box(x, 0, 1, HEIGHT), light, 0.1);
}
