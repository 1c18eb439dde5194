// The two ends of the line between Electron's main process and a utility process, as ports of messages.

import type { UtilityProcess } from 'electron';
import type { Port } from '../../adapters/door/peer.ts';

/** In the utility process. */
export function parentPort(): Port {
  return {
    post: (message) => process.parentPort.postMessage(message),
    listen: (listener) => process.parentPort.on('message', (event) => listener(event.data)),
  };
}

/** In the main process. */
export function childPort(child: UtilityProcess): Port {
  return {
    post: (message) => child.postMessage(message),
    listen: (listener) => child.on('message', (message: unknown) => listener(message)),
  };
}
