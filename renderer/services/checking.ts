// Checks the whole library, and mends what was found. How far it has come is in the list of work.

import { checkup } from '../state/checkup.ts';
import { askAloud } from './ask.ts';

/** What was found before is kept where the check is cancelled. */
export async function checkLibrary(): Promise<void> {
  const result = await askAloud('verify', {});
  if (result.ok) checkup.set({ report: result.value, mended: null });
}

export async function mendLibrary(): Promise<void> {
  const before = checkup.get();
  const result = await askAloud('mend', { ids: null, from: null });
  if (result.ok && before !== null) checkup.set({ report: before.report, mended: result.value });
}
