// What becomes of a call that came over the border: its name and argument are checked against the table, and the
// answer is always a Result. A bug that was thrown is caught here, once, and logged.

import { isEngineCall, isShellCall } from '../../../preload/contract/call-names.ts';
import type {
  CallContext,
  EngineCallName,
  Handlers,
  RequestOf,
  ShellCallName,
  ValueOf,
} from '../../../preload/contract/calls.ts';
import { checkRequest } from '../../../preload/contract/checks.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import type { LogPort } from '../../engine/model/ports.ts';

export interface Answerers {
  readonly shellCalls: Handlers<ShellCallName>;
  readonly engineCall: (name: EngineCallName, request: unknown) => Promise<Result<unknown>>;
  readonly log: LogPort;
}

/** The call's own answer; `bad-input` for a name or an argument that is not in the table; `bug` for what is thrown. */
export async function answerCall(answerers: Answerers, name: unknown, request: unknown): Promise<Result<unknown>> {
  if (typeof name !== 'string') return fail('bad-input', 'call');
  try {
    if (isShellCall(name)) return await callShell(answerers.shellCalls, name, request);
    if (isEngineCall(name)) {
      const checked = checkRequest(name, request);
      return checked.ok ? await answerers.engineCall(name, checked.value) : checked;
    }
    return fail('bad-input', name);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    answerers.log.write('error', 'a call failed', { name, detail, stack: error instanceof Error ? error.stack : null });
    return fail('bug', name, detail);
  }
}

async function callShell<K extends ShellCallName>(
  calls: Handlers<ShellCallName>,
  name: K,
  request: unknown,
): Promise<Result<ValueOf<K>>> {
  const checked = checkRequest(name, request);
  if (!checked.ok) return checked;
  const call: (request: RequestOf<K>, context: CallContext) => Promise<Result<ValueOf<K>>> = calls[name];
  return await call(checked.value, { signal: new AbortController().signal });
}
