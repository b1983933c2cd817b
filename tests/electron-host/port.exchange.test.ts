// Ports keep their messages in order whoever holds them, and tell of a closed end once.
import { beforeEach, expect, test } from 'vitest';
import { createMainPorts } from './port.channel.ts';
import type { MainPorts } from './port.channel.ts';
import { createPortExchange } from './port.exchange.ts';
import type { PortExchange } from './port.exchange.ts';
import type { MessagePortLike } from './port.message-port.ts';
import type { Wire } from './wire.codec.ts';

let exchange: PortExchange;
let ports: MainPorts;

beforeEach(() => {
  exchange = createPortExchange();
  ports = createMainPorts(exchange);
});

function listen(port: MessagePortLike): unknown[] {
  const heard: unknown[] = [];
  port.on('message', ({ data }: { data: unknown }) => heard.push(data));
  port.on('close', () => heard.push('closed'));
  return heard;
}

test('messages wait until the port is started', () => {
  const { port1, port2 } = ports.createChannel();
  const heard = listen(port2);
  port1.postMessage({ key: 1 });
  expect(heard).toEqual([]);
  port2.start();
  port1.postMessage({ key: 2 });
  expect(heard).toEqual([{ key: 1 }, { key: 2 }]);
});

test('a port given away takes along what nobody had read', () => {
  const { port1, port2 } = ports.createChannel();
  port1.postMessage('before');
  const id = ports.take(port2);
  port1.postMessage('on the way');
  const held: Wire[] = [];
  exchange.hold(id, { deliver: (data) => held.push(data), closed: () => held.push('closed') });
  port1.postMessage('after');
  port1.close();
  expect(held).toEqual(['before', 'on the way', 'after', 'closed']);
});

test('the other end hears of a close once, after what was sent before', () => {
  const { port1, port2 } = ports.createChannel();
  const heard = listen(port2);
  port1.postMessage('last words');
  port1.close();
  port1.close();
  port1.postMessage('too late');
  port2.start();
  expect(heard).toEqual(['last words', 'closed']);
});

test('a port can be given away once', () => {
  const { port1 } = ports.createChannel();
  ports.take(port1);
  expect(() => ports.take(port1)).toThrow('Invalid value for transfer');
  expect(() => ports.take({})).toThrow('Invalid value for transfer');
});

test('what is held after the other end closed is told at once', () => {
  const { port1, port2 } = ports.createChannel();
  const id = ports.take(port2);
  port1.close();
  const held: string[] = [];
  exchange.hold(id, { deliver: () => held.push('message'), closed: () => held.push('closed') });
  expect(held).toEqual(['closed']);
});
