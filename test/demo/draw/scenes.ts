// The scenes by the name that stands in a picture's address.

import { comet } from './scenes/comet.ts';
import { contourMap } from './scenes/contour-map.ts';
import { hills } from './scenes/hills.ts';
import { lanterns } from './scenes/lanterns.ts';
import { marbling } from './scenes/marbling.ts';
import { nightTrain } from './scenes/night-train.ts';
import { paper } from './scenes/paper.ts';
import type { Scene } from './scenes/scene.ts';
import { sea } from './scenes/sea.ts';
import { seeds } from './scenes/seeds.ts';
import { spectrogram } from './scenes/spectrogram.ts';
import { starMap } from './scenes/star-map.ts';
import { terraces } from './scenes/terraces.ts';
import { tideChart } from './scenes/tide-chart.ts';
import { typeCase } from './scenes/type-case.ts';
import { wires } from './scenes/wires.ts';

export const SCENES = {
  comet,
  'contour-map': contourMap,
  hills,
  lanterns,
  marbling,
  'night-train': nightTrain,
  paper,
  sea,
  seeds,
  spectrogram,
  'star-map': starMap,
  terraces,
  'tide-chart': tideChart,
  'type-case': typeCase,
  wires,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;
