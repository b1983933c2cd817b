// Winspool's calls made on a thread of their own, each with a time limit: they block, and the desk must not.
import { Worker, type MessagePort } from 'node:worker_threads';
import { workerFile } from '../../shared/worker-file.ts';
import { WINDOWS_ERRORS, WinspoolError, type Winspool } from './winspool.ts';

/** The same calls, answered later. */
export type RemoteWinspool = {
  readonly [Name in keyof Winspool]: (
    ...args: Parameters<Winspool[Name]>
  ) => Promise<ReturnType<Winspool[Name]>>;
};

interface Order {
  readonly id: number;
  readonly call: keyof Winspool;
  readonly args: readonly unknown[];
}

type Answer =
  | { readonly id: number; readonly value: unknown }
  /** `load`: there is no winspool.drv, or no thread. */
  | { readonly id: number; readonly failed: 'call' | 'load'; readonly code: number };

/** On the thread: makes the calls in the order in which they come. */
export function serveWinspool(load: () => Promise<Winspool>, port: MessagePort): void {
  const loaded = load();
  const answerTo = async ({ id, call, args }: Order): Promise<Answer> => {
    try {
      const winspool = await loaded;
      const make = winspool[call] as (...given: readonly unknown[]) => unknown;
      return { id, value: make(...args) };
    } catch (error) {
      const made = error instanceof WinspoolError && error.call !== 'load';
      return { id, failed: made ? 'call' : 'load', code: made ? error.code : 0 };
    }
  };
  port.on('message', (order: Order) => void answerTo(order).then((answer) => port.postMessage(answer)));
}

/** What a worker and a message port have in common. */
export type Thread = Pick<MessagePort, 'postMessage' | 'unref'> & {
  on(event: 'message', listener: (answer: Answer) => void): unknown;
  once(event: 'error' | 'exit', listener: () => void): unknown;
};

const startWorker = (): Thread => new Worker(workerFile('winspool.worker', import.meta.url));

/**
 * The desk's side. The thread starts with the first call and keeps no program alive. A call that takes longer than
 * `limitMs` rejects with TIMEOUT; its thread is left behind, as no blocked thread can be ended, and the next call gets a
 * new one.
 */
export function createRemoteWinspool(limitMs: number, start: () => Thread = startWorker): RemoteWinspool {
  let thread: Thread | null = null;
  let lastId = 0;
  const waiting = new Map<number, (answer: Answer) => void>();

  const leave = (gone: Thread, failed: 'call' | 'load', code: number): void => {
    if (thread !== gone) return;
    thread = null;
    for (const [id, settle] of waiting) settle({ id, failed, code });
  };
  const begin = (): Thread => {
    const started = start();
    started.unref();
    started.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
    started.once('error', () => leave(started, 'load', 0));
    started.once('exit', () => leave(started, 'load', 0));
    return started;
  };

  const make = async (call: keyof Winspool, args: readonly unknown[]): Promise<unknown> => {
    const own = (thread ??= begin());
    lastId += 1;
    const order: Order = { id: lastId, call, args };
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(order.id, resolve);
    const late = setTimeout(() => leave(own, 'call', WINDOWS_ERRORS.TIMEOUT), limitMs);
    own.postMessage(order);
    const answer = await promise;
    clearTimeout(late);
    waiting.delete(order.id);
    if ('failed' in answer) throw new WinspoolError(answer.failed === 'load' ? 'load' : call, answer.code);
    return answer.value;
  };
  const remote =
    <Name extends keyof Winspool>(call: Name) =>
    (...args: Parameters<Winspool[Name]>) =>
      make(call, args) as Promise<ReturnType<Winspool[Name]>>;

  return {
    queues: remote('queues'),
    open: remote('open'),
    printerStatus: remote('printerStatus'),
    startDoc: remote('startDoc'),
    startPage: remote('startPage'),
    write: remote('write'),
    endPage: remote('endPage'),
    endDoc: remote('endDoc'),
    abort: remote('abort'),
    jobStatus: remote('jobStatus'),
    deleteJob: remote('deleteJob'),
    close: remote('close'),
  };
}
