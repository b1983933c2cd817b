// Keeps the port and offers the tests a call over it: sends a value, resolves with the answer.
const waiting = [];

window.addEventListener('message', ({ source, origin, data, ports }) => {
  if (source !== window || origin !== location.origin || data !== 'desk-port') return;
  const [port] = ports;
  window.port = port;
  port.addEventListener('message', (event) => waiting.shift()?.(event.data));
  port.start();
});

window.ask = (value) =>
  new Promise((resolve) => {
    waiting.push(resolve);
    window.port.postMessage(value);
  });
window.pageRan = true;
