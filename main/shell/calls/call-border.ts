// The border between the window and the main side: the only file that touches ipcMain. A call passes when it comes
// from our window's own page, its name is in the table and its argument is what the table says (contract/checks.ts).
// What comes back is always a Result: a bug that was thrown is caught here, once, and logged.

import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isEngineCall, isShellCall } from '../../../preload/contract/call-names.ts';
import type { CallContext, EngineCallName, Handlers, RequestOf, ShellCallName, ValueOf } from '../../../preload/contract/calls.ts';
import { callChannel } from '../../../preload/contract/channels.ts';
import { checkRequest } from '../../../preload/contract/checks.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import type { LogPort } from '../../engine/model/ports.ts';
import { isWindowAddress } from '../security/addresses.ts';

export interface BorderParts {
  /** The open window's contents, or null. */
  readonly window: () => WebContents | null;
  readonly shellCalls: Handlers<ShellCallName>;
  readonly engineCall: (name: EngineCallName, request: unknown) => Promise<Result<unknown>>;
  readonly log: LogPort;
}

export function openCallBorder(parts: BorderParts): void {
  ipcMain.handle(callChannel, async (event, name: unknown, request: unknown) => {
    if (!isFromWindow(event, parts.window())) return fail('refused', String(name));
    return await answerCall(parts, name, request);
  });
}

function isFromWindow(event: IpcMainInvokeEvent, window: WebContents | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender === window && frame.parent === null && isWindowAddress(frame.url);
}

/** The call's own answer; `bad-input` for a name or an argument that is not in the table; `bug` for what is thrown. */
export async function answerCall(
  parts: Omit<BorderParts, 'window'>,
  name: unknown,
  request: unknown,
): Promise<Result<unknown>> {
  if (typeof name !== 'string') return fail('bad-input', 'call');
  try {
    if (isShellCall(name)) return await callShell(parts.shellCalls, name, request);
    if (isEngineCall(name)) {
      const checked = checkRequest(name, request);
      return checked.ok ? await parts.engineCall(name, checked.value) : checked;
    }
    return fail('bad-input', name);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    parts.log.write('error', 'a call failed', { name, detail, stack: error instanceof Error ? error.stack : undefined });
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
