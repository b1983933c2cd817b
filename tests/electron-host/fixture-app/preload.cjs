// The preload of the fixture: a few values and calls, and the port handed on to the page.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('desk', {
  name: '前台',
  sum: (a, b) => a + b,
  twice: (callback) => callback(21) * 2,
  later: async (value) => value,
  refuse: () => {
    throw new TypeError('not today');
  },
  refuseLater: () => Promise.reject(new Error('not tomorrow either')),
  kinds: () => ({
    date: new Date(0),
    map: new Map([['a', 1]]),
    bytes: new Uint8Array([1, 2, 255]),
    none: undefined,
  }),
  takesSymbol: (value) => typeof value,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  wantPort: () => ipcRenderer.send('want-port'),
  onNews: (callback) => ipcRenderer.on('news', (_event, text) => callback(text)),
  canRequire: () => {
    try {
      require('node:fs');
      return true;
    } catch {
      return false;
    }
  },
});

ipcRenderer.on('port', (event) => window.postMessage('desk-port', location.origin, event.ports));
