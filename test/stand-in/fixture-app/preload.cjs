// The fixture's preload: functions, promises, listeners and plain data over the bridge.

const { contextBridge, ipcRenderer, webUtils } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  platform: process.platform,
  nested: { sum: (a, b) => a + b },
  call: (name, ...values) => ipcRenderer.invoke('call', name, ...values),
  listen: (listener) => {
    const hear = (_event, told) => listener(told);
    ipcRenderer.on('told', hear);
    return () => ipcRenderer.removeListener('told', hear);
  },
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)),
  fail: () => {
    throw new Error('in the preload');
  },
});
globalThis.leaked = 'only in the preload';
