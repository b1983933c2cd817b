// The peer of lending: a key out, a key back, a deposit refunded; the same rows, bytes and checks, by hand.
import { journalOf } from '../../head-office/protocol/ids.ts';
import { holdsRight } from '../../electron/api/rights.ts';
import { keyLoanEvents } from '../../electron/backend/registers/keys/key-loans.events.ts';
import { barsOf, dueOfKeys } from '../../electron/backend/registers/keys/keys.rules.ts';
import { depositEvents } from '../../electron/backend/registers/loans/deposits.events.ts';
import { uuidv7 } from '../support/ids.ts';
import { prepareAll } from './by-hand.sql.ts';
import { byHand } from './by-hand.ts';
import type { BenchDesk } from './desk.ts';

const LENDING = {
  borrower: 'SELECT kind, name, phone, company, contact, document_index FROM borrower WHERE id = ?',
  key: 'SELECT code, kind, pieces, state, home_desk, desk, may_borrow, loan_hours, id_asked, tenant, units, name FROM key WHERE id = ?',
  holder: 'SELECT loan FROM key_loan_line WHERE open = 1 AND key = ?',
  overdue: `SELECT 1 FROM key_loan_line line JOIN key_loan loan ON loan.id = line.loan
    WHERE line.open = 1 AND line.borrower = ? AND loan.due_at < ?`,
  insertLoan: `INSERT INTO key_loan (id, number, state, kind, desk, day, clock, borrower, borrower_name, borrower_phone,
      borrower_from, authorised_by, authorised_by_name, purpose, remarks, lines, lent_at, due_at, returned_at, slip_code,
      slip_prints, signed, calls, bars)
    VALUES (?, ?, 'open', 'lent', 'L1', ?, ?, ?, ?, ?, ?, NULL, NULL, ?, NULL, ?, ?, ?, NULL, ?, ?, 0, NULL, ?)`,
  insertLine: 'INSERT INTO key_loan_line (open, key, loan, pieces, borrower) VALUES (?, ?, ?, ?, ?)',
  dropLine: 'DELETE FROM key_loan_line WHERE open = 1 AND key = ? AND loan = ?',
  loan: 'SELECT state, lines, borrower FROM key_loan WHERE id = ?',
  loanBack: "UPDATE key_loan SET state = 'returned', clock = ?, lines = ?, returned_at = ? WHERE id = ?",
  deposit: 'SELECT state, desk, method, amount_fen, loan, book FROM deposit WHERE id = ?',
  itemLoan: 'SELECT state FROM loan WHERE id = ?',
  settle: "UPDATE deposit SET state = 'refunded', clock = ?, refunded_fen = ?, book = ? WHERE id = ?",
  paidBack: `INSERT INTO cash_total (desk, method, kind, fen) VALUES ('L1', 'cash', 'refunded', ?)
    ON CONFLICT (desk, method, kind) DO UPDATE SET fen = fen + excluded.fen`,
} as const;

export interface HandLending {
  lendKey(key: number, who: number): number;
  lendKeyWithSlip(key: number, who: number): number;
  returnKey(loan: number): void;
  refund(deposit: number): void;
}

interface Borrower {
  readonly kind: Parameters<typeof barsOf>[1]['kind'];
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly contact: number | null;
  readonly document_index: string | null;
}

interface KeyRow {
  readonly kind: Parameters<typeof barsOf>[0]['kind'];
  readonly pieces: number;
  readonly state: string;
  readonly home_desk: string;
  readonly desk: string;
  readonly may_borrow: string | null;
  readonly loan_hours: number | null;
  readonly id_asked: number;
  readonly name: string;
}

interface Line {
  readonly key: number;
  readonly pieces: number;
  readonly name: string;
  readonly back: number;
  readonly lost: boolean;
}

