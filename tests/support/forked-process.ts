// Starts a process that has process.parentPort, as Electron's utility processes have, in plain Node.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';

export interface ForkOptions {
  /** It begins a group of its own, so that it can be killed with all that it started (`process.kill(-pid)`). */
  readonly leads?: boolean;
  /** A command that runs another one in worse circumstances: `['sh', '-c', 'ulimit -n 20; exec "$@"', 'sh']`. */
  readonly through?: readonly [command: string, ...words: string[]];
}

/** What goes to the process and comes back, by structured clone. */
export type ToForked =
  | { readonly kind: 'message'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'close'; readonly id: number };
export type FromForked =
  | { readonly kind: 'message'; readonly data: unknown }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown };

export interface ForkedProcess {
  readonly pid: number;
  /** `transfer`: ports whose other ends somebody here holds. */
  postMessage(data: unknown, transfer?: readonly MessagePort[]): void;
  on(event: 'message', listener: (data: unknown) => void): void;
  on(event: 'exit', listener: (code: number) => void): void;
  kill(signal?: NodeJS.Signals): boolean;
  /** Settles when the process has ended, however it did. */
  readonly gone: Promise<void>;
}

const PREAMBLE = fileURLToPath(new URL('./parent-port.mjs', import.meta.url));

/** The process ends by itself when this one does. */
export function forkWithPorts(modulePath: string, options: ForkOptions = {}): ForkedProcess {
  const node = [process.execPath, '--import', PREAMBLE] as const;
  const [execPath, ...execArgv] = [...(options.through ?? []), ...node] as [string, ...string[]];
  const child = fork(modulePath, {
    ...{ execPath, execArgv, serialization: 'advanced' },
    detached: options.leads ?? false,
  });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const ports = new Map<number, MessagePort>();
  const send = (message: ToForked) => child.connected && child.send(message, () => {});
  let nextPort = 1;

  child.on('message', (message: FromForked) => {
    if (message.kind === 'port') ports.get(message.id)?.postMessage(message.data);
  });
  child.once('exit', () => {
    for (const port of ports.values()) port.close();
    resolve();
  });
  child.once('error', () => resolve());

  function hold(port: MessagePort): number {
    const id = nextPort;
    nextPort += 1;
    ports.set(id, port);
    port.on('message', (data: unknown) => send({ kind: 'port', id, data }));
    port.on('close', () => {
      ports.delete(id);
      send({ kind: 'close', id });
    });
    return id;
  }

  return {
    pid: child.pid ?? 0,
    postMessage: (data, transfer = []) => void send({ kind: 'message', data, ports: transfer.map(hold) }),
    on(event: 'message' | 'exit', listener: (value: never) => void) {
      if (event === 'exit') child.on('exit', (code) => listener((code ?? 1) as never));
      else {
        child.on('message', (message: FromForked) => {
          if (message.kind === 'message') listener(message.data as never);
        });
      }
    },
    kill: (signal = 'SIGTERM') => child.kill(signal),
    gone,
  };
}
