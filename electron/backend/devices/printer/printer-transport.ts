// How bytes reach a printer, and how certain we are of what became of them.
import type { PRINTER_PROBLEMS } from '../../../api/devices.contract.ts';

/** The contract says what each means. */
export type TransportProblem = (typeof PRINTER_PROBLEMS)[number];

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

/** The same printer for several senders, the queue and a test page: each waits until the one before is done. */
export function takeTurns(transport: Transport): Transport {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send(bytes, signal) {
      const turn = last.then(() => transport.send(bytes, signal));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
