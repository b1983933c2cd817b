// contextBridge: hands values and functions from the preload's world to the page's world, synchronously.
// Runs inside the page in both worlds; the two share only the DOM, so they call each other by DOM events,
// whose `detail` Chromium clones from one world to the other.

type AnyFunction = (...args: unknown[]) => unknown;

/** A value taken apart so that it can be cloned: functions and promises travel as numbers. */
export type Wrapped =
  | { kind: 'leaf'; value: unknown }
  | { kind: 'function' | 'promise'; id: number }
  | { kind: 'error'; message: string }
  | { kind: 'array'; parts: Wrapped[] }
  | { kind: 'object'; parts: [string, Wrapped][] };

export type BridgeMessage =
  | { type: 'expose'; key: string; value: Wrapped }
  | { type: 'call'; id: number; args: Wrapped }
  | { type: 'settle'; id: number; ok: boolean; value: Wrapped };

interface Reply {
  ok: boolean;
  value: Wrapped;
}

export interface Bridge {
  /** Defines `window[key]` in the other world; throws when it exists there or cannot be cloned. */
  expose: (key: string, value: unknown) => void;
}

/** Self-contained: its source text runs in the page. The two sides swap `incoming` and `outgoing`. */
export function createBridge(incoming: string, outgoing: string): Bridge {
  const functions: AnyFunction[] = [];
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  const NOT_CLONED = 'An object could not be cloned.';
  let lastPromise = 0;
  let reply: Reply | undefined;

  function send(message: BridgeMessage): unknown {
    reply = undefined;
    window.dispatchEvent(new CustomEvent(outgoing, { detail: message }));
    const answered = reply as Reply | undefined;
    if (!answered) throw new Error(NOT_CLONED);
    const value = unwrap(answered.value);
    if (answered.ok) return value;
    throw value;
  }

  function wrapPromise(promise: Promise<unknown>): Wrapped {
    const id = ++lastPromise;
    const settle = (ok: boolean) => (value: unknown) => {
      try {
        send({ type: 'settle', id, ok, value: wrap(value) });
      } catch (error) {
        send({ type: 'settle', id, ok: false, value: wrap(error) });
      }
    };
    promise.then(settle(true), settle(false));
    return { kind: 'promise', id };
  }

  function wrap(value: unknown): Wrapped {
    if (typeof value === 'function')
      return { kind: 'function', id: functions.push(value as AnyFunction) - 1 };
    if (typeof value === 'symbol') throw new Error(NOT_CLONED);
    if (typeof value !== 'object' || value === null) return { kind: 'leaf', value };
    if (Array.isArray(value)) return { kind: 'array', parts: value.map(wrap) };
    if (value instanceof Promise) return wrapPromise(value);
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Object.prototype.toString.call(value) !== '[object Object]') return { kind: 'leaf', value };
    return { kind: 'object', parts: Object.entries(value).map(([key, part]) => [key, wrap(part)]) };
  }

  function unwrap(wrapped: Wrapped): unknown {
    switch (wrapped.kind) {
      case 'leaf':
        return wrapped.value;
      case 'error':
        return new Error(wrapped.message);
      case 'array':
        return wrapped.parts.map(unwrap);
      case 'object':
        return Object.fromEntries(wrapped.parts.map(([key, part]) => [key, unwrap(part)]));
      case 'function':
        return (...args: unknown[]) => send({ type: 'call', id: wrapped.id, args: wrap(args) });
      case 'promise':
        return new Promise((resolve, reject) => promises.set(wrapped.id, { resolve, reject }));
    }
  }

  function freeze(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  function handle(message: BridgeMessage): unknown {
    switch (message.type) {
      case 'call':
        return functions[message.id]?.(...(unwrap(message.args) as unknown[]));
      case 'settle': {
        const promise = promises.get(message.id);
        promises.delete(message.id);
        return message.ok ? promise?.resolve(unwrap(message.value)) : promise?.reject(unwrap(message.value));
      }
      case 'expose':
        if (Object.hasOwn(window, message.key)) {
          throw new Error(
            `Cannot bind an API on top of an existing property on the window object: ${message.key}`,
          );
        }
        Object.defineProperty(window, message.key, {
          value: freeze(unwrap(message.value)),
          enumerable: true,
        });
    }
  }

  function answer(message: BridgeMessage | null): Reply {
    try {
      if (message === null) throw new Error(NOT_CLONED);
      return { ok: true, value: wrap(handle(message)) };
    } catch (error) {
      return { ok: false, value: wrap(error) };
    }
  }

  window.addEventListener(`${incoming}-reply`, (event) => {
    reply = (event as CustomEvent<Reply | null>).detail ?? undefined;
  });
  window.addEventListener(incoming, (event) => {
    const detail = answer((event as CustomEvent<BridgeMessage | null>).detail);
    window.dispatchEvent(new CustomEvent(`${outgoing}-reply`, { detail }));
  });

  return { expose: (key, value) => void send({ type: 'expose', key, value: wrap(value) }) };
}
