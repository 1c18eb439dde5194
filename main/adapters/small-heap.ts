// How much memory the process may fill with what is needed for a moment only.

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the heap of every thread of the process near to what it needs. The space for young objects stays as small as it is at the start (1 MB to a half): V8 lets it
 * grow to 128 MB under much traffic, and does not give that back. The old objects are looked through when they are a third more than the last time, not when
 * they have doubled. Measured with `npm run bench -- many`, a page of 10,000 pictures at its peak: 674 MB at first, 398 MB without the second, 357 MB with both; eight
 * long pages took as much CPU with it as without.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
