// The printer's place at the desk: drawing is ready before the first rare name, and only where there is a printer.
import { expect, test } from 'vitest';
import type { PrinterSetting } from '../../api/devices.contract.ts';
import { createPrinterPlace } from './desk.printer.ts';

const setting: PrinterSetting = {
  connection: { kind: 'tcp', host: '127.0.0.1', port: 9 },
  profile: 'rom80',
  answersStatus: true,
};

/** A place whose timers ring at once; counts how often drawing was loaded. */
function placeWith(first: PrinterSetting | null) {
  const loads: number[] = [];
  const place = createPrinterPlace(
    {
      store: { open: () => [], find: () => undefined, save: () => {} },
      timers: { setTimeout: (run) => setTimeout(run, 0), clearTimeout },
      loadRasteriser: () => {
        loads.push(1);
        return Promise.reject(new Error('no font on this machine'));
      },
      renderSlip: () => null,
      clock: { now: () => 0 },
      dayOf: () => '2026-11-21',
      onChange: () => {},
      onError: (error) => expect.fail(String(error)),
    },
    first,
  );
  return { place, loads };
}

const aWhile = () => new Promise((next) => setTimeout(next, 20));

test('drawing is loaded when the desk is idle, before any slip needs it, and a missing font disturbs nobody', async () => {
  const { place, loads } = placeWith(setting);
  await aWhile();
  expect(loads).toHaveLength(0);
  place.start();
  await aWhile();
  expect(loads).toHaveLength(1);
  await place.stop();
});

test('a desk without a printer loads nothing until it gets one', async () => {
  const { place, loads } = placeWith(null);
  place.start();
  await aWhile();
  expect(loads).toHaveLength(0);
  expect(place.state()).toEqual({ printer: 'off', printerProblem: null, paperNearEnd: false });
  await place.use(setting);
  await aWhile();
  expect(loads).toHaveLength(1);
  expect(place.state()).toEqual({ printer: 'ready', printerProblem: null, paperNearEnd: false });
  await place.stop();
});
