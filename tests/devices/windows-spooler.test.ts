// A queue of Windows, with a fake in place of winspool.drv: the order of calls, partial writes, and what a failure means.
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import {
  createWindowsTransport,
  listWindowsQueues,
} from '../../electron/backend/devices/printer/windows-transport.ts';
import { createRemoteWinspool } from '../../electron/backend/devices/printer/winspool-thread.ts';
import { WINDOWS_ERRORS, WinspoolError } from '../../electron/backend/devices/printer/winspool.ts';
import { fakeWinspool, remotely, type FakeSpooler } from '../support/fake-winspool.ts';
import { openDesk, until } from './printer-desk.ts';

const never = new AbortController().signal;
const slip = Buffer.from('\x1b@\x1c&Invented slip \xb7\xc3\xbf\xcd\n', 'latin1');
const JOB = { BLOCKED: 0x200, PAPER_OUT: 0x40, PRINTED: 0x80, SPOOLING: 0x8, DELETING: 0x4 } as const;

function printerBehind(spooler: FakeSpooler = {}, jobMs = 2000) {
  const fake = fakeWinspool(spooler);
  const winspool = remotely(() => Promise.resolve(fake.winspool));
  const queue = '前台小票';
  return {
    ...fake,
    to: (other: string) => createWindowsTransport({ queue: other, winspool }),
    transport: createWindowsTransport({ queue, winspool, limits: { jobMs, lookMs: 5 } }),
  };
}

describe('a printer behind a queue of Windows', () => {
  test('gets every byte as one RAW document, in the order that Windows asks for', async () => {
    const printer = printerBehind({ jobStatus: [JOB.SPOOLING, JOB.PRINTED] });
    expect(await printer.transport.send(slip, never)).toEqual({ outcome: 'printed', paperNearEnd: false });
    expect(printer.paper()).toEqual(slip);
    expect(printer.calls).toEqual([
      'open 前台小票',
      'printerStatus',
      'startDoc Foyer',
      'startPage',
      `write ${slip.length}`,
      'endPage',
      'endDoc',
      'close',
    ]);
  });

  test('gets the rest where the spooler takes less than it is given', async () => {
    const printer = printerBehind({ takes: 7 });
    expect(await printer.transport.send(slip, never)).toMatchObject({ outcome: 'printed' });
    expect(printer.paper()).toEqual(slip);
    expect(printer.calls.filter((call) => call === 'write 7')).toHaveLength(Math.floor(slip.length / 7));
  });

  test('has printed what its queue no longer knows', async () => {
    const printer = printerBehind({ jobStatus: [JOB.SPOOLING, null] });
    expect(await printer.transport.send(slip, never)).toMatchObject({ outcome: 'printed' });
  });

  test.each([
    [0x1, 'SPOOLER_STOPPED'],
    [0x10, 'PAPER_OUT'],
    [0x40_0010, 'COVER_OPEN'],
    [0x8, 'PRINTER_ERROR'],
    [0x80, 'OFFLINE'],
    [0x1000, 'UNREACHABLE'],
  ])('whose status is %i beforehand gets nothing', async (printerStatus, problem) => {
    const printer = printerBehind({ printerStatus });
    expect(await printer.transport.send(slip, never)).toEqual({ outcome: 'refused', problem });
    expect(printer.calls).toEqual(['open 前台小票', 'printerStatus', 'close']);
  });

  test('that is out of paper midway keeps no job of ours, and a person is asked', async () => {
    const printer = printerBehind({ jobStatus: [JOB.SPOOLING, JOB.PAPER_OUT] }, 30);
    expect(await printer.transport.send(slip, never)).toEqual({ outcome: 'unknown', problem: 'PAPER_OUT' });
    expect(printer.calls.slice(-2)).toEqual(['deleteJob 41', 'close']);
  });

  test.each([[[JOB.DELETING]], [[JOB.BLOCKED, null]]])(
    'whose job somebody deleted (%j) leaves the slip to a person',
    async (jobStatus) => {
      const printer = printerBehind({ jobStatus });
      expect(await printer.transport.send(slip, never)).toEqual({
        outcome: 'unknown',
        problem: 'SPOOLER_FAILED',
      });
    },
  );

  test('is left when the program stops, with no job in the queue', async () => {
    const printer = printerBehind({ jobStatus: [JOB.SPOOLING] });
    const stop = new AbortController();
    const sending = printer.transport.send(slip, stop.signal);
    await until(() => printer.calls.includes('endDoc'));
    stop.abort();
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'STOPPED' });
    expect(printer.calls.slice(-2)).toEqual(['deleteJob 41', 'close']);
  });

  test('is not even opened by a program that is stopping', async () => {
    const printer = printerBehind();
    const sent = await printer.transport.send(slip, AbortSignal.abort());
    expect(sent).toEqual({ outcome: 'refused', problem: 'STOPPED' });
    expect(printer.calls).toEqual([]);
  });

  test('that Windows does not know is refused', async () => {
    const printer = printerBehind();
    const sent = await printer.to('no such queue').send(slip, never);
    expect(sent).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
  });
});

