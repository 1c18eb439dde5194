// How much memory the process may fill with what is needed for a moment only.

import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the space for young objects as small as it is at the start (1 MB to a half), in this thread. V8 lets it grow to 128 MB under much
 * traffic and does not give that back. Measured with `npm run bench -- many` on a page of 10,000 pictures: 674 MB at the peak before, 472 MB with
 * this and the like bound of the page's workers (page-thread.ts). The aim, 400 MB, is not reached by it.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
