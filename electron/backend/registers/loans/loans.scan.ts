// A scan acts at once where its meaning is plain: what is out comes back. Everything else is shown first.
import type { z } from 'zod';
import type { loansContract } from '../../../api/loans.contract.ts';
import type { Db } from '../../database/handle.ts';
import { findByScanCode } from '../../devices/scan-codes.store.ts';
import { parseScanCode } from '../../shared/scan-code.ts';
import { tagUidOf } from '../../shared/tag-uid.ts';
import type { Actor } from '../register.ts';
import { findItem, findItemByAsset, findItemByRfid, type StoredItem } from './items.store.ts';
import { refuse } from './loans.checks.ts';
import type { LoansParts } from './loans.parts.ts';
import { stateNow } from './loans.rules.ts';
import { allOut, type LoansService } from './loans.service.ts';
import type { StoredLoan } from './loans.row.ts';
import { findLoan, listLinesOfItem } from './loans.store.ts';

type Answer = z.output<NonNullable<(typeof loansContract)['scan']['~orpc']['outputSchema']>>;
type Scan = (actor: Actor, input: { readonly commandId: string; readonly code: string }) => Answer;

/** What a code stands for. */
interface Meaning {
  readonly item: StoredItem | null;
  readonly loan: StoredLoan | null;
  readonly deposit: number | null;
  /** Lines of the loan that this code brings back; none where the desk has to be asked. */
  readonly lines: readonly number[];
}

/** Throws UNKNOWN_CODE for what is no code of this register; nothing is written then. */
export function createScan(parts: LoansParts, service: LoansService): Scan {
  const { journal, clock, deposits } = parts;
  return (actor, input) =>
    journal.command({ action: 'loans.scan', input }, actor.author, (command) => {
      const { item, loan, deposit, lines } = meaningOf(command.tx, input.code);
      // Where policy wants a signature for what comes back, there is something to be asked first.
      const asks = parts.policies.value('signature.asked').itemIn;
      if (loan && lines.length > 0 && !asks) {
        const back = allOut(loan).filter(({ line }) => lines.includes(line));
        service.appendReturn(command, loan, { lines: back, way: 'scan', at: clock.now() });
        const held = deposits.ofLoan(command.tx, loan.id).filter(({ state }) => state === 'held');
        return {
          ...{ did: 'returned', loan: loan.id, number: loan.number, item: item?.id ?? null },
          deposits: held.map(({ id }) => id),
        };
      }
      const isOut = item !== null && loan !== null;
      return {
        ...{ did: 'nothing', item: item?.id ?? null, type: item?.type ?? null, loan: loan?.id ?? null },
        ...{ deposit, state: item ? stateNow(item, isOut, clock.now()) : (loan?.state ?? 'open') },
      };
    });

  function meaningOf(db: Db, text: string): Meaning {
    const code = parseScanCode(text);
    if (!code.ok) {
      // What stands on the thing in plain letters may be typed as well, and its RFID tag read.
      const uid = tagUidOf(text);
      const item = findItemByAsset(db, text) ?? (uid === null ? undefined : findItemByRfid(db, uid));
      if (!item) throw refuse('UNKNOWN_CODE', { reason: code.reason });
      return ofItem(db, item);
    }
    if (code.kind !== 'loanItem' && code.kind !== 'loan' && code.kind !== 'deposit') {
      throw refuse('UNKNOWN_CODE', { reason: 'KIND' });
    }
    const records = findByScanCode(db, code.code);
    const [item] = records.flatMap((record) => findItem(db, record) ?? []);
    if (item) return ofItem(db, item);
    const loans = records.flatMap((record) => findLoan(db, record) ?? []);
    const [deposit] = records.filter((record) => deposits.loanOf(db, record) !== undefined);
    const loan =
      loans.find(({ state }) => state === 'open') ??
      loans[0] ??
      findLoan(db, (deposit !== undefined && deposits.loanOf(db, deposit)) || 0);
    if (!loan) throw refuse('UNKNOWN_CODE', { reason: 'NOT_ISSUED' });
    const out = loan.state === 'open' ? allOut(loan) : [];
    const [only] = out.length === 1 ? out : [];
    const lines = only?.count === 1 ? [only.line] : [];
    return { item: null, loan, deposit: deposit ?? null, lines };
  }

  /** Two desks lent it: somebody has to say which of the two brought it. */
  function ofItem(db: Db, item: StoredItem): Meaning {
    const open = listLinesOfItem(db, item.id);
    const [line] = open;
    const loan = line ? (findLoan(db, line.loan) ?? null) : null;
    return { item, loan, deposit: null, lines: line && open.length === 1 ? [line.line] : [] };
  }
}
