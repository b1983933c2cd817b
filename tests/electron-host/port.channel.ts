// MessageChannelMain, and the handing of its ports to pages and utility processes.
import type { PortExchange } from './port.exchange.ts';
import { createMessagePort } from './port.message-port.ts';
import type { LinkedPort, MessagePortLike } from './port.message-port.ts';

export interface MainPorts {
  createChannel(): { port1: MessagePortLike; port2: MessagePortLike };
  /** Takes a port out of main; its messages queue under the returned id until someone holds it. */
  take: (port: unknown) => number;
}

export function createMainPorts(exchange: PortExchange): MainPorts {
  const known = new WeakMap<object, { id: number; linked: LinkedPort }>();

  function createPort(id: number): MessagePortLike {
    const linked = createMessagePort({
      post: (data) => exchange.post(id, data),
      close: () => exchange.close(id),
    });
    exchange.hold(id, linked);
    known.set(linked.port, { id, linked });
    return linked.port;
  }

  return {
    createChannel() {
      const [first, second] = exchange.createChannel();
      return { port1: createPort(first), port2: createPort(second) };
    },
    take(port) {
      const entry = typeof port === 'object' && port !== null ? known.get(port) : undefined;
      if (!entry)
        throw new TypeError('Invalid value for transfer: not a MessagePortMain, or already given away');
      known.delete(port as object);
      exchange.release(entry.id, entry.linked.detach());
      return entry.id;
    },
  };
}
