// The print queue at the desk: printers that are off, slips that may have come out, and people who are asked.
import { describe, expect, test } from 'vitest';
import type { Timers } from '../timers.ts';
import { PrintJobError, type PrintJob, type PrintJobState } from './print-jobs.rules.ts';
import { createPrintQueue, type PrintJobStore, type PrintQueueDeps } from './print-queue.ts';
import { PRINTER_PROFILES } from './printer-profile.ts';
import type { Outcome, Transport } from './printer-transport.ts';
import { slip, text } from './slip.ts';

const printed: Outcome = { outcome: 'printed', paperNearEnd: false };
const off: Outcome = { outcome: 'refused', problem: 'UNREACHABLE' };
const lost: Outcome = { outcome: 'unknown', problem: 'CONNECTION_LOST' };

function job(id: number, state: PrintJobState = 'queued'): PrintJob {
  return {
    id,
    record: id * 10,
    kind: 'visitor.pass',
    language: 'zh-CN',
    state,
    attempts: 0,
    createdAt: 0,
    updatedAt: 0,
    problem: null,
    reprint: 0,
  };
}

function memoryStore(jobs: readonly PrintJob[]): PrintJobStore {
  const kept = new Map(jobs.map((one) => [one.id, one]));
  return {
    open: () => [...kept.values()].filter((one) => one.state !== 'printed' && one.state !== 'cancelled'),
    find: (id) => kept.get(id),
    save: (one) => void kept.set(one.id, one),
  };
}

/** A printer that answers from a script and then always prints; remembers which records it was sent. */
function scriptedPrinter(...script: Outcome[]): Transport & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    async send(bytes) {
      sent.push(/record (\d+)/.exec(bytes.toString('latin1'))?.[1] ?? '');
      return script.shift() ?? printed;
    },
  };
}

/** Timers that note what was asked for and ring at once, until `limit` rings. */
function impatientTimers(limit: number): Timers & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    setTimeout: (run, ms) => {
      asked.push(ms);
      return setTimeout(asked.length <= limit ? run : () => {}, 0);
    },
    clearTimeout,
  };
}

const DAY = 24 * 60 * 60_000;
const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function desk(jobs: readonly PrintJob[], transport: Transport, more: Partial<PrintQueueDeps> = {}) {
  const store = more.store ?? memoryStore(jobs);
  const errors: unknown[] = [];
  const queue = createPrintQueue({
    store,
    transport,
    profile: PRINTER_PROFILES.rom80,
    loadRasteriser: () => Promise.reject(Object.assign(new Error('no font'), { code: 'NO_FONT' })),
    renderSlip: (one) => slip(one.language, text(`record ${one.record}`)),
    clock: { now: () => 1_000 },
    dayOf: utcDay,
    timers: impatientTimers(0),
    onChange: () => {},
    onError: (error) => errors.push(error),
    ...more,
  });
  const states = () => Object.fromEntries(jobs.map(({ id }) => [id, store.find(id)?.state]));
  return { queue, store, states, errors };
}

async function ringsUntil(timers: { readonly asked: number[] }, rings: number): Promise<void> {
  while (timers.asked.length < rings) await new Promise((next) => setTimeout(next, 0));
}

