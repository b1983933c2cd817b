// What the desk does with loans: each action is one command — read, rule, append — or nothing at all.
import type { z } from 'zod';
import type { loanForm } from '../../../api/loan-forms.ts';
import type { Condition } from '../../../api/loan-states.ts';
import type { Signature } from '../../../api/lending.ts';
import type { SIGNED_ACTIONS } from '../../../api/policies.ts';
import type { Command } from '../../journal/command.ts';
import { mayBeDue } from '../../lending/due.rules.ts';
import { mayEnterLate, mayTakeBack } from '../../shared/entries.rules.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import type { Actor } from '../register.ts';
import { bringHere, takeIn, takeOut } from './items.moves.ts';
import {
  checkAvailable,
  checkItem,
  checkStillHere,
  linesOnFile,
  loanInState,
  passBars,
  refuse,
  type CheckedLine,
} from './loans.checks.ts';
import { loanEvents } from './loans.events.ts';
import { outOf, type LastReturn } from './loans.fold.ts';
import type { LoansParts } from './loans.parts.ts';
import { isPaidBack } from './deposits.rules.ts';
import { depositAsked, dueOfTypes } from './loans.rules.ts';
import type { StoredLoan } from './loans.row.ts';
import { strayEvents } from './strays.events.ts';
import { findStray } from './strays.store.ts';

type LendInput = z.output<typeof loanForm> & { readonly commandId: string; readonly approval: string | null };
type LoanInput = { readonly commandId: string; readonly loan: number };
interface ReturnedLine {
  readonly line: number;
  readonly count: number;
  readonly condition: Condition;
}
type ReturnInput = LoanInput & {
  /** Null: all that is out, in good condition. */
  readonly lines: readonly ReturnedLine[] | null;
  readonly way: 'scan' | 'list';
  readonly returnedAt: number | null;
  readonly signature: Signature;
};

export interface Lent {
  readonly id: number;
  readonly number: string;
  readonly deposit: { readonly id: number; readonly number: string } | null;
  readonly printJobs: number[];
}

