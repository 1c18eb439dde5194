// Where the window stands on the screens: pure rules, so that a window is never opened where nobody can see it.

import * as v from 'valibot';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  /** When not maximised, in density-independent pixels. */
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const smallestWindow = { width: 480, height: 400 };
const firstWindow = { width: 1_280, height: 820 };

const whole = v.pipe(v.number(), v.safeInteger());

export const windowPlaceCheck: v.GenericSchema<unknown, WindowPlace> = v.object({
  bounds: v.object({ x: whole, y: whole, width: whole, height: whole }),
  maximized: v.boolean(),
});

/**
 * The place to open at: the remembered one, moved and shrunk so that it lies wholly on the screen which shows most of
 * it, or the middle of the first screen.
 * @param screens the work areas of the screens, the main one first; never empty
 */
export function placeOnScreens(remembered: WindowPlace | null, screens: readonly Rectangle[]): WindowPlace {
  const main = screens[0] ?? { x: 0, y: 0, ...firstWindow };
  if (remembered === null) return { bounds: centred(firstWindow, main), maximized: false };
  const { bounds, maximized } = remembered;
  const best = screens.reduce((a, b) => (sharedArea(bounds, b) > sharedArea(bounds, a) ? b : a), main);
  const visible = sharedArea(bounds, best) > 0;
  return { bounds: visible ? within(bounds, best) : centred(bounds, main), maximized };
}

function within(bounds: Rectangle, screen: Rectangle): Rectangle {
  const width = Math.min(Math.max(bounds.width, smallestWindow.width), screen.width);
  const height = Math.min(Math.max(bounds.height, smallestWindow.height), screen.height);
  return {
    x: clamp(bounds.x, screen.x, screen.x + screen.width - width),
    y: clamp(bounds.y, screen.y, screen.y + screen.height - height),
    width,
    height,
  };
}

function centred(size: { readonly width: number; readonly height: number }, screen: Rectangle): Rectangle {
  const x = screen.x + Math.round((screen.width - size.width) / 2);
  const y = screen.y + Math.round((screen.height - size.height) / 2);
  return within({ x, y, width: size.width, height: size.height }, screen);
}

function sharedArea(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
