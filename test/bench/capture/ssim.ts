// How alike two pictures look, from 0 to 1: the mean of the structural similarity of their parts (Wang et al., 2004), in
// windows of 8 x 8. What one of them is taller counts as white on the other.

import type { GreyPicture } from './viewer.ts';

const side = 8;
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

export function ssim(one: GreyPicture, other: GreyPicture): number {
  const width = Math.min(one.width, other.width);
  const height = Math.max(one.height, other.height);
  let [sum, count] = [0, 0];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      sum += windowSsim(one, other, left, top);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function windowSsim(one: GreyPicture, other: GreyPicture, left: number, top: number): number {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + side; y += 1) {
    for (let x = left; x < left + side; x += 1) {
      const [p, q] = [at(one, x, y), at(other, x, y)];
      a += p;
      b += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const n = side * side;
  const [meanA, meanB] = [a / n, b / n];
  const [varA, varB, both] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB];
  return ((2 * meanA * meanB + c1) * (2 * both + c2)) / ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2));
}

function at({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  return y < height ? (pixels[y * width + x] ?? 255) : 255;
}
