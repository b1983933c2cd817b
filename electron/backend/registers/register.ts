// The face every register fills, and what the house hands to each.
import type { AnyRouter } from '@orpc/server';
import type { Language } from '../../api/boot.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Slip } from '../devices/printer/slip.ts';
import type { AnyProjector } from '../journal/projector.ts';

/** A slip to be printed: a record, which of its slips, in which language. Never its words. */
export interface SlipOrder {
  readonly record: number;
  readonly kind: string;
  readonly language: Language;
  /** How many times it was printed before; 0 the first time. */
  readonly reprint: number;
}

/** The print queue as a register sees it: the job is committed with the action, printed after it. */
export interface SlipQueue {
  /** Answers the job's id. */
  enqueue(tx: Tx, order: SlipOrder): number;
  /** Call after the commit. */
  wake(): void;
}

/** What the rest of the house may ask of a register without looking into its folder. */
export interface Register {
  readonly name: string;
  readonly projector: AnyProjector;
  /** Its part of the contract, implemented. */
  readonly router: AnyRouter;
  /** Writes one of its slips anew from the record; null where the record cannot be printed any more. */
  slip(db: Db, order: SlipOrder): Slip | null;
  /** The number of a record of its own, for lists of other things (print jobs, links); null where it has none. */
  numberOf(db: Db, record: number): string | null;
}
