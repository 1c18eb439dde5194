// The time by which dates are told (`3 minutes ago`): it goes on by the minute, so that the window need not draw for it.

import { createStore } from '../lib/store.ts';

export const clock = createStore(Date.now());
