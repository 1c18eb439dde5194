// Puts a bridge in place for the window's real code, which index.html starts after it: over a library in memory: for looking at it while it is made, never as evidence.
// The address chooses: ?library=empty|large|problem, ?locale=zh-CN, ?appearance=dark.

import { createPreviewBridge } from './preview-bridge.ts';

const wish = new URLSearchParams(location.search);
Object.assign(window, { offprint: createPreviewBridge(wish) });
