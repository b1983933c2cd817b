// Printing over real TCP: what reaches the printer, what the desk learns of it, and when it is asked.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../electron/backend/devices/printer/printer-transport.ts';
import { freePort, openDesk, simulatedPrinter, transportTo, until } from './printer-desk.ts';

const never = new AbortController().signal;
const slip = Buffer.from('\x1b@Invented slip\n', 'latin1');
/** More than a slip ever has, so that it does not fit into the buffers of the network. */
const longSlip = Buffer.concat(Array.from({ length: 6000 }, (_, line) => Buffer.from(`line ${line}\n`)));

describe('a network printer', () => {
  test('that is well gets every byte, and the desk knows that it printed', async () => {
    await using printer = await simulatedPrinter();
    expect(await transportTo(printer.port).send(slip, never)).toEqual({
      outcome: 'printed',
      paperNearEnd: false,
    });
    expect(printer.jobs).toMatchObject([{ complete: true, problem: null }]);
    expect(printer.jobs[0]?.bytes).toEqual(slip);
  });

  test('near the end of its roll prints and says so', async () => {
    await using printer = await simulatedPrinter('nearEnd');
    expect(await transportTo(printer.port).send(slip, never)).toEqual({
      outcome: 'printed',
      paperNearEnd: true,
    });
  });

  test('that is switched off is refused before any byte', async () => {
    const outcome = await transportTo(await freePort()).send(slip, never);
    expect(outcome).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
  });

  test.each([
    ['paperOut', 'PAPER_OUT'],
    ['coverOpen', 'COVER_OPEN'],
    ['closesAtOnce', 'CLOSED_EARLY'],
  ] as const)('that is in state %s gets not one byte of the slip', async (behaviour, problem) => {
    await using printer = await simulatedPrinter(behaviour);
    expect(await transportTo(printer.port).send(slip, never)).toEqual({ outcome: 'refused', problem });
    expect(printer.jobs).toEqual([]);
  });

  test('that runs out of paper within a slip leaves it to a person to look', async () => {
    await using printer = await simulatedPrinter('losesPaper');
    const outcome = await transportTo(printer.port).send(slip, never);
    expect(outcome).toEqual({ outcome: 'unknown', problem: 'PAPER_OUT' });
  });

  test('that never answers prints all the same, and is not asked again', async () => {
    await using printer = await simulatedPrinter('mute');
    const transport = transportTo(printer.port);
    const printed: Outcome = { outcome: 'printed', paperNearEnd: false };
    expect(await transport.send(slip, never)).toEqual(printed);
    expect(await transport.send(slip, never)).toEqual(printed);
    expect(printer.jobs.map((job) => job.bytes)).toEqual([slip, slip]);
  });

  test('that breaks the line within a slip leaves it to a person to look', async () => {
    await using printer = await simulatedPrinter('resetsMidJob');
    const outcome = await transportTo(printer.port).send(longSlip, never);
    expect(outcome).toEqual({ outcome: 'unknown', problem: 'CONNECTION_LOST' });
  });

  test('that accepts the call and does nothing leaves it to a person to look', async () => {
    await using printer = await simulatedPrinter('neverReads');
    const outcome = await transportTo(printer.port).send(slip, never);
    expect(outcome).toEqual({ outcome: 'unknown', problem: 'NO_ANSWER' });
  });

  test('that stops taking bytes of a long slip is given up and left to a person', async () => {
    await using printer = await simulatedPrinter('neverReads');
    const huge = Buffer.alloc(32 * 1024 * 1024, 'slip\n');
    const outcome = await transportTo(printer.port).send(huge, never);
    expect(outcome).toEqual({ outcome: 'unknown', problem: 'STALLED' });
  });

  test('that reports by itself and reads slowly still gets the last byte', async () => {
    await using printer = await simulatedPrinter('reportsByItself');
    expect(await transportTo(printer.port).send(longSlip, never)).toMatchObject({ outcome: 'printed' });
    expect(printer.jobs[0]?.bytes.equals(longSlip)).toBe(true);
  });

  test('is left at once when the program stops, and the slip’s fate is told truly', async () => {
    await using printer = await simulatedPrinter('neverReads');
    const stop = new AbortController();
    const sending = transportTo(printer.port).send(slip, stop.signal);
    stop.abort();
    expect(await sending).toEqual({ outcome: 'refused', problem: 'STOPPED' });
  });

  test('is never sent an empty job', async () => {
    await expect(transportTo(9).send(Buffer.alloc(0), never)).rejects.toThrow(RangeError);
  });
});

