// The border between the window and the main side: the only file that touches ipcMain. A call passes when it comes
// from our window's own page; what it may be is checked in answer-call.ts.

import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { callChannel } from '../../../preload/contract/channels.ts';
import { fail } from '../../../preload/contract/result.ts';
import { isWindowAddress } from '../security/addresses.ts';
import { answerCall, type Answerers } from './answer-call.ts';

/** @param window the open window's contents, or null */
export function openCallBorder(window: () => WebContents | null, answerers: Answerers): void {
  ipcMain.handle(callChannel, async (event, name: unknown, request: unknown) => {
    if (!isFromWindow(event, window())) return fail('refused', String(name));
    return await answerCall(answerers, name, request);
  });
}

function isFromWindow(event: IpcMainInvokeEvent, window: WebContents | null): boolean {
  const frame = event.senderFrame;
  return frame !== null && event.sender.id === window?.id && frame.parent === null && isWindowAddress(frame.url);
}
