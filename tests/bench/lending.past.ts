// One loan of years ago: the events that the services would have written, without their questions.
import type { keyLoanEvents } from '../../electron/backend/registers/keys/key-loans.events.ts';
import { keyLoanProjector } from '../../electron/backend/registers/keys/index.ts';
import type { depositEvents } from '../../electron/backend/registers/loans/deposits.events.ts';
import { depositProjector, loansProjector } from '../../electron/backend/registers/loans/index.ts';
import type { loanEvents } from '../../electron/backend/registers/loans/loans.events.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { newScanCode } from '../../electron/backend/shared/scan-code.ts';
import { DEPOSIT_FEN, somebody, type Item } from './lending.desk.ts';
import type { Past } from './past.ts';

/** What can be lent at the desk of the bench, and to whom. */
export interface Things {
  readonly keys: readonly number[];
  readonly items: readonly Item[];
  readonly borrowers: readonly number[];
}

/** How long it was out, and when it was due, in ms. */
const OUT_MS = 60_000;
const DUE_MS = 4 * 3_600_000;

/** Lends the `n`-th thing at `lentAt` (UTC ms) and takes it back; every eighth loan leaves a deposit and gets it back. */
export function writeLoan(past: Past, things: Things, n: number, lentAt: number): void {
  const which = (n * 7919) % things.borrowers.length;
  const borrower = { record: things.borrowers[which] ?? 0, ...somebody(which) };
  const at = Math.floor(n / 2) % things.keys.length;
  const item = things.items[at];
  const when = { borrower, lentAt, returnedAt: lentAt + OUT_MS };
  if (n % 2 === 0) writeKeyLoan(past, things.keys[at] ?? 0, at, when);
  else if (item) {
    const loan = writeItemLoan(past, item, when);
    if (n % 8 === 1) writeDeposit(past, loan, at, when);
  }
}

interface When {
  readonly borrower: ReturnType<typeof somebody> & { readonly record: number };
  readonly lentAt: number;
  readonly returnedAt: number;
}

function writeKeyLoan(past: Past, key: number, at: number, { borrower, lentAt, returnedAt }: When): void {
  const id = past.newRecord();
  const lines = [{ key, pieces: 1 }];
  const number = past.nextNumber('K', lentAt);
  past.write<typeof keyLoanEvents>(keyLoanProjector, id, [
    {
      ...{ type: 'key_loan.lent', happenedAt: lentAt, answer: { id, number, printJob: null } },
      body: {
        ...{ number, slipCode: newScanCode('keyLoan', systemRandom), kind: 'lent', lines },
        ...{ dueAt: lentAt + DUE_MS, borrower: borrower.record, authorisedBy: null, slipPrinted: false },
        bars: [],
      },
      sealed: {
        ...{ ...shown(borrower), authorisedByName: null, purpose: '检修', remarks: null },
        overrideReason: null,
        keyNames: [`测试钥匙 ${at}`],
      },
    },
    {
      ...{ type: 'key_loan.returned', happenedAt: returnedAt, body: { lines, way: 'list' }, sealed: null },
      answer: { id, state: 'returned', inTransfer: [] },
    },
  ]);
}

function writeItemLoan(past: Past, { type, item }: Item, { borrower, lentAt, returnedAt }: When): number {
  const id = past.newRecord();
  const number = past.nextNumber('L', lentAt);
  const back = { line: 0, count: 1, condition: 'ok' } as const;
  past.write<typeof loanEvents>(loansProjector, id, [
    {
      ...{ type: 'loan.lent', happenedAt: lentAt, answer: { id, number, deposit: null, printJobs: [] } },
      body: {
        ...{ number, slipCode: newScanCode('loan', systemRandom), borrower: borrower.record },
        ...{ dueAt: lentAt + DUE_MS, bars: [], lines: [{ type, item, count: 1 }], slipPrinted: false },
      },
      sealed: { ...shown(borrower), remarks: null, waived: null },
    },
    {
      ...{ type: 'loan.returned', happenedAt: returnedAt, sealed: null, answer: { id, state: 'returned' } },
      body: { lines: [back], way: 'list', stray: null },
    },
  ]);
  return id;
}

/** Cash that was taken with a loan and went out again when the thing came back. */
function writeDeposit(past: Past, loan: number, at: number, { borrower, lentAt, returnedAt }: When): void {
  const id = past.newRecord();
  const { borrowerName: payerName, borrowerPhone: payerPhone } = shown(borrower);
  const number = past.nextNumber('D', lentAt);
  const code = newScanCode('deposit', systemRandom);
  const refunded = { id, state: 'refunded', refundFen: DEPOSIT_FEN, shortfallFen: 0, printJobs: [] };
  past.write<typeof depositEvents>(depositProjector, id, [
    {
      ...{ type: 'deposit.taken', happenedAt: lentAt, answer: null },
      body: { number, code, loan, amountFen: DEPOSIT_FEN, method: 'cash' },
      sealed: { payerName, payerPhone, reference: null, items: `雨伞 YS-${at}` },
    },
    {
      ...{ type: 'deposit.settled', happenedAt: returnedAt, answer: refunded },
      body: {
        ...{ refundFen: DEPOSIT_FEN, shortfallFen: 0, pending: false, deductions: [] },
        ...{ proof: 'receipt', verifiedBy: null },
      },
      sealed: { what: [], proxyName: null, proxyPhone: null, verified: null },
    },
  ]);
}

function shown({ name, phone, company }: When['borrower']) {
  return { borrowerName: name, borrowerPhone: phone, borrowerFrom: company };
}