export type LoansService = ReturnType<typeof createLoansService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createLoansService(parts: LoansParts) {
  const { journal, clock, slips, policies, approvals, borrowers, deposits, signatures } = parts;

  function lend(actor: Actor, input: LendInput): Lent {
    signatures.check('itemOut', input.signature);
    const lent = journal.command({ action: 'loans.lend', input }, actor.author, (command) => {
      const { tx, author } = command;
      const lentAt = happened(input.lentAt, 'lentAt');
      const lines = linesOnFile(tx, input.lines);
      checkAvailable(tx, lines, author.desk ?? '', clock.now());
      const now = clock.now();
      const types = lines.map(({ type }) => type);
      const dueAt = input.dueAt ?? dueOfTypes(types, { lentAt, now, calendar: parts.calendar() });
      if (!mayBeDue(dueAt, { lentAt, now })) throw refuse('FIELD_NEEDED', { field: 'dueAt' });
      const { waivedFen, waived } = money(lines, input.deposit);
      const borrower = borrowers.resolve(command, input.borrower);
      const id = command.newRecord();
      const question = { lines, borrower, waivedFen, role: actor.role };
      const bars = passBars(parts, command, actor, input, question, id);
      const number = command.nextNumber('L');
      command.append(loanEvents, id, {
        type: 'loan.lent',
        happenedAt: lentAt,
        body: {
          ...{ number, slipCode: newScanCode('loan', parts.random), borrower: borrower.id, dueAt, bars },
          lines: lines.map(({ type, item, count }) => ({ type: type.id, item: item?.id ?? null, count })),
          slipPrinted: input.printSlip,
        },
        sealed: {
          ...{ borrowerName: borrower.name, borrowerPhone: borrower.phone, borrowerFrom: borrower.from },
          ...{ remarks: input.remarks, waived },
        },
      });
      sign(command, id, 'itemOut', input.signature);
      for (const { item } of lines) if (item) bringHere(command, item, author.desk ?? item.desk);
      const taken =
        input.deposit?.how === 'paid'
          ? deposits.take(command, actor, {
              ...{ loan: id, payment: input.deposit, payer: borrower, at: lentAt },
              items: itemsText(lines, actor.language),
            })
          : null;
      const slip = input.printSlip ? [print(command, actor, id, 0)] : [];
      return {
        ...{ id, number, deposit: taken && { id: taken.id, number: taken.number } },
        printJobs: [...slip, ...(taken?.printJobs ?? [])],
      };
    });
    approvals.spend(input.approval);
    slips.wake();
    return lent;
  }

  function giveBack(actor: Actor, input: ReturnInput): { id: number; state: StoredLoan['state'] } {
    signatures.check('itemIn', input.signature);
    return journal.command({ action: 'loans.return', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const at = happened(input.returnedAt, 'returnedAt');
      // A clock that was set back keeps nobody's thing out; what somebody types has to make sense.
      if (input.returnedAt !== null && at < loan.lentAt) {
        throw refuse('FIELD_NEEDED', { field: 'returnedAt' });
      }
      const lines = input.lines ?? allOut(loan);
      checkCounts(loan, lines);
      const state = appendReturn(command, loan, { lines, way: input.way, at });
      sign(command, loan.id, 'itemIn', input.signature);
      return { id: loan.id, state };
    });
  }

  /** Appends a return, and what it does to the things. Answers the loan's state after it. */
  function appendReturn(
    command: Command,
    loan: StoredLoan,
    {
      lines,
      way,
      at,
      stray,
    }: {
      readonly lines: readonly ReturnedLine[];
      readonly way: 'scan' | 'list';
      readonly at: number;
      /** Where it lies since it was taken in without a loan. */
      readonly stray?: { readonly id: number; readonly desk: string };
    },
  ): StoredLoan['state'] {
    const desk = stray?.desk ?? command.author.desk ?? loan.desk;
    command.append(
      loanEvents,
      loan.id,
      {
        type: 'loan.returned',
        happenedAt: at,
        body: { lines: [...lines], way, stray: stray?.id ?? null },
        sealed: null,
      },
      loan,
    );
    for (const { line, count, condition } of lines) {
      const held = loan.lines[line];
      if (held) takeIn(command, { ...held, count, lentFrom: loan.desk }, condition, desk, at);
    }
    return loanInState(command.tx, loan.id, ['open', 'returned', 'returned_damaged', 'lost']).state;
  }

  /** The last return was a mistake, and no money went out for it: what came back with it is out again, as if it had never come. */
  function reopen(actor: Actor, input: LoanInput): { id: number } {
    return journal.command({ action: 'loans.reopen', input }, actor.author, (command) => {
      const { tx } = command;
      const loan = loanInState(tx, input.loan, ['open', 'returned', 'returned_damaged', 'lost']);
      const { lastReturn } = loan;
      if (!lastReturn) throw refuse('WRONG_STATE', { record: loan.id, state: loan.state });
      const entry = { staff: lastReturn.staff, at: lastReturn.typedAt };
      if (!mayTakeBack(entry, { staff: actor.author.staff, now: clock.now() }))
        throw refuse('TOO_LATE', undefined);
      const paid = deposits.ofLoan(tx, loan.id).find(isPaidBack);
      if (paid) throw refuse('WRONG_STATE', { record: paid.id, state: paid.state });
      appendReopen(command, loan, lastReturn);
      return { id: loan.id };
    });
  }

  /** Appends that a return was none, where what came back with it is still here. Answers the loan after it. */
  function appendReopen(command: Command, loan: StoredLoan, lastReturn: LastReturn): StoredLoan {
    const { tx } = command;
    const stray = lastReturn.stray === undefined ? undefined : findStray(tx, lastReturn.stray);
    // What was matched lies where it was taken in, whoever found out whose it was.
    const came = { ...lastReturn, desk: stray?.desk ?? lastReturn.desk };
    for (const { line } of came.lines) {
      const item = loan.lines[line]?.item ?? null;
      if (item !== null) checkItem(tx, item, clock.now(), ['available', 'resting', 'out_of_service']);
    }
    checkStillHere(tx, loan, came, clock.now());
    command.append(loanEvents, loan.id, { type: 'loan.reopened', body: {}, sealed: null }, loan);
    for (const { line, count, condition } of came.lines) {
      const held = loan.lines[line];
      const moved = held && { ...held, count, lentFrom: loan.desk };
      const times = { at: came.at, now: clock.now() };
      if (moved) takeOut(command, moved, condition, came.desk, times);
    }
    if (stray?.state === 'matched') {
      command.append(strayEvents, stray.id, { type: 'stray_return.unmatched', body: {}, sealed: null });
    }
    return loanInState(tx, loan.id, ['open']);
  }

  function extend(actor: Actor, input: LoanInput & { readonly dueAt: number }): { id: number } {
    return journal.command({ action: 'loans.extend', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const { dueAt } = input;
      if (!mayBeDue(dueAt, { lentAt: loan.lentAt, now: clock.now() }))
        throw refuse('FIELD_NEEDED', { field: 'dueAt' });
      command.append(loanEvents, loan.id, { type: 'loan.extended', body: { dueAt }, sealed: null }, loan);
      return { id: loan.id };
    });
  }

  function reprint(actor: Actor, input: LoanInput): { id: number; printJob: number } {
    const printed = journal.command({ action: 'loans.reprint', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      command.append(loanEvents, loan.id, { type: 'loan.slip_reprinted', body: {}, sealed: null }, loan);
      return { id: loan.id, printJob: print(command, actor, loan.id, loan.slipPrints) };
    });
    slips.wake();
    return printed;
  }

  /** Appends the signature behind what it is for, where there is one. */
  function sign(
    command: Command,
    loan: number,
    action: (typeof SIGNED_ACTIONS)[number],
    signature: Signature,
  ): void {
    const body = signatures.keep(command, loan, action, signature);
    if (body) command.append(loanEvents, loan, { type: 'loan.signed', body, sealed: null });
  }

  /** How much of the deposit that is asked is not taken, and why; FIELD_NEEDED where nobody said, or nobody can tell which payment it was. */
  function money(lines: readonly CheckedLine[], deposit: LendInput['deposit']) {
    const asked = depositAsked(lines);
    const paid = deposit?.how === 'paid' ? deposit.amountFen : 0;
    const waivedFen = Math.max(0, asked - paid);
    const waived = deposit?.reason ?? null;
    if (deposit?.how === 'paid' && deposit.method !== 'cash' && deposit.reference === null) {
      throw refuse('FIELD_NEEDED', { field: 'reference' });
    }
    if (waivedFen > 0 && waived === null) {
      throw refuse('FIELD_NEEDED', { field: deposit === null ? 'deposit' : 'reason' });
    }
    return { waivedFen, waived };
  }

  /** The time that was typed 补录, where it may be written down now; else now. */
  function happened(typed: number | null, field: 'lentAt' | 'returnedAt'): number {
    const now = clock.now();
    if (typed === null) return now;
    if (!mayEnterLate(typed, now, policies.value('lateEntry.days'))) throw refuse('FIELD_NEEDED', { field });
    return typed;
  }

  function print(command: Command, { language }: Actor, record: number, reprints: number): number {
    return slips.enqueue(command.tx, { record, kind: 'loanSlip', language, reprint: reprints });
  }

  return { lend, giveBack, appendReturn, appendReopen, reopen, extend, reprint };
}

