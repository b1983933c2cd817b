// Loaded first in a process started by forkWithPorts: gives it process.parentPort, and ends it when its parent is gone.
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FromForked, ToForked } from './forked-process.ts';

const send = (message: FromForked) => process.connected && process.send?.(message, undefined, {}, () => {});
const parentPort = new EventEmitter();
const ports = new Map<number, MessagePort>();

function takePort(id: number): MessagePort {
  const { port1, port2 } = new MessageChannel();
  ports.set(id, port1);
  port1.on('message', (data: unknown) => send({ kind: 'port', id, data }));
  port1.on('close', () => ports.delete(id));
  return port2;
}

process.on('message', (message: ToForked) => {
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
    postMessage: (data: unknown) => void send({ kind: 'message', data }),
  }),
});
