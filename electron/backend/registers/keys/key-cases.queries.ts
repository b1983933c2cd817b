// What the window reads of lost keys and open bags.
import type { KeyCaseRow } from '../../../api/key-cases.contract.ts';
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues, listRecordEvents } from '../../journal/journal.store.ts';
import { listCases, listCasesOf, type StoredCase } from './key-cases.store.ts';
import { findLoan } from './key-loans.store.ts';
import { findKey, listHeldKeys } from './keys.store.ts';

const SHOWN = 200;

/** Of one key, or of all: the open ones first. */
export function readCases(db: Db, key: number | null): KeyCaseRow[] {
  const found = key === null ? listCases(db, SHOWN) : listCasesOf(db, key);
  return found.map((each) => toRow(db, each));
}

function toRow(
  db: Db,
  { id, key, loan, openedAt, outcome, closedAt, costFen, steps }: StoredCase,
): KeyCaseRow {
  const theirs = loan === null ? undefined : findLoan(db, loan);
  const { code = '', name = null } = findKey(db, key) ?? {};
  const did = (step: string): boolean => steps.some((each) => each.step === step);
  return {
    ...{ id, key, code, name, loan, openedAt, outcome, closedAt, costFen, steps: [...steps] },
    ...{ loanNumber: theirs?.number ?? null, borrowerName: theirs?.borrowerName ?? null },
    ...{ lockChanged: did('lockChanged'), replaced: did('replaced'), issues: listIssues(db, id) },
  };
}

/** Spares whose bag was opened and lies open; what never lay in one is lent like any other. */
export function readUnsealed(db: Db): { id: number; code: string; name: string | null }[] {
  return listHeldKeys(db)
    .filter(({ kind, seal, state }) => kind === 'deposited' && seal === null && state !== 'retired')
    .filter(({ id }) =>
      listRecordEvents(db, id).some(({ wire }) => decodeWire(wire)?.type === 'key.seal_opened'),
    )
    .map(({ id, code, name }) => ({ id, code, name }));
}
