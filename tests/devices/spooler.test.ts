// The system's own queues (CUPS), on a real printing system of our own: what prints, what does not, what is left behind.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createCupsTransport,
  listCupsQueues,
  type CupsLimits,
} from '../../electron/backend/devices/printer/cups-transport.ts';
import { freePort, openDesk, simulatedPrinter, until } from './printer-desk.ts';
import { startPrivateCups, type PrivateCups } from './private-cups.ts';

const never = new AbortController().signal;
const limits: CupsLimits = { callMs: 20_000, jobMs: 2000, lookMs: 50 };
const slip = Buffer.from('\x1b@\x1c&Invented slip \xb7\xc3\xbf\xcd\n', 'latin1');

let system: PrivateCups;
beforeAll(async () => {
  system = await startPrivateCups();
});
afterAll(() => system[Symbol.asyncDispose]());

const queueNamed = (queue: string, more: Partial<CupsLimits> = {}) =>
  createCupsTransport({ queue, server: system.server, limits: { ...limits, ...more } });

const waitingIn = (queue: string) => system.cups('lpstat', '-W', 'not-completed', '-o', queue);

describe('a printer behind the system’s queue', () => {
  test('gets every byte untouched, and the desk knows that it printed', async () => {
    await using printer = await simulatedPrinter();
    await system.addQueue('SLIP80', printer.port);
    const sent = await queueNamed('SLIP80', { jobMs: 20_000 }).send(slip, never);
    expect(sent).toEqual({ outcome: 'printed', paperNearEnd: false });
    expect(printer.jobs.map((job) => job.bytes)).toEqual([slip]);
  });

  test('is in the list of queues', async () => {
    await system.addQueue('FRONT-DESK', await freePort());
    expect(await listCupsQueues(system.server)).toContain('FRONT-DESK');
  });

  test('that is switched off leaves the slip to a person, and no job in the queue', async () => {
    await system.addQueue('OFF', await freePort());
    const sent = await queueNamed('OFF').send(slip, never);
    expect(sent).toEqual({ outcome: 'unknown', problem: 'NO_ANSWER' });
    await vi.waitFor(async () => expect(await waitingIn('OFF')).toBe(''), 20_000);
  });

  test('whose queue is switched off gets nothing, now or later', async () => {
    await using printer = await simulatedPrinter();
    await system.addQueue('PAUSED', printer.port);
    await system.cups('cupsdisable', 'PAUSED');
    const sent = await queueNamed('PAUSED').send(slip, never);
    expect(sent).toEqual({ outcome: 'refused', problem: 'SPOOLER_STOPPED' });
    expect(await waitingIn('PAUSED')).toBe('');
  });

  test('whose queue takes no jobs gets nothing', async () => {
    await system.addQueue('CLOSED', await freePort());
    await system.cups('cupsreject', 'CLOSED');
    const sent = await queueNamed('CLOSED').send(slip, never);
    expect(sent).toEqual({ outcome: 'refused', problem: 'SPOOLER_STOPPED' });
  });

  test('whose job somebody cancels leaves the slip to a person', async () => {
    await system.addQueue('CANCELLED', await freePort());
    const sending = queueNamed('CANCELLED', { jobMs: 20_000 }).send(slip, never);
    await vi.waitFor(async () => expect(await waitingIn('CANCELLED')).not.toBe(''), 20_000);
    await system.cups('cancel', '-a', 'CANCELLED');
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'SPOOLER_FAILED' });
  });

  test('is left when the program stops, with no job in the queue', async () => {
    await system.addQueue('STOPPED', await freePort());
    const stop = new AbortController();
    const sending = queueNamed('STOPPED', { jobMs: 20_000 }).send(slip, stop.signal);
    await vi.waitFor(async () => expect(await waitingIn('STOPPED')).not.toBe(''), 20_000);
    stop.abort();
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'STOPPED' });
    await vi.waitFor(async () => expect(await waitingIn('STOPPED')).toBe(''), 20_000);
  });

  test.each(['NO-SUCH-QUEUE', 'SLIP80; cancel -a', '$(cancel -a)'])(
    'that the system does not have, such as "%s", is refused',
    async (queue) => {
      const sent = await queueNamed(queue).send(slip, never);
      expect(sent).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    },
  );
});

test('without a printing system there are no queues, and a slip for one is refused', async () => {
  const server = `127.0.0.1:${await freePort()}`;
  expect(await listCupsQueues(server)).toEqual([]);
  expect(await createCupsTransport({ queue: 'SLIP80', server, limits }).send(slip, never)).toEqual({
    outcome: 'refused',
    problem: 'UNREACHABLE',
  });
});

test('a desk asks before it prints again what may be in the printer behind a queue', async () => {
  const port = await freePort();
  await system.addQueue('DESK', port);
  // Only what is printed in the end is waited for long.
  let queue = queueNamed('DESK');
  await using desk = openDesk({ send: (bytes, signal) => queue.send(bytes, signal) });
  desk.queue.start();
  const id = desk.print();
  await until(() => desk.store.find(id)?.state === 'unknown');
  await using printer = await simulatedPrinter('healthy', port);
  desk.queue.wake();
  await desk.queue.settled();
  expect(desk.store.find(id)?.attempts).toBe(1);
  expect(printer.jobs).toEqual([]);
  queue = queueNamed('DESK', { jobMs: 60_000 });
  desk.queue.resolve(id, 'printAgain');
  await until(() => desk.store.find(id)?.state === 'printed');
  expect(printer.jobs).toHaveLength(1);
});
