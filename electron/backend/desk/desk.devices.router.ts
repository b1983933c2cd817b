// The admin's calls about this desk's readers and printer: what is set, what there is to choose from, and a live test.
import type { BackendConfig, Language } from '../../api/boot.ts';
import type { deviceErrors } from '../../api/devices.contract.ts';
import { listSerialPorts } from '../devices/serial/port-list.ts';
import { listPrinterQueues } from '../devices/printer/open-transport.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import { refusals } from '../shared/refusal.ts';
import type { DeskDevices } from './desk.devices.ts';
import {
  faultOfPrinter,
  faultOfReader,
  takenBy,
  withLineReader,
  type SettingFault,
} from './desk.device-settings.rules.ts';
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
      lineReaders: [...settings.lineReaders()],
      fromCommandLine: { reader: config.reader !== null, printer: config.printer !== null },
      windows: around.windows,
    })),
    setReader: calls.setReader.handler(async ({ input: { reader } }) => {
      allow(reader && (faultOfReader(reader, around) ?? takenBy(settings.lineReaders(), reader)));
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
    setLineReader: calls.setLineReader.handler(async ({ input: { reader } }) => {
      const all = withLineReader(reader, settings.lineReaders(), settings.reader(), around);
      if ('field' in all) throw refuse('SETTING_WRONG', all);
      settings.keepLineReaders(all);
      await devices.useLineReaders(all);
      return {};
    }),
    removeLineReader: calls.removeLineReader.handler(async ({ input: { id } }) => {
      const left = settings.lineReaders().filter((reader) => reader.id !== id);
      settings.keepLineReaders(left);
      await devices.useLineReaders(left);
      return {};
    }),
    listPorts: calls.listPorts.handler(() => listSerialPorts()),
    listQueues: calls.listQueues.handler(() => listPrinterQueues()),
    testReader: calls.testReader.handler(({ input: { seconds }, signal = never }) =>
      devices.testReader(seconds * 1000, signal),
    ),
    testLineReader: calls.testLineReader.handler(async ({ input: { id, seconds }, signal = never }) => {
      const tested = await devices.testLineReader(id, seconds * 1000, signal);
      if (tested === null) throw refuse.notFound('reader');
      return tested;
    }),
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
