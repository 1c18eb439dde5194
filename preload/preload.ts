// The one door between the window and the main side: `window.offprint`, made by looping over the table of calls.

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from './contract/bridge.ts';
import { callNames } from './contract/call-names.ts';
import type { Api } from './contract/calls.ts';
import { callChannel, eventChannel } from './contract/channels.ts';
import type { WindowEvent } from './contract/events.ts';

const bridge: Bridge = { calls: makeCalls(), listen: makeListen(), pathsOf };

contextBridge.exposeInMainWorld('offprint', bridge);

function makeCalls(): Api {
  const entries = callNames.map((name) => [name, (request: unknown) => ipcRenderer.invoke(callChannel, name, request)]);
  // The table has every name by type (call-names.ts); fromEntries forgets that.
  return Object.fromEntries(entries) as Api;
}

/** Events that come before the window first listens are kept for it: a file may be opened while it still loads. */
function makeListen(): Bridge['listen'] {
  const listeners = new Set<(event: WindowEvent) => void>();
  let early: WindowEvent[] | null = [];
  ipcRenderer.on(eventChannel, (_, event: WindowEvent) => {
    early?.push(event);
    for (const listener of listeners) listener(event);
  });
  return (listener) => {
    listeners.add(listener);
    for (const event of early ?? []) listener(event);
    early = null;
    return () => {
      listeners.delete(listener);
    };
  };
}

function pathsOf(files: readonly unknown[]): readonly string[] {
  return files.map((file) => (file instanceof File ? webUtils.getPathForFile(file) : ''));
}
