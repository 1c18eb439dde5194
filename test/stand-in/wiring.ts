// What joins the parts: keys press the menu, dead processes are told to the app.

import { app } from './app.ts';
import { pressShortcut } from './menu.ts';
import { processListeners } from './utility-process.ts';
import { keyListeners } from './web-contents.ts';

keyListeners.add((key) => pressShortcut(key));
processListeners.add((details) => app.emit('child-process-gone', {}, details));
