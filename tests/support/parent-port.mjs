// Loaded first in a process started by forkWithPorts: gives it process.parentPort, and ends it when its parent is gone.
// Plain JavaScript, so that the bench times the program and not the stripping of types.
import { EventEmitter } from 'node:events';
import process from 'node:process';
import { MessageChannel } from 'node:worker_threads';

/** @param {import('./forked-process.ts').FromForked} message */
const send = (message) => process.connected && process.send?.(message, undefined, {}, () => {});
const parentPort = new EventEmitter();
/** @type {Map<number, import('node:worker_threads').MessagePort>} */
const ports = new Map();

/** @param {number} id */
function takePort(id) {
  const { port1, port2 } = new MessageChannel();
  ports.set(id, port1);
  port1.on('message', (data) => send({ kind: 'port', id, data }));
  port1.on('close', () => ports.delete(id));
  return port2;
}

process.on('message', (/** @type {import('./forked-process.ts').ToForked} */ message) => {
  if (message.kind === 'message') {
    parentPort.emit('message', { data: message.data, ports: message.ports.map(takePort) });
  } else if (message.kind === 'port') {
    ports.get(message.id)?.postMessage(message.data);
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
