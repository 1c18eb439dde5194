// What the window's globals hold beside the DOM.

import type { Bridge } from '../preload/contract/bridge.ts';

declare global {
  interface Window {
    readonly offprint: Bridge;
  }
}
