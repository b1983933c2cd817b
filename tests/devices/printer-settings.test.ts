// An admin tries the printer, and replaces it under the desk's hands: every pass that waits is printed once or asked about.
import { safe } from '@orpc/client';
import { describe, expect, test, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';
import { freePort, printerAt, simulatedPrinter } from './printer-desk.ts';

const jobStates = async (api: ApiClient) => (await api.desk.status()).jobs.map((job) => job.state);
const printerState = async (api: ApiClient) => (await api.desk.status()).printer;

describe('a printer', () => {
  test('is tried with a test page that says where it stands, in its user’s language, and leaves no job', async () => {
    await using printer = await simulatedPrinter('nearEnd');
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(printer.port) });
    expect(await api.devices.testPrinter()).toEqual({ outcome: 'printed', paperNearEnd: true });
    const words = JSON.stringify(printer.jobs[0]?.lines);
    for (const part of ['测试大厦', '打印测试', '大堂', '2026-11-21 09:30']) expect(words).toContain(part);
    expect((await api.desk.status()).jobs).toEqual([]);
  });

  test.each([
    ['paperOut', { outcome: 'refused', problem: 'PAPER_OUT' }],
    ['losesPaper', { outcome: 'unknown', problem: 'PAPER_OUT' }],
    ['closesAtOnce', { outcome: 'refused', problem: 'CLOSED_EARLY' }],
  ] as const)('that is in state %s says so in its test', async (behaviour, told) => {
    await using printer = await simulatedPrinter(behaviour);
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(printer.port) });
    expect(await api.devices.testPrinter()).toEqual(told);
    expect(await api.desk.status()).toMatchObject({ printer: 'trouble', printerProblem: told.problem });
  });

  test('that a test does not reach is not called ready until it prints again', async () => {
    const port = await freePort();
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(port) });
    expect(await printerState(api)).toBe('ready');
    expect(await api.devices.testPrinter()).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    expect(await api.desk.status()).toMatchObject({ printer: 'trouble', printerProblem: 'UNREACHABLE' });
    await using _printer = await simulatedPrinter('healthy', port);
    expect(await api.devices.testPrinter()).toMatchObject({ outcome: 'printed' });
    expect(await api.desk.status()).toMatchObject({ printer: 'ready', printerProblem: null });
  });

  test('that is not set up cannot be tried', async () => {
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    expect((await safe(api.devices.testPrinter())).error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('near the end of its roll shows in the desk’s status', async () => {
    await using printer = await simulatedPrinter('nearEnd');
    await using desk = await openTestDesk({
      config: { printer: { host: '127.0.0.1', port: printer.port } },
    });
    const api = await desk.signedIn();
    expect(await api.desk.status()).toMatchObject({ paperNearEnd: false });
    await api.visitors.register(walkIn());
    await vi.waitFor(
      async () => expect(await api.desk.status()).toMatchObject({ paperNearEnd: true }),
      20_000,
    );
  });

  test('that is replaced hands its waiting passes to the new one, each printed once', async () => {
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const api = await desk.signedIn();
    await admin.devices.setPrinter({ printer: printerAt(await freePort()) });
    await api.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual(['failed']), 20_000);
    await admin.devices.setPrinter({ printer: null });
    expect(await printerState(api)).toBe('off');
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));

    await using printer = await simulatedPrinter();
    await admin.devices.setPrinter({ printer: printerAt(printer.port) });
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual([]), 20_000);
    expect(printer.jobs.map((job) => [job.complete, job.problem])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(await printerState(api)).toBe('ready');
  });

  test('that comes back after a night prints the passes of today and asks about those of yesterday', async () => {
    const port = await freePort();
    await using desk = await openTestDesk({ config: { printer: { host: '127.0.0.1', port } } });
    const evening = await desk.signedIn();
    const { id } = await evening.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(evening)).toEqual(['failed']), 20_000);
    desk.clock.advance(24 * HOUR);
    await desk.restart();
    await using printer = await simulatedPrinter('healthy', port);
    const api = await desk.signedIn('supervisor');
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));
    await vi.waitFor(() => expect(printer.jobs).toHaveLength(1), 20_000);
    const { jobs } = await api.desk.status();
    expect(jobs).toMatchObject([{ record: id, state: 'failed', problem: 'OUTDATED' }]);
    await api.desk.answerJob({ commandId: uuidv7(), job: jobs[0]?.id ?? 0, answer: 'cancel' });
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual([]), 20_000);
    expect(printer.jobs).toHaveLength(1);
  });

  test('that is replaced with a pass stuck in it asks about that pass, and the new one prints on', async () => {
    await using stuck = await simulatedPrinter('neverReads');
    await using printer = await simulatedPrinter();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const api = await desk.signedIn();
    await admin.devices.setPrinter({ printer: printerAt(stuck.port) });
    await api.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual(['sending']), 20_000);
    // Two at once: the later word holds.
    await Promise.all([
      admin.devices.setPrinter({ printer: null }),
      admin.devices.setPrinter({ printer: printerAt(printer.port) }),
    ]);
    expect(await jobStates(api)).toEqual(['unknown']);
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));
    await vi.waitFor(() => expect(printer.jobs).toHaveLength(1), 20_000);
    expect(await jobStates(api)).toEqual(['unknown']);
    expect(await printerState(api)).toBe('asks');
  });
});
