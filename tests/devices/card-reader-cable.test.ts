// The reader's cable, pulled and plugged in again in every state of the talk.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sdtCommands } from '../../electron/backend/devices/card-reader/sdt-command.ts';
import { encodeFrame } from '../../electron/backend/devices/card-reader/sdt-frame.ts';
import {
  openCardReaderSimulator,
  type ReaderFault,
} from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { cableForTest } from '../support/pty.ts';
import { cards } from './card-reader-cards.ts';
import { deskAt, deskWithReader, fixtureFrame } from './card-reader-desk.ts';

const mainland = fixtureFrame('mainland');
const find = 'aaaaaa96690003200122';

describe('a cable', () => {
  it('pulled in idle and plugged in again goes on reading', async () => {
    const { pull, plugIn, becomes, next, reader } = await deskWithReader();
    await pull();
    await becomes('absent');
    expect(reader.state()).toEqual({ state: 'absent', cause: 'UNPLUGGED' });
    const again = await plugIn();
    await becomes('ready');
    again.present(mainland);
    expect((await next('card')).card).toEqual(cards.mainland);
  });

  it.each([
    ['before the answer', 'silence'],
    ['in the middle of the answer', 'truncated'],
  ] satisfies [string, ReaderFault][])(
    'pulled %s takes no old command to the next reader',
    async (_when, fault) => {
      const { simulator, pull, plugIn, becomes, next, heard } = await deskWithReader();
      simulator.misbehave(fault, { commands: ['read'] });
      simulator.present(mainland);
      while (!heard().includes('aaaaaa96690003300132')) await sleep(5);
      await pull();
      await becomes('absent');
      const again = await plugIn();
      again.present(mainland);
      expect((await next('card')).card).toEqual(cards.mainland);
      expect(heard().startsWith(find)).toBe(true);
    },
  );

  it.each(['find', 'select', 'read', 'presence'] as const)(
    'pulled while the reader owes the answer to %s comes back, with the card read anew',
    async (command) => {
      const { simulator, pull, plugIn, becomes, next, heard } = await deskWithReader();
      simulator.misbehave('silence', { commands: [command] });
      simulator.present(mainland);
      const asked = Buffer.from(encodeFrame(Uint8Array.from(sdtCommands[command]))).toString('hex');
      const before = heard().split(asked).length;
      while (heard().split(asked).length === before) await sleep(5);
      await pull();
      await becomes('absent');
      const again = await plugIn();
      again.present(fixtureFrame('hmt'));
      let shown = await next('card');
      if (command === 'presence') shown = await next('card');
      expect(shown.card).toEqual(cards.hmt);
      expect(heard().startsWith(find)).toBe(true);
    },
  );

  it.each<[string, ReaderFault, string]>([
    ['silent', 'silence', 'offline'],
    ['without a licence', { status: 0x66 }, 'fault'],
  ])('pulled from a reader that is %s comes back to one that is well', async (_how, fault, state) => {
    const { simulator, pull, plugIn, becomes, next } = await deskWithReader();
    simulator.misbehave(fault);
    await becomes(state);
    await pull();
    await becomes('absent');
    const again = await plugIn();
    again.present(mainland);
    expect((await next('card')).card).toEqual(cards.mainland);
  });

  it('pulled before the reader ever answered, and plugged into one that does, reads', async () => {
    const cable = await cableForTest();
    const desk = deskAt(cable.deskPath);
    await desk.becomes('connecting');
    await cable.unplug();
    await desk.becomes('absent');
    await cable.replug();
    const late = await openCardReaderSimulator({
      path: cable.devicePath,
      timers: { setTimeout, clearTimeout },
    });
    onTestFinished(() => late.close());
    late.present(mainland);
    expect((await desk.next('card')).card).toEqual(cards.mainland);
  });

  it('pulled from under a card that was refused forgets the refusal', async () => {
    const { simulator, pull, plugIn, next } = await deskWithReader();
    simulator.misbehave({ status: 0x31 }, { commands: ['read'] });
    simulator.present(mainland);
    expect((await next('refused')).reason).toBe('AUTHENTICATION');
    await pull();
    const again = await plugIn();
    again.misbehave({ status: 0x31 }, { commands: ['read'] });
    again.present(mainland);
    expect((await next('refused')).reason).toBe('AUTHENTICATION');
  });

  it('pulled with a card on the reader takes the card back, and reads it anew', async () => {
    const { simulator, pull, plugIn, next } = await deskWithReader();
    simulator.present(mainland);
    await next('card');
    await pull();
    await next('removed');
    const again = await plugIn();
    again.present(mainland);
    expect((await next('card')).card).toEqual(cards.mainland);
  });

  it('pulled five times comes back five times', async () => {
    const { pull, plugIn, becomes, events } = await deskWithReader();
    for (let time = 0; time < 5; time += 1) {
      await pull();
      await becomes('absent');
      await plugIn();
      await becomes('ready');
    }
    const pulled = events.filter((event) => event.kind === 'state' && event.state === 'absent');
    expect(pulled).toEqual(Array(5).fill({ kind: 'state', state: 'absent', cause: 'UNPLUGGED' }));
  });
});
