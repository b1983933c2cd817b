// Loaded first in a process started by forkWithPorts: gives it process.parentPort, and ends it when its parent is gone.
// Plain JavaScript, so that the bench times the program and not the stripping of types.
import { EventEmitter } from 'node:events';
import process from 'node:process';

/** @param {import('./forked-process.ts').FromForked} message */
const send = (message) => process.connected && process.send?.(message, undefined, {}, () => {});
const parentPort = new EventEmitter();
/** @type {Map<number, { hear(data: unknown): void, close(): void }>} */
const ports = new Map();

/**
 * As Electron's MessagePortMain: an emitter whose messages wait until it is started. (Node's own MessagePort loads 10 ms
 * of events that no real desk loads.)
 * @param {number} id
 */
function takePort(id) {
  const emitter = new EventEmitter();
  /** @type {unknown[] | null} */
  let waiting = [];
  const close = () => {
    if (ports.delete(id)) emitter.emit('close');
  };
  /** @param {unknown} data */
  const hear = (data) => void (waiting?.push(data) ?? emitter.emit('message', { data }));
  ports.set(id, { hear, close });
  return Object.assign(emitter, {
    /** @param {unknown} data */
    postMessage: (data) => void send({ kind: 'port', id, data }),
    start() {
      const heard = waiting ?? [];
      waiting = null;
      heard.forEach(hear);
    },
    close,
  });
}

process.on('message', (/** @type {import('./forked-process.ts').ToForked} */ message) => {
  if (message.kind === 'message') {
    parentPort.emit('message', { data: message.data, ports: message.ports.map(takePort) });
  } else if (message.kind === 'port') {
    ports.get(message.id)?.hear(message.data);
  } else {
    ports.get(message.id)?.close();
  }
});
process.on('disconnect', () => process.exit(0));

Object.assign(process, {
  parentPort: Object.assign(parentPort, {
    /** @param {unknown} data */
    postMessage: (data) => void send({ kind: 'message', data }),
  }),
});
