// The module named `electron` in a utility process, where Electron has little and the stand-in has nothing.

import { unsupported } from './strict.ts';

export const net = unsupported('net (in a utility process)');
export const systemPreferences = unsupported('systemPreferences (in a utility process)');
export default unsupported('electron (in a utility process)');
