// Chance that comes out the same everywhere: numbers from a seed, and smooth noise over the plane.

export type Random = () => number;

/** Numbers from 0 up to 1, always the same ones for a seed. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return unit(state);
  };
}

export type Noise = (x: number, y: number) => number;

/** Smooth noise from 0 to 1: a value at each whole point, blended in between. */
export function createNoise(seed: number): Noise {
  const corner = (x: number, y: number): number =>
    unit((Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed + 7, 0x9e3779b1)) >>> 0);
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [across, down] = [ease(x - left), ease(y - top)];
    const upper = blend(corner(left, top), corner(left + 1, top), across);
    const lower = blend(corner(left, top + 1), corner(left + 1, top + 1), across);
    return blend(upper, lower, down);
  };
}

/** Noise upon noise, each layer twice as fine and half as strong. From 0 to 1. */
export function createLayeredNoise(seed: number, layers = 4): Noise {
  const noises = Array.from({ length: layers }, (_, index) => createNoise(seed * 31 + index));
  const whole = 2 - 2 ** (1 - layers);
  return (x, y) =>
    noises.reduce((sum, noise, index) => sum + noise(x * 2 ** index, y * 2 ** index) / 2 ** index, 0) / whole;
}

function unit(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), value | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const ease = (t: number): number => t * t * (3 - 2 * t);
const blend = (a: number, b: number, t: number): number => a + (b - a) * t;