/** Everything that is out, in good condition. */
export function allOut(loan: StoredLoan): ReturnedLine[] {
  return loan.lines.flatMap((line, at) => {
    const count = outOf(loan.state, line);
    return count > 0 ? [{ line: at, count, condition: 'ok' as const }] : [];
  });
}

/** Throws COUNT_WRONG where more of a line is named than is out. */
function checkCounts(loan: StoredLoan, lines: readonly ReturnedLine[]): void {
  for (const at of new Set(lines.map(({ line }) => line))) {
    const held = loan.lines[at];
    const most = held ? outOf(loan.state, held) : 0;
    const asked = lines.filter(({ line }) => line === at).reduce((sum, { count }) => sum + count, 0);
    if (asked > most) throw refuse('COUNT_WRONG', { field: 'count', most });
  }
}

/** `雨伞 YS-014、行李车 ×2` */
function itemsText(lines: readonly CheckedLine[], language: 'zh-CN' | 'en'): string {
  const name = ({ nameZh, nameEn }: CheckedLine['type']) => (language === 'zh-CN' ? nameZh : nameEn);
  return lines
    .map(({ type, item, count }) => `${name(type)} ${item?.asset ?? `×${count}`}`)
    .join(language === 'zh-CN' ? '、' : ', ');
}
