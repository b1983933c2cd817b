// What Windows says of a printer, a job or a failed call, in our own words.
import type { TransportProblem } from './printer-transport.ts';
import { WINDOWS_ERRORS, type WinspoolError } from './winspool.ts';

/** PRINTER_STATUS bits (winspool.h), worst first where several hold. */
const PRINTER_TROUBLES: readonly (readonly [bits: number, problem: TransportProblem])[] = [
  // Going away, not available, server unknown, server offline.
  [0x4 | 0x1000 | 0x80_0000 | 0x200_0000, 'UNREACHABLE'],
  [0x1, 'SPOOLER_STOPPED'],
  [0x40_0000, 'COVER_OPEN'],
  [0x10, 'PAPER_OUT'],
  // Error, paper jam, paper problem, no toner, wants a person, out of memory.
  [0x2 | 0x8 | 0x40 | 0x4_0000 | 0x10_0000 | 0x20_0000, 'PRINTER_ERROR'],
  [0x80, 'OFFLINE'],
];

/** JOB_STATUS bits that say why a job does not move. */
const JOB_TROUBLES: readonly (readonly [bits: number, problem: TransportProblem])[] = [
  [0x40, 'PAPER_OUT'],
  [0x1, 'SPOOLER_STOPPED'],
  // Error, device queue blocked, wants a person.
  [0x2 | 0x200 | 0x400, 'PRINTER_ERROR'],
  [0x20, 'OFFLINE'],
];
/** Printed, or all of it sent to the printer. */
const JOB_DONE = 0x80 | 0x1000;
/** Being deleted, deleted. */
const JOB_DELETED = 0x4 | 0x100;

/** Null: nothing keeps it from printing, or its driver does not know. */
export function troubleOfPrinter(status: number): TransportProblem | null {
  return PRINTER_TROUBLES.find(([bits]) => (status & bits) !== 0)?.[1] ?? null;
}

/** Where a job stands. `waits` tells why when Windows does. */
export type JobStand =
  | { readonly stand: 'done' | 'deleted' }
  | { readonly stand: 'waits'; readonly why: TransportProblem | null };

export function standOfJob(status: number): JobStand {
  if ((status & JOB_DELETED) !== 0) return { stand: 'deleted' };
  if ((status & JOB_DONE) !== 0) return { stand: 'done' };
  return { stand: 'waits', why: JOB_TROUBLES.find(([bits]) => (status & bits) !== 0)?.[1] ?? null };
}

export function problemOfCall({ call, code }: WinspoolError): TransportProblem {
  switch (code) {
    case WINDOWS_ERRORS.ACCESS_DENIED:
      return 'NOT_ALLOWED';
    case WINDOWS_ERRORS.SHARING_VIOLATION:
    case WINDOWS_ERRORS.BUSY:
      return 'IN_USE';
    case WINDOWS_ERRORS.SPOOLER_NOT_RUNNING:
      return 'SPOOLER_STOPPED';
    case WINDOWS_ERRORS.TIMEOUT:
      return call === 'open' ? 'UNREACHABLE' : 'STALLED';
    default:
      return call === 'open' || call === 'load' ? 'UNREACHABLE' : 'SPOOLER_FAILED';
  }
}
