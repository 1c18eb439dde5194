// What came of the last check of the library, and of mending what it found; null before the first.

import type { MendReport, VerifyReport } from '../../preload/contract/calls.ts';
import { createStore } from '../lib/store.ts';

export interface CheckupOutcome {
  readonly report: VerifyReport;
  readonly mended: MendReport | null;
}

export const checkup = createStore<CheckupOutcome | null>(null);
