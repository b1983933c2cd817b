// The card reader over a real pair of serial ports: cards of every layout, bad lines, pulled cables, wrong ports.
import { readdirSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listSerialPorts } from '../../electron/backend/devices/serial/port-list.ts';
import type { CardRefusal } from '../../electron/backend/devices/card-reader/reader-event.ts';
import { decodeCardText } from '../../electron/backend/devices/card-reader/sdt-text.ts';
import { openSerialLink } from '../../electron/backend/devices/serial/serial-link.ts';
import { encodeCardText } from '../../electron/backend/devices/simulator/card-reader.encoder.ts';
import type { ReaderFault } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { layPtyCable, PtyCableError } from '../../electron/backend/devices/simulator/pty.ts';
import { cableForTest } from '../support/pty.ts';
import { defaultCadence } from '../../electron/backend/devices/card-reader/card-reader.ts';
import { cards } from './card-reader-cards.ts';
import { deskAt, deskWithReader, fixtureFrame, quickCadence } from './card-reader-desk.ts';

const mainland = fixtureFrame('mainland');

const names = Object.keys(cards) as (keyof typeof cards)[];

/** Bytes 14 to 270 of a recorded `read` answer. */
const textOf = (frame: Uint8Array) => Buffer.from(frame.subarray(14, 14 + 256));

describe('a card on the reader', () => {
  it.each(['whole', 'byteByByte', 'fragments'] as const)(
    'is read in every layout when the line delivers it %s',
    async (delivery) => {
      // The product's own patience: a busy machine stretches the pauses between the pieces.
      const { answerMs, readMs } = defaultCadence;
      const { simulator, next } = await deskWithReader({ ...quickCadence, answerMs, readMs });
      simulator.deliver(delivery);
      for (const name of names) {
        simulator.present(fixtureFrame(name));
        expect((await next('card')).card).toEqual(cards[name]);
        simulator.remove();
        await next('removed');
      }
    },
  );

  it.each(names)('as the simulator writes it equals the recorded %s, byte for byte', (name) => {
    const recorded = textOf(fixtureFrame(name));
    const reading = decodeCardText(recorded);
    expect(reading.ok && encodeCardText(reading.card).equals(recorded)).toBe(true);
  });

  it('is reported once while it is held, and once more when it comes back', async () => {
    const { simulator, events, heard, next } = await deskWithReader();
    simulator.present(mainland);
    await next('card');
    const presence = 'aaaaaa96690003300330';
    while (heard().split(presence).length <= 20) await sleep(5);
    expect(events.filter(({ kind }) => kind === 'card')).toHaveLength(1);
    simulator.remove();
    await next('removed');
    simulator.present(mainland);
    await next('card');
    expect(events.filter(({ kind }) => kind !== 'state').map(({ kind }) => kind)).toEqual([
      'card',
      'removed',
      'card',
    ]);
  });

  it('leaves nothing of its photo in what is reported', async () => {
    const { simulator, next } = await deskWithReader();
    simulator.present(mainland);
    const { card } = await next('card');
    expect(Object.values(card).some((value) => (value as unknown) instanceof Uint8Array)).toBe(false);
    expect(JSON.stringify(card).length).toBeLessThan(600);
  });
});

describe('a bad line', () => {
  it.each(['falsePreamble', 'gluedAnswers'] satisfies ReaderFault[])(
    'with %s still gives the card',
    async (fault) => {
      const { simulator, next } = await deskWithReader();
      simulator.misbehave(fault);
      simulator.present(mainland);
      expect((await next('card')).card).toEqual(cards.mainland);
    },
  );

  it.each(['wrongChecksum', 'hugeLength', 'truncated'] satisfies ReaderFault[])(
    'with one %s is asked again and gives the card',
    async (fault) => {
      const { simulator, next, heard, events } = await deskWithReader();
      simulator.misbehave(fault, { commands: ['read'], times: 1 });
      simulator.present(mainland);
      expect((await next('card')).card).toEqual(cards.mainland);
      expect(heard().split('aaaaaa96690003300132')).toHaveLength(3);
      expect(events.some(({ kind }) => kind === 'refused')).toBe(false);
    },
  );

  it.each(
    (['find', 'select'] as const).flatMap((command) =>
      (['wrongChecksum', 'hugeLength', 'falsePreamble', 'gluedAnswers', 'silence'] as const).map(
        (fault) => [fault, command] as const,
      ),
    ),
  )('with one %s in the answer to %s loses no card', async (fault, command) => {
    const { simulator, next, events } = await deskWithReader();
    simulator.misbehave(fault, { commands: [command], times: 1 });
    simulator.present(mainland);
    expect((await next('card')).card).toEqual(cards.mainland);
    expect(events.some(({ kind }) => kind === 'refused')).toBe(false);
  });

  it('with nothing but broken answers refuses the card and shows nothing of it', async () => {
    const { simulator, next, events } = await deskWithReader();
    simulator.misbehave('wrongChecksum', { commands: ['read'] });
    simulator.present(mainland);
    expect((await next('refused')).reason).toBe('BAD_FRAME');
    expect(events.some(({ kind }) => kind === 'card')).toBe(false);
  });

  it('that falls silent is offline, and ready again when the reader answers', async () => {
    const { simulator, becomes, next, reader } = await deskWithReader();
    simulator.misbehave('silence');
    await becomes('offline');
    expect(reader.state()).toEqual({ state: 'offline', cause: 'NO_ANSWER' });
    simulator.behave();
    await becomes('ready');
    simulator.present(mainland);
    expect((await next('card')).card).toEqual(cards.mainland);
  });
});