describe('a call that fails', () => {
  test.each([
    ['open', WINDOWS_ERRORS.ACCESS_DENIED, 'NOT_ALLOWED'],
    ['open', WINDOWS_ERRORS.SPOOLER_NOT_RUNNING, 'SPOOLER_STOPPED'],
    ['startDoc', WINDOWS_ERRORS.ACCESS_DENIED, 'NOT_ALLOWED'],
    ['startDoc', WINDOWS_ERRORS.BUSY, 'IN_USE'],
    ['startPage', 1, 'SPOOLER_FAILED'],
    ['write', 112, 'SPOOLER_FAILED'],
  ] as const)('at %s (%i) before the first byte is safe to try again', async (call, code, problem) => {
    const printer = printerBehind({ fails: { [call]: code } });
    expect(await printer.transport.send(slip, never)).toEqual({ outcome: 'refused', problem });
    expect(printer.paper()).toHaveLength(0);
    expect(printer.calls.filter((made) => made === 'close')).toHaveLength(call === 'open' ? 0 : 1);
  });

  test.each(['endPage', 'endDoc'] as const)('at %s throws the job away and asks a person', async (call) => {
    const printer = printerBehind({ fails: { [call]: 63 } });
    expect(await printer.transport.send(slip, never)).toEqual({
      outcome: 'unknown',
      problem: 'SPOOLER_FAILED',
    });
    expect(printer.calls.slice(-2)).toEqual(['abort', 'close']);
  });

  test('while the first bytes are on their way leaves in doubt whether they came out, and asks a person', async () => {
    const { winspool } = fakeWinspool();
    const slow = remotely(() => Promise.resolve(winspool), 200);
    const write = async (): Promise<number> => {
      throw new WinspoolError('write', WINDOWS_ERRORS.TIMEOUT);
    };
    const transport = createWindowsTransport({ queue: '前台小票', winspool: { ...slow, write } });
    expect(await transport.send(slip, never)).toEqual({ outcome: 'unknown', problem: 'STALLED' });
  });

  test('because the spooler takes no more bytes is a stall', async () => {
    const printer = printerBehind({ takes: 0 });
    expect(await printer.transport.send(slip, never)).toEqual({ outcome: 'refused', problem: 'STALLED' });
    expect(printer.calls.slice(-2)).toEqual(['abort', 'close']);
  });

  test('because a server is off blocks its thread and not the desk, and the next job has a new thread', async () => {
    const threads: Worker[] = [];
    const blocked =
      "parentPort.on('message', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))";
    const winspool = createRemoteWinspool(30, () => {
      const thread = new Worker(`const { parentPort } = require('node:worker_threads'); ${blocked}`, {
        eval: true,
      });
      threads.push(thread);
      return thread;
    });
    const transport = createWindowsTransport({ queue: '\\\\off\\slips', winspool });
    for (const nth of [1, 2]) {
      expect(await transport.send(slip, never)).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
      expect(threads).toHaveLength(nth);
    }
    await Promise.all(threads.map((thread) => thread.terminate()));
  });
});

test('the queues are listed by name; where there is no Windows there are none, and a slip is refused', async () => {
  const { winspool } = fakeWinspool({ queues: ['前台小票', '\\\\server\\slip'] });
  expect(await listWindowsQueues(remotely(() => Promise.resolve(winspool)))).toEqual([
    '前台小票',
    '\\\\server\\slip',
  ]);
  expect(await listWindowsQueues()).toEqual([]);
  expect(await createWindowsTransport({ queue: '前台小票' }).send(slip, never)).toEqual({
    outcome: 'refused',
    problem: 'UNREACHABLE',
  });
});

test('a desk asks before it prints again what may be in a queue of Windows', async () => {
  const printer = printerBehind({ jobStatus: [JOB.PAPER_OUT] }, 30);
  await using desk = openDesk(printer.transport);
  desk.queue.start();
  const id = desk.print();
  await until(() => desk.store.find(id)?.state === 'unknown');
  expect(desk.store.find(id)?.problem).toBe('PAPER_OUT');
  desk.queue.wake();
  await desk.queue.settled();
  expect(printer.calls.filter((call) => call.startsWith('startDoc'))).toHaveLength(1);
});
