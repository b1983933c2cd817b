// Loaded first in a utility process: gives it process.parentPort, and ends it when main is gone.
import { EventEmitter } from 'node:events';
import { createMessagePort } from './port.message-port.ts';
import type { LinkedPort } from './port.message-port.ts';
import type { FromChild, ToChild } from './utility.protocol.ts';
import { codec } from './wire.codec.ts';

const send = (message: FromChild) => process.connected && process.send?.(message);
const ports = new Map<number, LinkedPort>();
const parentPort = new EventEmitter();
const early: ToChild[] = [];
let listening = false;

function openPort(id: number): LinkedPort['port'] {
  const linked = createMessagePort({
    post: (data) => send({ type: 'port', id, data }),
    close() {
      ports.delete(id);
      send({ type: 'port-close', id });
    },
  });
  ports.set(id, linked);
  return linked.port;
}

function receive(message: ToChild): void {
  if (message.type === 'message') {
    parentPort.emit('message', { data: codec.decode(message.data), ports: message.ports.map(openPort) });
  } else if (message.type === 'port') {
    ports.get(message.id)?.deliver(message.data);
  } else {
    ports.get(message.id)?.closed();
    ports.delete(message.id);
  }
}

// Messages sent before the app's own module has run wait for its listener, as in Electron.
parentPort.on('newListener', (event) => {
  if (event !== 'message' || listening) return;
  process.nextTick(() => {
    listening = true;
    for (const message of early.splice(0)) receive(message);
  });
});
process.on('message', (message: ToChild) => {
  if (listening) receive(message);
  else early.push(message);
});
process.on('disconnect', () => process.exit(0));

Object.assign(process, {
  type: 'utility',
  parentPort: Object.assign(parentPort, {
    postMessage: (message: unknown) => void send({ type: 'message', data: codec.encode(message) }),
  }),
});
Object.defineProperty(process.versions, 'electron', {
  value: process.env['FOYER_ELECTRON_VERSION'],
  enumerable: true,
});