describe('a card that must not be shown', () => {
  const withText = (change: (text: Buffer) => void): Uint8Array => {
    const frame = Buffer.from(mainland);
    const before = frame.subarray(14, 270).reduce((sum, byte) => sum ^ byte, 0);
    change(frame.subarray(14, 270));
    const after = frame.subarray(14, 270).reduce((sum, byte) => sum ^ byte, 0);
    frame.writeUInt8(frame.readUInt8(frame.length - 1) ^ before ^ after, frame.length - 1);
    return frame;
  };

  it.each<[CardRefusal, Uint8Array]>([
    ['UNKNOWN_LAYOUT', withText((text) => text.write('Q', 248, 'utf16le'))],
    ['CHECK_DIGIT', withText((text) => text.write('2', 122 + 34, 'utf16le'))],
    ['BAD_FIELD', withText((text) => text.write('19900230', 36, 'utf16le'))],
  ])('is refused with %s', async (reason, frame) => {
    const { simulator, next, events } = await deskWithReader();
    simulator.present(frame);
    expect((await next('refused')).reason).toBe(reason);
    expect(events.some(({ kind }) => kind === 'card')).toBe(false);
    simulator.present(fixtureFrame('hmt'));
    expect((await next('card')).card).toEqual(cards.hmt);
  });

  it.each<[number, CardRefusal]>([
    [0x31, 'AUTHENTICATION'],
    [0x40, 'WRONG_CARD_TYPE'],
    [0x41, 'MOVED'],
  ])('because the reader says %i is refused with %s', async (status, reason) => {
    const { simulator, next, events } = await deskWithReader();
    simulator.misbehave({ status }, { commands: ['read'] });
    simulator.present(mainland);
    expect((await next('refused')).reason).toBe(reason);
    expect(events.some(({ kind }) => kind === 'card')).toBe(false);
  });

  it('because the reader has no licence makes the reader a fault', async () => {
    const { simulator, becomes, reader } = await deskWithReader();
    simulator.misbehave({ status: 0x66 });
    await becomes('fault');
    expect(reader.state()).toEqual({ state: 'fault', cause: 'SAM_FAULT' });
  });
});

describe('a cable that cannot be laid', () => {
  it('says what to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await expect(layPtyCable('/nowhere')).rejects.toThrow(PtyCableError);
  });
});

describe('a port', () => {
  it('that is not there is absent until it appears', async () => {
    const cable = await cableForTest();
    await cable.unplug();
    const { becomes, reader } = deskAt(cable.deskPath);
    await becomes('absent');
    expect(reader.state()).toEqual({ state: 'absent', cause: 'PORT_NOT_FOUND' });
    await cable.replug();
    await becomes('offline');
  });

  it('that another program holds is a fault until it is let go', async () => {
    const cable = await cableForTest();
    const other = await openSerialLink({ path: cable.deskPath, baudRate: 115200, onData: () => undefined });
    const { becomes, reader } = deskAt(cable.deskPath);
    await becomes('fault');
    expect(reader.state()).toEqual({ state: 'fault', cause: 'PORT_IN_USE' });
    await other.close();
    await becomes('offline');
  });

  it('that we may not open is a fault that says so', async () => {
    const cable = await cableForTest();
    await chmod(cable.deskPath, 0);
    asOrdinaryUser();
    const { becomes, reader } = deskAt(cable.deskPath);
    await becomes('fault');
    expect(reader.state()).toEqual({ state: 'fault', cause: 'PERMISSION_DENIED' });
  });

  it('that is no serial port is a fault that says so', async () => {
    const cable = await cableForTest();
    const file = join(cable.deskPath, '..', 'a-file');
    await writeFile(file, '');
    const { becomes, reader } = deskAt(file);
    await becomes('fault');
    expect(reader.state()).toEqual({ state: 'fault', cause: 'NOT_A_SERIAL_PORT' });
  });

  it('is closed by stopping, which may come at any time, and can be started again', async () => {
    const { reader, cable, becomes } = await deskWithReader();
    await reader.stop();
    expect(reader.state()).toEqual({ state: 'absent', cause: 'NOT_STARTED' });
    const other = await openSerialLink({ path: cable.deskPath, baudRate: 115200, onData: () => undefined });
    await other.close();
    reader.start();
    await reader.stop();
    reader.start();
    await becomes('ready');
  });
});

describe('the list of ports', () => {
  it('is read from /dev where the system has no udevadm', async () => {
    vi.stubEnv('PATH', '/nowhere');
    const ports = await listSerialPorts();
    const inDev = readdirSync('/dev').filter((name) => /^tty(USB|ACM|S)\d+$/.test(name));
    expect(ports.map(({ path }) => path)).toEqual(
      expect.arrayContaining(inDev.map((name) => `/dev/${name}`)),
    );
  });
});

/** Root may open anything; lays that right down for the rest of the test. */
function asOrdinaryUser(): void {
  if (process.geteuid?.() !== 0) return;
  const nobody = 65_534;
  process.seteuid?.(nobody);
  onTestFinished(() => process.seteuid?.(0));
}
