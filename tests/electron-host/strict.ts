// Makes a gap in the host loud: whatever it does not cover throws, instead of being silently undefined.
import { EventEmitter } from 'node:events';

export type Listener = Parameters<EventEmitter['on']>[1];

/** Names that Node, Playwright and promises look for on any object. */
const HARMLESS = new Set(['then', 'catch', 'toJSON', 'nodeType', 'inspect', 'window', 'asymmetricMatch']);

/** The same object, except that reading a property it does not have throws. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key): unknown {
      if (key in object || typeof key === 'symbol' || HARMLESS.has(key)) return Reflect.get(object, key);
      throw new Error(`The electron host does not cover ${name}.${key}; see tests/electron-host/README.md`);
    },
  });
}

export interface HostEvents<Name extends string> {
  on(event: Name, listener: Listener): void;
  once(event: Name, listener: Listener): void;
  off(event: Name, listener: Listener): void;
  removeListener(event: Name, listener: Listener): void;
  emit(event: Name, ...args: unknown[]): boolean;
  listenerCount(event: Name): number;
}

/** An event emitter that refuses events which the host never emits. */
export function createEvents<Name extends string>(owner: string, names: readonly Name[]): HostEvents<Name> {
  const emitter = new EventEmitter();
  function known(event: Name): Name {
    if (names.includes(event)) return event;
    throw new Error(`The electron host does not cover the event '${event}' of ${owner}`);
  }
  return {
    on: (event, listener) => void emitter.on(known(event), listener),
    once: (event, listener) => void emitter.once(known(event), listener),
    off: (event, listener) => void emitter.off(known(event), listener),
    removeListener: (event, listener) => void emitter.off(known(event), listener),
    emit: (event, ...args) => emitter.emit(known(event), ...args),
    listenerCount: (event) => emitter.listenerCount(known(event)),
  };
}

export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function createPreventableEvent(): PreventableEvent {
  let prevented = false;
  return {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
}
