// Every register of the house, and what the house asks of all of them alike.
import type { OpenItem } from '../../api/places-file.contract.ts';
import type { Db } from '../database/handle.ts';
import type { TimeShown } from '../desk/desk.passing-time.ts';
import type { Slip } from '../devices/printer/slip.ts';
import type { Command } from '../journal/command.ts';
import type { AnyProjector } from '../journal/projector.ts';
import { approvalProjector } from '../people/approvals.store.ts';
import { borrowerProjector } from '../people/borrowers.store.ts';
import { staffProjector } from '../people/staff.store.ts';
import { placeProjectors } from '../places/places.store.ts';
import { policyProjector } from '../policies/policies.store.ts';
import type {
  LendingFace,
  LoanTrace,
  Register,
  SearchedRegister,
  SlipOrder,
  TaggedThing,
  Tenancy,
} from './register.ts';
import {
  createKeysRegister,
  keyCaseProjector,
  keyLoanProjector,
  keyProjector,
  keyStocktakeProjector,
  type KeysParts,
  type KeysRegister,
} from './keys/index.ts';
import {
  cashMoveProjector,
  createLoansRegister,
  depositProjector,
  loanItemProjector,
  loansProjector,
  loanStockProjector,
  loanTypeProjector,
  strayProjector,
  type LoansRegister,
  type LoansRegisterParts,
} from './loans/index.ts';
import { shiftsProjector } from './shifts/index.ts';
import {
  cardBatchProjector,
  createVisitorsRegister,
  visitorsProjector,
  type VisitorsRegister,
  type VisitorsRegisterParts,
} from './visitors/index.ts';

/** All nouns that the journal folds. */
export const PROJECTORS: readonly AnyProjector[] = [
  ...placeProjectors,
  policyProjector,
  staffProjector,
  approvalProjector,
  borrowerProjector,
  shiftsProjector,
  visitorsProjector,
  cardBatchProjector,
  keyProjector,
  keyLoanProjector,
  loanTypeProjector,
  loanItemProjector,
  loanStockProjector,
  loansProjector,
  keyCaseProjector,
  keyStocktakeProjector,
  depositProjector,
  cashMoveProjector,
  strayProjector,
];

export interface Registers {
  readonly visitors: VisitorsRegister;
  readonly keys: KeysRegister;
  readonly loans: LoansRegister;
  /** Those whose records the box finds. */
  readonly searched: readonly SearchedRegister[];
  /** Makes a slip of whichever register has one of this kind. */
  slip(db: Db, order: SlipOrder): Slip | null;
  /** The number of a record, whichever register it belongs to. */
  numberOf(db: Db, record: number): string | null;
  /** What is still open under a tenant, in every register. */
  openUnder(db: Db, tenancy: Tenancy): OpenItem[];
  /** Ends one of these within a command. */
  closeWithTenancy(command: Command, item: OpenItem): void;
  /** The thing that an RFID tag is bound to, whichever register has it; null for a tag that is bound to none. */
  wearing(db: Db, uid: string): TaggedThing | null;
  /** What of each looks different by time alone. */
  timeShown(db: Db): TimeShown[];
  /** The scan code of the thing that bears this text, whichever register has it; null for none. */
  labelled(db: Db, text: string): string | null;
  /** Those that lend. */
  readonly lending: readonly LendingFace[];
  /** What goes with a record when that is erased: of a borrower, the loans, each once it is over. */
  tracesOf(db: Db, record: number): LoanTrace[];
  /** What is found by these records too, and forgets them with them. */
  foundBy(db: Db, records: readonly number[]): number[];
  /** A record as the box names it, for lists of what was done (countersignatures); null where no register has it. */
  subjectOf(db: Db, record: number): { readonly number: string; readonly title: string | null } | null;
}

export type RegistersParts = VisitorsRegisterParts & KeysParts & LoansRegisterParts;

export function createRegisters(parts: RegistersParts): Registers {
  const visitors = createVisitorsRegister(parts);
  const keys = createKeysRegister(parts);
  const loans = createLoansRegister(parts);
  const all: readonly Register[] = [visitors, keys, loans];
  const lending = all.flatMap((register) => register.lending ?? []);
  return {
    ...{ visitors, keys, loans },
    searched: [visitors, keys, loans],
    slip: (db, order) => firstOf(all, (register) => register.slip(db, order)),
    numberOf: (db, record) => firstOf(all, (register) => register.numberOf(db, record)),
    openUnder: (db, tenancy) =>
      all.flatMap((register) =>
        register.openUnder(db, tenancy).map((item) => ({ ...item, register: register.name })),
      ),
    closeWithTenancy(command, { register: name, record }) {
      all.find((register) => register.name === name)?.closeWithTenancy(command, record);
    },
    wearing: (db, uid) => firstOf(all, (register) => register.wearing?.(db, uid) ?? null),
    timeShown: (db) =>
      all.map(({ projector, turnsAt }) => ({ noun: projector.noun, turnsAt: (after) => turnsAt(db, after) })),
    labelled: (db, text) => firstOf(all, (register) => register.labelled?.(db, text) ?? null),
    lending,
    tracesOf: (db, record) => lending.flatMap((face) => face.tracesOf(db, record)),
    foundBy: (db, records) => all.flatMap((register) => register.foundBy?.(db, records) ?? []),
    subjectOf: (db, record) => firstOf(all, (register) => register.searchCard(db, record)?.hit ?? null),
  };
}

function firstOf<T>(registers: readonly Register[], ask: (register: Register) => T | null): T | null {
  for (const register of registers) {
    const answer = ask(register);
    if (answer !== null) return answer;
  }
  return null;
}