describe('the print queue', () => {
  test('prints in the order in which slips were asked for', async () => {
    const printer = scriptedPrinter();
    const { queue, states } = desk([job(1), job(2), job(3)], printer);
    queue.start();
    await queue.settled();
    expect(printer.sent).toEqual(['10', '20', '30']);
    expect(states()).toEqual({ 1: 'printed', 2: 'printed', 3: 'printed' });
  });

  test('prints a slip asked for in the moment in which it ran dry', async () => {
    const store = memoryStore([]);
    const printer = scriptedPrinter();
    const { queue } = desk([], printer, { store });
    queue.start();
    store.save(job(1));
    queue.wake();
    await queue.settled();
    expect(store.find(1)?.state).toBe('printed');
  });

  test('sends one job at a time', async () => {
    let onTheLine = 0;
    let most = 0;
    const transport: Transport = {
      async send() {
        onTheLine += 1;
        most = Math.max(most, onTheLine);
        await new Promise((next) => setTimeout(next, 1));
        onTheLine -= 1;
        return printed;
      },
    };
    const { queue } = desk([job(1), job(2), job(3)], transport);
    queue.start();
    queue.wake();
    queue.wake();
    await queue.settled();
    expect(most).toBe(1);
  });

  test('tries a printer that is off again after 1, 2, 5 and then every 10 seconds', async () => {
    const timers = impatientTimers(5);
    const printer = scriptedPrinter(off, off, off, off, off);
    const { queue, states, store } = desk([job(1), job(2)], printer, { timers });
    queue.start();
    await ringsUntil(timers, 5);
    while (states()[2] !== 'printed') await new Promise((next) => setTimeout(next, 0));
    expect(timers.asked).toEqual([1000, 2000, 5000, 10_000, 10_000]);
    expect(printer.sent).toEqual(['10', '10', '10', '10', '10', '10', '20']);
    expect(store.find(1)).toMatchObject({ state: 'printed', attempts: 6, problem: null });
  });

  test('shows a job as failed while its printer is off, and tries at once when the next visitor comes', async () => {
    const printer = scriptedPrinter(off);
    const { queue, states, store } = desk([job(1)], printer);
    queue.start();
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'failed', problem: 'UNREACHABLE' });
    expect(queue.condition().problem).toBe('UNREACHABLE');
    queue.wake();
    await queue.settled();
    expect(states()).toEqual({ 1: 'printed' });
    expect(queue.condition().problem).toBeNull();
  });

  test('asks about a slip that may have come out, and prints the others meanwhile', async () => {
    const printer = scriptedPrinter(lost);
    const { queue, states, store } = desk([job(1), job(2)], printer);
    queue.start();
    await queue.settled();
    expect(states()).toEqual({ 1: 'unknown', 2: 'printed' });
    queue.wake();
    await queue.settled();
    expect(printer.sent).toEqual(['10', '20']);
    expect(queue.resolve(1, 'printedFine').state).toBe('printed');
    expect(store.find(1)?.attempts).toBe(1);
  });

  test('prints an unknown slip again when told so, under the same id', async () => {
    const printer = scriptedPrinter(lost);
    const { queue, store } = desk([job(1)], printer);
    queue.start();
    await queue.settled();
    queue.resolve(1, 'printAgain');
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'printed', attempts: 2 });
  });

  test('asks about a slip that was on the line when the program ended', async () => {
    const printer = scriptedPrinter();
    const { queue, states, store } = desk([job(1, 'sending'), job(2)], printer);
    queue.start();
    await queue.settled();
    expect(states()).toEqual({ 1: 'unknown', 2: 'printed' });
    expect(store.find(1)?.problem).toBe('INTERRUPTED');
    expect(printer.sent).toEqual(['20']);
  });

  test('does not send what was cancelled, and refuses to cancel what is printed', async () => {
    const printer = scriptedPrinter();
    const { queue, states } = desk([job(1), job(2)], printer);
    queue.cancel(1);
    queue.start();
    await queue.settled();
    expect(states()).toEqual({ 1: 'cancelled', 2: 'printed' });
    expect(() => queue.cancel(2)).toThrow(PrintJobError);
    expect(() => queue.cancel(99)).toThrow('There is no print job 99');
    expect(() => queue.resolve(2, 'printAgain')).toThrow('Print job 2 is printed');
  });

  test('a slip that cannot be drawn waits for hands and does not hold up the others', async () => {
    const printer = scriptedPrinter();
    const { queue, store, errors } = desk([job(1), job(2)], printer, {
      renderSlip: (one) => slip(one.language, text(one.id === 1 ? '䶮' : `record ${one.record}`)),
    });
    queue.start();
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'failed', problem: 'NO_FONT', attempts: 0 });
    expect(store.find(2)?.state).toBe('printed');
    expect(errors).toHaveLength(1);
  });

  test('a record that is gone prints nothing', async () => {
    const printer = scriptedPrinter();
    const { queue, store } = desk([job(1)], printer, { renderSlip: () => null });
    queue.start();
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'cancelled', problem: 'NO_RECORD' });
    expect(printer.sent).toEqual([]);
  });

  test('a result that could not be kept, on a full disk, is kept later and the slip not printed twice', async () => {
    const inner = memoryStore([job(1)]);
    let full = true;
    const store: PrintJobStore = {
      ...inner,
      save: (one) => {
        if (one.state === 'printed' && full) throw new Error('disk full');
        inner.save(one);
      },
    };
    const printer = scriptedPrinter();
    const { queue, errors } = desk([job(1)], printer, { store });
    queue.start();
    await queue.settled();
    expect(errors).toHaveLength(1);
    expect(inner.find(1)?.state).toBe('sending');
    full = false;
    queue.wake();
    await queue.settled();
    expect(inner.find(1)?.state).toBe('printed');
    expect(printer.sent).toEqual(['10']);
  });

  test('stopped before the first byte, a job is queued again', async () => {
    const transport: Transport = {
      send: (_bytes, signal) =>
        new Promise((settle) => {
          signal.addEventListener('abort', () => settle({ outcome: 'refused', problem: 'STOPPED' }));
        }),
    };
    const { queue, states } = desk([job(1)], transport);
    queue.start();
    await new Promise((next) => setTimeout(next, 0));
    expect(states()).toEqual({ 1: 'sending' });
    await queue.stop();
    expect(states()).toEqual({ 1: 'queued' });
  });

  test('a slip of yesterday waits for a person when the printer comes back, and today’s prints', async () => {
    const printer = scriptedPrinter();
    const old = { ...job(1), createdAt: DAY - 60 * 60_000 };
    const fresh = { ...job(2), createdAt: DAY + 8 * 60 * 60_000 };
    let now = fresh.createdAt;
    const { queue, store } = desk([old, fresh], printer, { clock: { now: () => now } });
    queue.start();
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'failed', problem: 'OUTDATED', attempts: 0 });
    expect(printer.sent).toEqual(['20']);
    now += DAY;
    queue.resolve(1, 'printAgain');
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'printed', attempts: 1 });
  });

  test('a slip of yesterday that is asked for while the printer is off still prints today', async () => {
    const printer = scriptedPrinter(off);
    const { queue, store } = desk([job(1)], printer, { clock: { now: () => 2 * DAY } });
    queue.start();
    await queue.settled();
    queue.resolve(1, 'printAgain');
    await queue.settled();
    expect(store.find(1)).toMatchObject({ state: 'failed', problem: 'UNREACHABLE' });
    queue.wake();
    await queue.settled();
    expect(store.find(1)?.state).toBe('printed');
  });

  test('a slip asked for just before midnight prints just after it', async () => {
    const printer = scriptedPrinter();
    const { queue, store } = desk([{ ...job(1), createdAt: DAY - 1 }], printer, {
      clock: { now: () => DAY + 60_000 },
    });
    queue.start();
    await queue.settled();
    expect(store.find(1)?.state).toBe('printed');
  });

  test('stopped with grace, it lets the slip on the line come to its end and begins no other', async () => {
    let finish = (): void => {};
    const transport: Transport = {
      send: () => new Promise((settle) => (finish = () => settle(printed))),
    };
    const { queue, states } = desk([job(1), job(2)], transport, { timers: impatientTimers(0) });
    queue.start();
    await new Promise((next) => setTimeout(next, 0));
    const stopped = queue.stop(5_000);
    finish();
    await stopped;
    expect(states()).toEqual({ 1: 'printed', 2: 'queued' });
  });
});
