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
  if (isShellCall(name)) return guarded(answerers.log, name, () => callShell(answerers.shellCalls, name, request));
  return isEngineCall(name) ? answerEngineCall(answerers, name, request) : fail('bad-input', name);
}

/** The same for a call of the engine, also from where no other may be made. */
export async function answerEngineCall({ engineCall, log }: Pick<Answerers, 'engineCall' | 'log'>, name: EngineCallName, request: unknown): Promise<Result<unknown>> {
  return guarded(log, name, async () => {
    const checked = checkRequest(name, request);
    return checked.ok ? await engineCall(name, checked.value) : checked;
  });
}

async function guarded(log: LogPort, name: string, answer: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await answer();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    log.write('error', 'a call failed', { name, detail, stack: error instanceof Error ? error.stack : null });
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
