// Keeps the port and offers the tests a call over it: sends a value, resolves with the answer.

/** @type {((answer: unknown) => void)[]} */
const waiting = [];
/** @type {MessagePort | undefined} */
let port;

window.addEventListener('message', ({ source, origin, data, ports }) => {
  if (source !== window || origin !== location.origin || data !== 'desk-port') return;
  port = ports[0];
  port?.addEventListener('message', (event) => waiting.shift()?.(event.data));
  port?.addEventListener('close', () => Object.assign(window, { portClosed: true }));
  port?.start();
  Object.assign(window, { hasPort: true });
});

Object.assign(window, {
  pageRan: true,
  /** @type {(value: unknown) => Promise<unknown>} */
  ask: (value) =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port?.postMessage(value);
    }),
});
