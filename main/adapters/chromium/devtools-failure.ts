// What a failed DevTools command means for the user.

import { fail, type Failure } from '../../../preload/contract/result.ts';
import { DevToolsError, DevToolsTimeout } from './devtools-connection.ts';

/**
 * `cancelled` where the signal was aborted, `timed-out` for a command that was not answered, `no-browser` for a
 * Chromium that does not start or breaks down. Anything else is a bug and is thrown on.
 */
export function failureOf(error: unknown, about: string, signal: AbortSignal): { readonly ok: false; readonly failure: Failure } {
  if (signal.aborted) return fail('cancelled', about);
  if (error instanceof DevToolsTimeout) return fail('timed-out', about, error.message);
  if (error instanceof DevToolsError) return fail('no-browser', about, error.message);
  throw error;
}