describe('a desk with a network printer', () => {
  test('prints passes one after the other, never mixed', async () => {
    await using printer = await simulatedPrinter();
    await using desk = openDesk(printer.port);
    desk.queue.start();
    desk.print('zh-CN');
    desk.print('en');
    desk.print('zh-CN');
    await desk.queue.settled();
    expect(printer.jobs.map((job) => [job.complete, job.problem])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ]);
    expect(printer.jobs[0]?.bytes).toEqual(printer.jobs[2]?.bytes);
    expect(desk.store.open()).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  test('goes on while the printer is off, and prints when it is switched on', async () => {
    const port = await freePort();
    await using desk = openDesk(port);
    desk.queue.start();
    const id = desk.print();
    await until(() => desk.store.find(id)?.state === 'failed');
    expect(desk.store.find(id)?.problem).toBe('UNREACHABLE');
    await using printer = await simulatedPrinter('healthy', port);
    await until(() => desk.store.find(id)?.state === 'printed');
    expect(printer.jobs).toHaveLength(1);
  });

  test.each([
    ['for paper', 'paperOut', 'PAPER_OUT'],
    ['for its cover to be closed', 'coverOpen', 'COVER_OPEN'],
  ] as const)('waits %s without losing the pass, and says why', async (_what, behaviour, problem) => {
    await using printer = await simulatedPrinter(behaviour);
    await using desk = openDesk(printer.port);
    desk.queue.start();
    const id = desk.print();
    await until(() => desk.store.find(id)?.state === 'failed');
    expect(desk.store.find(id)?.problem).toBe(problem);
    expect(desk.queue.condition().problem).toBe(problem);
    printer.behave('nearEnd');
    await until(() => desk.store.find(id)?.state === 'printed');
    expect(printer.jobs).toHaveLength(1);
    expect(desk.queue.condition()).toEqual({ problem: null, paperNearEnd: true });
  });

  test('asks before a pass is printed again after the line broke', async () => {
    await using printer = await simulatedPrinter('resetsMidJob');
    await using desk = openDesk(printer.port);
    desk.queue.start();
    const id = desk.print();
    await until(() => desk.store.find(id)?.state === 'unknown');
    printer.behave('healthy');
    const next = desk.print('en');
    await until(() => desk.store.find(next)?.state === 'printed');
    expect(desk.store.find(id)).toMatchObject({ state: 'unknown', attempts: 1 });
    expect(printer.jobs.filter((job) => job.complete)).toHaveLength(1);
    desk.queue.resolve(id, 'printAgain');
    await until(() => desk.store.find(id)?.state === 'printed');
    expect(printer.jobs.filter((job) => job.complete)).toHaveLength(2);
  });

  test('that was killed while a pass was on the line asks about it after the restart', async () => {
    await using printer = await simulatedPrinter('neverReads');
    const killed = openDesk(printer.port);
    killed.queue.start();
    const id = killed.print();
    await until(() => killed.store.find(id)?.state === 'sending');
    killed.drop();

    printer.behave('healthy');
    await using desk = openDesk(printer.port, killed.folder);
    desk.queue.start();
    await desk.queue.settled();
    expect(desk.store.find(id)).toMatchObject({ state: 'unknown', problem: 'INTERRUPTED' });
    expect(printer.jobs).toEqual([]);
    await killed.queue.stop();
  });
});