/** Keys of the desk that open no tenant's door, one to a loan; deposits in cash: what the bench lends. */
export function handLending(desk: BenchDesk): HandLending {
  const { parts, backend } = desk;
  const { policies } = parts;
  const hand = byHand(desk);
  const sql = prepareAll(backend.database.db.connection, LENDING);

  const policy = () => ({
    ...{ hours: policies.value('keys.hours'), untilClosing: policies.value('keys.untilClosing') },
    ...{ mayBorrow: policies.value('keys.mayBorrow'), idAsked: policies.value('keys.idAsked') },
  });

  function lend(key: number, who: number, printSlip: boolean): number {
    const input = { commandId: uuidv7(), key, who, printSlip };
    const { commandId } = input;
    return hand.inTransaction('keys.lend', input, (now, day) => {
      const borrower = sql.borrower.get(who) as Borrower;
      const row = sql.key.get(key) as KeyRow;
      if (row.state !== 'in_cabinet' || sql.holder.get(key)) throw new Error('the bench lent a key twice');
      const rules = policy();
      const mayBorrow = row.may_borrow === null ? null : (JSON.parse(row.may_borrow) as Borrower['kind'][]);
      const asked = { kind: row.kind, mayBorrow, idAsked: row.id_asked === 1, loanHours: row.loan_hours };
      const overdue = sql.overdue.get(who, now) !== undefined;
      const hasDocument = borrower.document_index !== null;
      const asking = {
        kind: borrower.kind,
        contact: borrower.contact,
        hasDocument,
        overdue,
        authorisedBy: null,
      };
      const bars = barsOf(asked, asking, { policy: rules, authorisers: null });
      // Who lends in the bench is a supervisor, who may; walk-ins are not allowed a key by themselves.
      if (bars.length > 0 && !holdsRight('supervisor', 'keys.override'))
        throw new Error(`barred: ${bars.join()}`);
      const hours = { lentAt: now, now, calendar: parts.calendar(), closes: parts.hours('L1').closes };
      const dueAt = dueOfKeys([asked], { ...hours, policy: rules });
      const id = hand.newRecord();
      const number = hand.nextNumber('K', day);
      const slipCode = hand.newCode('keyLoan', id);
      const { name, phone, company } = borrower;
      hand.append({
        ...{ record: id, type: 'key_loan.lent', version: keyLoanEvents['key_loan.lent'].version },
        ...{ commandId, now, day, clock: now },
        body: {
          ...{ number, slipCode, kind: 'lent', lines: [{ key, pieces: row.pieces }], dueAt, borrower: who },
          ...{ authorisedBy: null, slipPrinted: printSlip, bars },
        },
        seal: (place) =>
          hand.sealNew(id, place, {
            ...{ borrowerName: name, borrowerPhone: phone, borrowerFrom: company, authorisedByName: null },
            ...{ purpose: '检修', remarks: null, overrideReason: null, keyNames: [row.name] },
          }),
      });
      const lines = JSON.stringify([{ key, pieces: row.pieces, name: row.name, back: 0, lost: false }]);
      sql.insertLoan.run(
        ...[id, number, day, now, who, name, phone, company, '检修', lines, now, dueAt, Number(slipCode)],
        ...[Number(printSlip), bars.length === 0 ? null : JSON.stringify(bars)],
      );
      sql.insertLine.run(1, key, id, row.pieces, who);
      return { id, number, printJob: printSlip ? hand.print(id, 'keyLoan', now) : null };
    }).id;
  }

  return {
    lendKey: (key, who) => lend(key, who, false),
    lendKeyWithSlip: (key, who) => lend(key, who, true),

    returnKey(id) {
      const input = { commandId: uuidv7(), loan: id };
      const { commandId } = input;
      hand.inTransaction('keys.return', input, (now, day) => {
        const loan = sql.loan.get(id) as { state: string; lines: string; borrower: number };
        const [line] = JSON.parse(loan.lines) as Line[];
        if (loan.state !== 'open' || !line) throw new Error('the bench took a key back twice');
        const { key, pieces } = line;
        const clock = hand.clockAfter(id, now);
        hand.append({
          ...{ record: id, type: 'key_loan.returned', version: keyLoanEvents['key_loan.returned'].version },
          ...{ commandId, now, day, clock, body: { lines: [{ key, pieces }], way: 'list' }, seal: null },
        });
        sql.loanBack.run(clock, JSON.stringify([{ ...line, back: pieces }]), now, id);
        sql.dropLine.run(key, id);
        sql.insertLine.run(0, key, id, 0, loan.borrower);
        const row = sql.key.get(key) as KeyRow;
        const isHome = row.state === 'in_cabinet' && row.home_desk === 'L1' && row.desk === 'L1';
        if (sql.holder.get(key) || !isHome) throw new Error('the bench took a key back elsewhere');
        return { id, state: 'returned', inTransfer: [] };
      });
    },

    refund(id) {
      const input = { commandId: uuidv7(), deposit: id, deductions: [], proof: { how: 'receipt' } };
      const { commandId } = input;
      hand.inTransaction('loans.settle', input, (now, day) => {
        const deposit = sql.deposit.get(id) as {
          state: string;
          desk: string;
          amount_fen: number;
          loan: number;
          book: string;
        };
        const loan = sql.itemLoan.get(deposit.loan) as { state: string };
        const isHere = deposit.desk === 'L1' && journalOf(id) === hand.journal;
        if (deposit.state !== 'held' || loan.state === 'open' || !isHere)
          throw new Error('the bench refunded a deposit twice');
        const refundFen = deposit.amount_fen;
        const clock = hand.clockAfter(id, now);
        const said = { refundFen, shortfallFen: 0, pending: false, proof: 'receipt' };
        hand.append({
          ...{ record: id, type: 'deposit.settled', version: depositEvents['deposit.settled'].version },
          ...{ commandId, now, day, clock, body: { ...said, deductions: [], verifiedBy: null } },
          seal: (place) =>
            hand.sealAgain(id, place, { what: [], proxyName: null, proxyPhone: null, verified: null }),
        });
        const book = JSON.parse(deposit.book) as { settlements: object[] };
        book.settlements.push({
          ...{ desk: 'L1', at: now, refundFen, shortfallFen: 0, pending: false, proof: 'receipt' },
          ...{ verifiedBy: null, deductions: [], proxyName: null, proxyPhone: null },
        });
        sql.settle.run(clock, refundFen, JSON.stringify(book), id);
        sql.paidBack.run(refundFen);
        const printJobs = [hand.print(id, 'depositRefund', now)];
        return { id, state: 'refunded', refundFen, shortfallFen: 0, printJobs };
      });
    },
  };
}
