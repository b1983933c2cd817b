// An admin tries the card reader, and replaces it while the desk works; of the card only its layout is told.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import { openCardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { openTestDesk } from '../support/desk.ts';
import { cableForTest } from '../support/pty.ts';
import { fixtureFrame, readerAt } from './card-reader-desk.ts';

const timers = { setTimeout, clearTimeout };
const mainland = fixtureFrame('mainland');

describe('a reader', () => {
  const plugged = async () => {
    const cable = await cableForTest();
    const simulator = await openCardReaderSimulator({ path: cable.devicePath, timers });
    onTestFinished(() => simulator.close());
    return { cable, simulator };
  };

  test('is tried with a card, of which only the layout is told, and nobody hears of the card', async () => {
    const { cable, simulator } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const heard: DeskMessage[] = [];
    const messages = await (await desk.signedIn()).desk.watch();
    const listening = (async () => {
      for await (const message of messages) heard.push(message);
    })().catch((error: unknown) => {
      // How a stream ends that is left while it waits.
      if (!(error instanceof Error && error.name === 'AbortError')) throw error;
    });

    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    simulator.present(mainland);
    expect(await testing).toEqual({ outcome: 'card', layout: 'mainland' });
    // It still lies there, and the reader reports a card only once.
    expect(await admin.devices.testReader({ seconds: 20 })).toEqual({ outcome: 'card', layout: 'mainland' });
    expect(heard.every((message) => message.kind === 'status')).toBe(true);

    simulator.remove();
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'cardRemoved' }), 20_000);
    simulator.present(mainland);
    await vi.waitFor(() => expect(heard.map(({ kind }) => kind)).toContain('card'), 20_000);
    await messages.return?.(undefined);
    await listening;
    const kept = readdirSync(desk.folder).map((name) => readFileSync(join(desk.folder, name), 'latin1'));
    expect(kept.join('')).not.toContain('110101199003070011');
  });

  test('whose card cannot be trusted says so in its test', async () => {
    const { cable, simulator } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    simulator.misbehave({ status: 0x31 }, { commands: ['read'] });
    simulator.present(mainland);
    expect(await testing).toEqual({ outcome: 'refused', reason: 'AUTHENTICATION' });
  });

  test('without a card, or unplugged, or not set up, says how it stands', async () => {
    const { cable } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    expect(await admin.devices.testReader({ seconds: 60 })).toEqual({
      outcome: 'noCard',
      state: 'off',
      cause: null,
    });
    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    expect(await admin.devices.testReader({ seconds: 1 })).toEqual({
      outcome: 'noCard',
      state: 'ready',
      cause: null,
    });
    await cable.unplug();
    await admin.devices.setReader({ reader: readerAt('/dev/ttyUSB250') });
    expect(await admin.devices.testReader({ seconds: 1 })).toEqual({
      outcome: 'noCard',
      state: 'offline',
      cause: 'PORT_NOT_FOUND',
    });
  });

  test('that is replaced lets go of its port, and the new one reads', async () => {
    const first = await plugged();
    const second = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    await admin.devices.setReader({ reader: readerAt(first.cable.deskPath) });
    await vi.waitFor(async () => expect((await admin.desk.status()).reader).toBe('ready'), 20_000);
    await admin.devices.setReader({ reader: readerAt(second.cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    first.simulator.present(mainland);
    second.simulator.present(fixtureFrame('hmt'));
    expect(await testing).toEqual({ outcome: 'card', layout: 'hmtResidence' });
    await admin.devices.setReader({ reader: readerAt(first.cable.deskPath) });
    expect(await admin.devices.testReader({ seconds: 20 })).toEqual({ outcome: 'card', layout: 'mainland' });
  });
});
