// Marks through edits: ten kinds on fifty made pages, full of sentences that stand in several places.

import { expect, it } from 'vitest';
import { edits } from './edited-pages.ts';
import { trials } from './trial.ts';

it('places 98 in 100 right, and none wrong without saying so', () => {
  const all = [...trials(50, 4, 1)];
  expect(all).toHaveLength(50 * 4 * edits.length);
  expect(all.filter(({ state, right }) => state === 'exact' && !right)).toEqual([]);
  expect(all.filter(({ right }) => right).length / all.length).toBeGreaterThanOrEqual(0.98);
}, 60_000);
