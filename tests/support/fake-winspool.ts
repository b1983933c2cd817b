// The printing system of Windows for tests: behind the same interface, with a notebook of what it was asked.
import { MessageChannel } from 'node:worker_threads';
import {
  createRemoteWinspool,
  serveWinspool,
  type RemoteWinspool,
} from '../../electron/backend/devices/printer/winspool-thread.ts';
import { WinspoolError, type Winspool } from '../../electron/backend/devices/printer/winspool.ts';

export interface FakeSpooler {
  readonly queues?: readonly string[];
  /** Takes no more bytes than this at a time. */
  readonly takes?: number;
  /** The error code of a call that fails. */
  readonly fails?: Partial<Record<keyof Winspool, number>>;
  readonly printerStatus?: number;
  /** What it says of the job, look by look; the last one stays. Null: it is gone. */
  readonly jobStatus?: readonly (number | null)[];
}

const PRINTER = 0x7ff6_0001;
const JOB = 41;

export interface FakeWinspool {
  readonly winspool: Winspool;
  /** The calls, in order, but for looks at the job. */
  readonly calls: string[];
  /** What was written, and whether it was thrown away. */
  readonly paper: () => Buffer;
}

export function fakeWinspool(spooler: FakeSpooler = {}): FakeWinspool {
  const { queues = ['前台小票'], takes = 65_536, fails = {}, printerStatus = 0 } = spooler;
  const stands = [...(spooler.jobStatus ?? [null])];
  const calls: string[] = [];
  let written = Buffer.alloc(0);
  const called = (call: keyof Winspool, detail: unknown = ''): void => {
    calls.push(`${call} ${String(detail)}`.trim());
    const code = fails[call];
    if (code !== undefined) throw new WinspoolError(call, code);
  };
  const known = (call: keyof Winspool, printer: number | bigint, detail: unknown = ''): void => {
    called(call, detail);
    if (Number(printer) !== PRINTER) throw new WinspoolError(call, 6);
  };
  const winspool: Winspool = {
    queues() {
      called('queues');
      return [...queues];
    },
    open(queue) {
      called('open', queue);
      if (!queues.includes(queue)) throw new WinspoolError('open', 1801);
      return PRINTER;
    },
    printerStatus(printer) {
      known('printerStatus', printer);
      return printerStatus;
    },
    startDoc(printer, title) {
      known('startDoc', printer, title);
      return JOB;
    },
    startPage: (printer) => known('startPage', printer),
    write(printer, bytes) {
      const part = bytes.subarray(0, takes);
      known('write', printer, part.length);
      written = Buffer.concat([written, part]);
      return part.length;
    },
    endPage: (printer) => known('endPage', printer),
    endDoc: (printer) => known('endDoc', printer),
    abort(printer) {
      known('abort', printer);
      written = Buffer.alloc(0);
    },
    jobStatus: () => (stands.length > 1 ? stands.shift() : stands[0]) ?? null,
    deleteJob: (printer, job) => known('deleteJob', printer, job),
    close: (printer) => known('close', printer),
  };
  return { winspool, calls, paper: () => written };
}

/** The calls over a message port, as the program makes them over a thread's. */
export function remotely(load: () => Promise<Winspool>, limitMs = 5000): RemoteWinspool {
  const { port1, port2 } = new MessageChannel();
  serveWinspool(load, port1);
  port1.unref();
  return createRemoteWinspool(limitMs, () => port2);
}
