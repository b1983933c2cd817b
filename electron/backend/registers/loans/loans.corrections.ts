// Setting right what was written: lost, found, taken back, voided, amended. Nothing is deleted, everything is history.
import type { z } from 'zod';
import type { Condition } from '../../../api/loan-states.ts';
import type { borrowerPick } from '../../../api/borrowers.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { entriesOf } from '../../journal/entries.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import type { Actor } from '../register.ts';
import { find, lose as loseThings } from './items.moves.ts';
import { loanInState, passBars, refuse } from './loans.checks.ts';
import { loanEvents } from './loans.events.ts';
import { weightsOf } from './loans.found.ts';
import { outOf, type LoanLine } from './loans.fold.ts';
import type { LoansParts } from './loans.parts.ts';
import { findItem, findType } from './items.store.ts';
import type { StoredLoan } from './loans.row.ts';

type LoanInput = { readonly commandId: string; readonly loan: number };
type SomeOfLine = LoanInput & { readonly line: number; readonly count: number };
type AmendInput = LoanInput & {
  readonly borrower: z.output<typeof borrowerPick> | null;
  readonly remarks: string | null;
  readonly approval: string | null;
};

const ENDED = ['returned', 'returned_damaged', 'lost'] as const;

export type LoanCorrections = ReturnType<typeof createLoanCorrections>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createLoanCorrections(parts: LoansParts) {
  const { journal, clock, approvals, deposits, borrowers } = parts;

  function lose(actor: Actor, input: SomeOfLine & { readonly note: string | null }): { id: number } {
    return journal.command({ action: 'loans.lose', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const { line, count, note } = input;
      const held = lineOf(loan, line, count, (each) => outOf(loan.state, each));
      const body = { line, count };
      command.append(loanEvents, loan.id, { type: 'loan.lost', body, sealed: { note } }, loan);
      loseThings(command, { ...held, count, lentFrom: loan.desk }, note);
      return { id: loan.id };
    });
  }

  /** What was kept for it is owed again, which somebody has to approve. */
  function found(
    actor: Actor,
    input: SomeOfLine & { readonly condition: Condition; readonly approval: string | null },
  ): { id: number } {
    const { line, count, condition, approval, commandId } = input;
    const done = journal.command({ action: 'loans.found', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', ...ENDED]);
      const held = lineOf(loan, line, count, (each) => each.lost);
      deposits.reverse(command, loan.id, weightsOf(command.tx, loan, line, count), () =>
        approvals.use(command, actor, { right: 'loans.decide', record: loan.id, commandId }, approval),
      );
      const body = { line, count, condition };
      command.append(loanEvents, loan.id, { type: 'loan.found', body, sealed: null }, loan);
      const desk = command.author.desk ?? loan.desk;
      find(command, { ...held, count, lentFrom: loan.desk }, condition, desk, clock.now());
      return { id: loan.id };
    });
    approvals.spend(approval);
    return done;
  }

  /** Within ten minutes, by who made the entry, of a loan that nothing happened to since. */
  function takeBack(actor: Actor, input: LoanInput): { id: number } {
    return journal.command({ action: 'loans.takeBack', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const entry = freshEntry(command.tx, loan.id);
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!entry || !mayTakeBack(entry, by)) throw refuse('TOO_LATE', undefined);
      deposits.withdraw(command, loan.id);
      command.append(loanEvents, loan.id, { type: 'loan.taken_back', body: {}, sealed: null }, loan);
      return { id: loan.id };
    });
  }

  /** Struck through for good, with a reason, by or with the approval of a supervisor; the things are at hand again. */
  function voidLoan(
    actor: Actor,
    input: LoanInput & { readonly reason: string; readonly approval: string | null },
  ): { id: number } {
    const { reason, approval, commandId } = input;
    const done = journal.command({ action: 'loans.void', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', ...ENDED]);
      approvals.use(command, actor, { right: 'loans.void', record: loan.id, commandId }, approval);
      deposits.withdraw(command, loan.id);
      putLostBack(command, loan);
      command.append(loanEvents, loan.id, { type: 'loan.voided', body: {}, sealed: { reason } }, loan);
      return { id: loan.id };
    });
    approvals.spend(approval);
    return done;
  }

  /** A loan that never was has lost nothing. */
  function putLostBack(command: Command, loan: StoredLoan): void {
    const now = clock.now();
    for (const line of loan.lines) {
      const item = line.item === null ? null : findItem(command.tx, line.item);
      const isLost = line.lost > 0 && (line.item === null || item?.state === 'lost');
      if (isLost) find(command, { ...line, count: line.lost, lentFrom: loan.desk }, 'ok', loan.desk, now);
    }
  }

  /** Whoever has it from now on by the book is judged as if it were lent to them now. */
  function amend(actor: Actor, input: AmendInput): { id: number } {
    const done = journal.command({ action: 'loans.amend', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', ...ENDED]);
      const { borrower: pick, remarks } = input;
      const other = pick && borrowers.resolve(command, pick);
      if (other && other.id !== loan.borrower && loan.state === 'open') {
        const lines = loan.lines.flatMap((line) => {
          const type = findType(command.tx, line.type);
          const count = outOf(loan.state, line);
          return type && count > 0 ? [{ type, item: null, count }] : [];
        });
        const question = { lines, borrower: other, waivedFen: 0, role: actor.role };
        passBars(parts, command, actor, input, question, loan.id);
      }
      const taker = other ?? {
        ...{ id: loan.borrower, name: loan.borrowerName ?? '' },
        ...{ phone: loan.borrowerPhone, from: loan.borrowerFrom },
      };
      command.append(
        loanEvents,
        loan.id,
        {
          type: 'loan.amended',
          body: { borrower: taker.id },
          sealed: {
            ...{ borrowerName: taker.name, borrowerPhone: taker.phone, borrowerFrom: taker.from },
            remarks,
          },
        },
        loan,
      );
      return { id: loan.id };
    });
    approvals.spend(input.approval);
    return done;
  }

  return { lose, found, takeBack, voidLoan, amend };
}

/** The line, where it has as many as are named. Throws COUNT_WRONG. */
function lineOf(loan: StoredLoan, at: number, count: number, has: (line: LoanLine) => number): LoanLine {
  const line = loan.lines[at];
  const most = line ? has(line) : 0;
  if (!line || count > most) throw refuse('COUNT_WRONG', { field: 'count', most });
  return line;
}

/** What goes with an entry and is taken back along with it. */
const BESIDES = /\.(slip_reprinted|signed)$/;

/** Who lent it and when it was typed, where nothing happened to it since but a reprint. */
export function freshEntry(
  db: Db,
  record: number,
): { readonly staff: number | null; readonly at: number } | null {
  const last = entriesOf(db, record, BESIDES).at(-1);
  return last?.type === 'loan.lent' ? { staff: last.staff, at: last.recordedAt } : null;
}
