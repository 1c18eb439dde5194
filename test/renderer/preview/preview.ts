// Puts a bridge over a library in memory in place, before index.html starts the window’s real code: for looking at the
// window while it is made, never as evidence.
// The address chooses: ?library=empty|large|problem, ?locale=zh-CN, ?appearance=dark.

import { createPreviewBridge } from './preview-bridge.ts';

const wish = new URLSearchParams(location.search);
Object.assign(window, { offprint: createPreviewBridge(wish) });
