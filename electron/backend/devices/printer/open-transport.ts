// The way to a printer that the settings name.
import type { PrinterConnection } from '../../../api/devices.contract.ts';
import { createCupsTransport, listCupsQueues } from './cups-transport.ts';
import { createDeviceTransport } from './device-transport.ts';
import { takeTurns, type Transport } from './printer-transport.ts';
import { createTcpTransport } from './tcp-transport.ts';
import { createThermalPrinter } from './thermal-printer.ts';

const ON_WINDOWS = process.platform === 'win32';

/** A transport that opens nothing before the first job; the queue and a test page may share it. */
export function openTransport(connection: PrinterConnection, answersStatus: boolean): Transport {
  return takeTurns(createThermalPrinter(transportTo(connection, answersStatus)));
}

function transportTo(connection: PrinterConnection, answersStatus: boolean): Transport {
  switch (connection.kind) {
    case 'tcp':
      return createTcpTransport({ host: connection.host, port: connection.port, answersStatus });
    case 'device':
      return createDeviceTransport({ path: connection.path, answersStatus });
    case 'spooler':
      return ON_WINDOWS ? windowsTransport(connection.queue) : createCupsTransport(connection);
  }
}

/** Loaded with the first job, and on Windows only: it brings machine code with it. */
function windowsTransport(queue: string): Transport {
  return {
    async send(bytes, signal) {
      const { createWindowsTransport } = await import('./windows-transport.ts');
      return createWindowsTransport({ queue }).send(bytes, signal);
    },
  };
}

/** The names of the system's printer queues; none where there is no printing system that we can speak to. */
export async function listPrinterQueues(): Promise<string[]> {
  if (!ON_WINDOWS) return listCupsQueues();
  const { listWindowsQueues } = await import('./windows-transport.ts');
  return listWindowsQueues();
}
