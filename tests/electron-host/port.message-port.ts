// Electron's MessagePortMain, for main and for the utility process.
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { codec } from './wire.codec.ts';
import type { Wire } from './wire.codec.ts';

export interface PortLink {
  post(data: Wire): void;
  close(): void;
}

/** The part of MessagePortMain that the app uses. */
export type MessagePortLike = EventEmitter &
  Pick<Electron.MessagePortMain, 'start' | 'postMessage' | 'close'>;

export interface LinkedPort {
  port: MessagePortLike;
  deliver(data: Wire): void;
  closed(): void;
  /** What arrived but was not read; afterwards the port is dead, because it was given away. */
  detach(): Wire[];
}

/** Messages wait until `start()`, as in Electron. */
export function createMessagePort(link: PortLink): LinkedPort {
  const emitter = new EventEmitter();
  const queue: Wire[] = [];
  let state: 'waiting' | 'started' | 'dead' = 'waiting';
  let otherEndClosed = false;

  const emitMessage = (data: Wire): boolean =>
    emitter.emit('message', { data: codec.decode(data), ports: [] });

  function die(): void {
    if (state === 'dead') return;
    state = 'dead';
    emitter.emit('close');
  }

  const port = Object.assign(emitter, {
    start(): void {
      if (state !== 'waiting') return;
      state = 'started';
      for (const data of queue.splice(0)) emitMessage(data);
      if (otherEndClosed) die();
    },
    postMessage(message: unknown, transfer?: unknown[]): void {
      if (transfer?.length) throw new Error('electron host: a port inside a port message is not covered');
      const data = codec.encode(message);
      if (state !== 'dead') link.post(data);
    },
    close(): void {
      if (state === 'dead') return;
      link.close();
      die();
    },
  });

  return {
    port,
    deliver(data) {
      if (state === 'started') emitMessage(data);
      else if (state === 'waiting') queue.push(data);
    },
    closed() {
      otherEndClosed = true;
      if (state === 'started' || queue.length === 0) die();
    },
    detach() {
      state = 'dead';
      return queue.splice(0);
    },
  };
}
