// node-thermal-printer as the carrier of our own bytes over our own transport.
import type { Outcome, Transport } from './printer-transport.ts';

/**
 * A transport that sends every job through node-thermal-printer's `append` and `execute`. Its text functions are not
 * used: they lose characters outside its code pages and count Chinese characters as one column. Each job has its own
 * printer object, as `execute` keeps the buffer and a second call would print it again.
 */
export function createThermalPrinter(transport: Transport): Transport {
  return {
    async send(bytes, signal) {
      // Loaded with the first slip: it brings a picture library with it, and the desk opens without either.
      const { PrinterTypes, ThermalPrinter } = await import('node-thermal-printer');
      // execute() with nothing appended ends the process.
      if (bytes.length === 0) throw new RangeError('a print job needs at least one byte');
      let outcome: Outcome | null = null;
      const line = {
        isPrinterConnected: async () => true,
        execute: async (buffer: Buffer) => {
          outcome = await transport.send(buffer, signal);
          return outcome.outcome;
        },
      };
      // Its types know addresses only; an object with these two functions is used as it is.
      const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: line as unknown as string });
      printer.append(bytes);
      await printer.execute();
      return outcome ?? { outcome: 'refused', problem: 'UNREACHABLE' };
    },
  };
}
