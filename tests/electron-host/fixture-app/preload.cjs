// The preload of the fixture: a few values and calls, and the port handed on to the page.
/* oxlint-disable import/no-commonjs -- a sandboxed preload is CommonJS */
/* oxlint-disable typescript/no-require-imports -- a sandboxed preload is CommonJS */
const { contextBridge, ipcRenderer } = require('electron');

/** @typedef {(value: unknown) => unknown} Callback */

/** @type {(name: string) => boolean} */
function canRequire(name) {
  try {
    require(name);
    return true;
  } catch {
    return false;
  }
}

contextBridge.exposeInMainWorld('desk', {
  name: '前台',
  canRequire,
  /** @type {(a: number, b: number) => number} */
  sum: (a, b) => a + b,
  /** @type {(callback: (value: number) => number) => number} */
  twice: (callback) => callback(21) * 2,
  /** @type {(value: unknown) => Promise<unknown>} */
  later: async (value) => value,
  refuse: () => {
    throw new TypeError('not today');
  },
  refuseLater: () => Promise.reject(new Error('not tomorrow either')),
  kinds: () => ({ date: new Date(0), map: new Map([['a', 1]]), bytes: new Uint8Array([1, 2, 255]) }),
  /** @type {(channel: string, value: unknown) => Promise<unknown>} */
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  wantPort: () => ipcRenderer.send('want-port'),
  /** @type {(callback: Callback) => void} */
  onNews: (callback) => void ipcRenderer.on('news', (_event, text) => callback(text)),
});

ipcRenderer.on('port', (event) => window.postMessage('desk-port', location.origin, event.ports));
