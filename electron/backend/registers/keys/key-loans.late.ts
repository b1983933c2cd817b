// Loans that are entered late 补录: a key was with one borrower at a time, whenever it is written down.
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { keyErrors } from '../../../api/key-states.ts';
import type { Db } from '../../database/handle.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { refusals } from '../../shared/refusal.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { listLoansBetween } from './key-loans.store.ts';

const refuse = refusals<typeof keyErrors>();

/** From then until then, UTC ms. What ends as the other begins is handed on, and no contradiction. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/** Throws KEY_HELD_THEN, naming the loan, where another one had one of the keys at a moment in between. */
export function refuseHeldThen(
  db: Db,
  keys: readonly { readonly id: number }[],
  { from, until }: Span,
): void {
  for (const { id: key } of keys) {
    for (const loan of listLoansBetween(db, key, from, until)) {
      if (loan.state === 'voided' || loan.state === 'taken_back') continue;
      const back = endOf(db, loan.id, key);
      if (back !== null && back <= from) continue;
      throw refuse('KEY_HELD_THEN', {
        ...{ key, loan: loan.id, number: loan.number, from: loan.lentAt, until: back },
      });
    }
  }
}

/** When a loan of several keys gave up this one: brought back, or known to be lost. UTC ms; null while it is out. */
function endOf(db: Db, loan: number, key: number): number | null {
  const last = listRecordEvents(db, loan)
    .map(({ wire }) => decodeWire(wire))
    .findLast((event) => event !== null && endsWith(event, key));
  return last?.happenedAt ?? null;
}

function endsWith({ type, body }: { readonly type: string; readonly body: unknown }, key: number): boolean {
  if (type === 'key_loan.key_lost') return keyLoanEvents[type].body.safeParse(body).data?.key === key;
  if (type !== 'key_loan.returned') return false;
  return keyLoanEvents[type].body.safeParse(body).data?.lines.some((line) => line.key === key) ?? false;
}
