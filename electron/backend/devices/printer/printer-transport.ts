// How bytes reach a printer, and how certain we are of what became of them.
import type { PrinterTrouble } from './printer-status.ts';

/**
 * Why a printer did not do as told. UNREACHABLE: switched off, unplugged or at another address. CLOSED_EARLY: it hung
 * up. CONNECTION_LOST: the line broke. STALLED: it stopped taking bytes. NO_ANSWER: it took them all and then neither
 * answered nor hung up. STOPPED: we were told to stop.
 */
export type TransportProblem =
  | PrinterTrouble
  | 'UNREACHABLE'
  | 'CLOSED_EARLY'
  | 'CONNECTION_LOST'
  | 'STALLED'
  | 'NO_ANSWER'
  | 'STOPPED';

/**
 * `printed`: the printer took every byte and reported no trouble. `refused`: not one byte of the job left, so sending
 * it again cannot print it twice. `unknown`: some or all bytes left, and only a person can see what was printed.
 */
export type Outcome =
  | { readonly outcome: 'printed'; readonly paperNearEnd: boolean }
  | { readonly outcome: 'refused'; readonly problem: TransportProblem }
  | { readonly outcome: 'unknown'; readonly problem: TransportProblem };

export interface Transport {
  /**
   * Sends one whole job and settles when its fate is known. Never rejects for anything a printer or a network does;
   * an abort settles it as `refused` or `unknown`. Throws a RangeError on an empty job. One job at a time.
   */
  readonly send: (bytes: Buffer, signal: AbortSignal) => Promise<Outcome>;
}
