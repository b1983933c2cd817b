// The admin's calls about this desk's reader and printer: what is set, what there is to choose from, and a live test.
import type { BackendConfig, Language } from '../../api/boot.ts';
import type { deviceErrors } from '../../api/devices.contract.ts';
import { listSerialPorts } from '../devices/card-reader/port-list.ts';
import { listPrinterQueues } from '../devices/printer/open-transport.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import { refusals } from '../shared/refusal.ts';
import type { DeskDevices } from './desk.devices.ts';
import { faultOfPrinter, faultOfReader, type SettingFault } from './desk.device-settings.rules.ts';
import { kindOfPath, type DeviceSettings } from './desk.device-settings.ts';
import { testPage, type TestPagePlace } from './desk.test-page.slip.ts';

export interface DevicesRouterParts {
  readonly config: Pick<BackendConfig, 'reader' | 'printer'>;
  readonly settings: DeviceSettings;
  readonly devices: DeskDevices;
  readonly clock: Clock;
  /** What a test page says of where it was printed. */
  readonly placeIn: (language: Language) => TestPagePlace;
}

const refuse = refusals<typeof deviceErrors>();
const around = { kindOf: kindOfPath, windows: process.platform === 'win32' };
const never = new AbortController().signal;

export function createDevicesRouter(parts: DevicesRouterParts) {
  const { config, settings, devices } = parts;
  const calls = implementer.devices;
  return calls.router({
    settings: calls.settings.handler(() => ({
      reader: settings.reader(),
      printer: settings.printer(),
      fromCommandLine: { reader: config.reader !== null, printer: config.printer !== null },
      windows: around.windows,
    })),
    setReader: calls.setReader.handler(async ({ input: { reader } }) => {
      allow(reader && faultOfReader(reader, around));
      settings.keepReader(reader);
      const inEffect = config.reader === null;
      if (inEffect) await devices.useReader(reader);
      return { inEffect };
    }),
    setPrinter: calls.setPrinter.handler(async ({ input: { printer } }) => {
      allow(printer && faultOfPrinter(printer, around));
      settings.keepPrinter(printer);
      const inEffect = config.printer === null;
      if (inEffect) await devices.usePrinter(printer);
      return { inEffect };
    }),
    listPorts: calls.listPorts.handler(() => listSerialPorts()),
    listQueues: calls.listQueues.handler(() => listPrinterQueues()),
    testReader: calls.testReader.handler(({ input: { seconds }, signal = never }) =>
      devices.testReader(seconds * 1000, signal),
    ),
    testPrinter: calls.testPrinter.handler(async ({ context, signal = never }) => {
      const { language } = context.actor();
      const place = parts.placeIn(language);
      const now = parts.clock.now();
      const tested = await devices.testPrinter(
        (setting) => testPage({ setting, place, now }, language),
        signal,
      );
      if (tested === null) throw refuse.notFound('printer');
      return tested;
    }),
  });
}

function allow(fault: SettingFault | null): void {
  if (fault) throw refuse('SETTING_WRONG', fault);
}
