// The window's only way to the main side.

import type { CallName, RequestOf, ValueOf } from '../../preload/contract/calls.ts';
import type { Result } from '../../preload/contract/result.ts';
import { currentWords } from '../state/words.ts';
import { showProblem } from './toasts.ts';

/** Makes a call; what to do about a failure is the caller's matter. */
export function ask<K extends CallName>(name: K, request: RequestOf<K>): Promise<Result<ValueOf<K>>> {
  return window.offprint.calls[name](request);
}

/** Makes a call for something the user asked for: a failure is shown as a sentence. One they caused by cancelling is not. */
export async function askAloud<K extends CallName>(name: K, request: RequestOf<K>): Promise<Result<ValueOf<K>>> {
  const result = await ask(name, request);
  if (!result.ok && result.failure.kind !== 'cancelled') showProblem(currentWords().failure(result.failure));
  return result;
}
