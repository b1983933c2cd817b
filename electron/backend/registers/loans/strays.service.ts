// What comes back without a loan 无主归还: taken in, and matched to its loan once that is found.
import type { OfferedBack } from '../../../api/deposit-states.ts';
import type { Condition, loanErrors } from '../../../api/loan-states.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { mayTakeBackLast, type TakingBack } from './deposits.entry.ts';
import { find, takeIn } from './items.moves.ts';
import { findItem, findType } from './items.store.ts';
import { loanInState } from './loans.checks.ts';
import { outOf } from './loans.fold.ts';
import { appendFound, lossOf } from './loans.found.ts';
import type { LoansParts } from './loans.parts.ts';
import type { LoansService } from './loans.service.ts';
import { listLinesOfItem } from './loans.store.ts';
import { strayEvents } from './strays.events.ts';
import { findStray, type StoredStray } from './strays.store.ts';

type Commanded = { readonly commandId: string };
type StrayInput = Commanded & { readonly stray: number };
type TakenInput = Commanded & {
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
  readonly condition: Condition;
  readonly remarks: string | null;
};

/** Which loan had lost it or had it, and what may be given back for it. */
interface CameBack {
  readonly id: number;
  readonly loan: number | null;
  readonly deposits: OfferedBack[];
}

const refuse = refusals<typeof loanErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createStraysService(
  { journal, clock, deposits }: Pick<LoansParts, 'journal' | 'clock' | 'deposits'>,
  { appendReturn }: Pick<LoansService, 'appendReturn'>,
) {
  function take(actor: Actor, input: TakenInput): CameBack {
    return journal.command({ action: 'loans.returnStray', input }, actor.author, (command) => {
      const { type, item, condition, remarks } = input;
      checkThing(command.tx, input);
      const desk = command.author.desk ?? '';
      const count = item === null ? input.count : 1;
      const id = command.newRecord();
      const isLost = item !== null && findItem(command.tx, item)?.state === 'lost';
      const loss = isLost ? lossOf(command.tx, item) : null;
      const body = { type, item, count, condition };
      command.append(strayEvents, id, { type: 'stray_return.taken', body, sealed: { remarks } });
      // What goes by count is out with somebody until the loan is found; an item lies here, and as it came.
      if (item !== null) takeIn(command, { type, item, count, lentFrom: desk }, condition, desk, clock.now());
      if (!loss) return { id, loan: null, deposits: [] };
      // Whose it is stands on it: the loan that lost it is not lost any more.
      const { loan, line } = loss;
      const offered = appendFound(deposits, command, loan, { line, count, condition });
      const matched = { loan: loan.id, line };
      command.append(strayEvents, id, { type: 'stray_return.matched', body: matched, sealed: null });
      return { id, loan: loan.id, deposits: offered };
    });
  }

  /** What is out of the loan's line comes back, then what was lost of it is found; where and when the stray was taken in. */
  function match(
    actor: Actor,
    input: StrayInput & { readonly loan: number; readonly line: number },
  ): CameBack {
    return journal.command({ action: 'loans.matchStray', input }, actor.author, (command) => {
      const stray = openStray(command.tx, input.stray);
      const { id, type, item, count, condition, at, desk } = stray;
      const loan = loanInState(command.tx, input.loan, ['open', 'returned', 'returned_damaged', 'lost']);
      const line = loan.lines[input.line];
      const fits = line?.type === type && line.item === item && loan.lentAt <= at;
      if (!line || !fits) throw refuse('FIELD_NEEDED', { field: 'line' });
      const out = outOf(loan.state, line);
      const most = out + line.lost;
      if (count > most) throw refuse('COUNT_WRONG', { field: 'count', most });
      const back = Math.min(count, out);
      if (back > 0) {
        const lines = [{ line: input.line, count: back, condition }];
        appendReturn(command, loan, { lines, way: 'list', at, stray });
      }
      const offered = back < count ? findRest(command, loan.id, count - back) : [];
      const body = { loan: loan.id, line: input.line };
      command.append(strayEvents, id, { type: 'stray_return.matched', body, sealed: null });
      return { id, loan: loan.id, deposits: offered };

      function findRest({ tx }: Command, record: number, found: number): OfferedBack[] {
        const now = loanInState(tx, record, ['open', 'returned', 'returned_damaged', 'lost']);
        const some = { line: input.line, count: found, condition };
        const kept = appendFound(deposits, command, now, some);
        const held = now.lines[input.line];
        if (held) find(command, { ...held, count: found, lentFrom: now.desk }, condition, desk, at);
        return kept;
      }
    });
  }

  function takeBack(actor: Actor, input: StrayInput): { id: number } {
    return journal.command({ action: 'loans.takeBackStray', input }, actor.author, (command) => {
      const { id } = openStray(command.tx, input.stray);
      if (!mayTakeBackStray(command.tx, id, { ...actor.author, now: clock.now() })) {
        throw refuse('TOO_LATE', undefined);
      }
      command.append(strayEvents, id, { type: 'stray_return.taken_back', body: {}, sealed: null });
      return { id };
    });
  }

  /** Nobody will be found for it: it leaves the list. What lies here and what is out by the book stays as it is. */
  function close(actor: Actor, input: StrayInput & { readonly reason: string }): { id: number } {
    return journal.command({ action: 'loans.closeStray', input }, actor.author, (command) => {
      const { id } = openStray(command.tx, input.stray);
      const { reason } = input;
      command.append(strayEvents, id, { type: 'stray_return.closed', body: {}, sealed: { reason } });
      return { id };
    });
  }

  /** It was closed by a slip of the hand, by them, a moment ago. */
  function reopen(actor: Actor, input: StrayInput): { id: number } {
    return journal.command({ action: 'loans.reopenStray', input }, actor.author, (command) => {
      const { id } = strayInState(command.tx, input.stray, 'closed');
      const by = { ...actor.author, now: clock.now() };
      if (!mayTakeBackLast(command.tx, id, 'stray_return.closed', by)) throw refuse('TOO_LATE', undefined);
      command.append(strayEvents, id, { type: 'stray_return.reopened', body: {}, sealed: null });
      return { id };
    });
  }

  return { take, match, takeBack, close, reopen };
}

export function mayTakeBackStray(db: Db, id: number, by: TakingBack): boolean {
  return mayTakeBackLast(db, id, 'stray_return.taken', by);
}

/** On file, of its type, and with nobody: what is out goes back to its loan. */
function checkThing(db: Db, { type, item }: TakenInput): void {
  const kind = findType(db, type);
  if (!kind) throw refuse.notFound('loan_type');
  if ((item === null) !== (kind.tracking === 'count')) throw refuse('FIELD_NEEDED', { field: 'item' });
  if (item === null) return;
  const thing = findItem(db, item);
  if (thing?.type !== type) throw refuse.notFound('loan_item');
  if (listLinesOfItem(db, item).length > 0) throw refuse('WRONG_STATE', { record: item, state: 'out' });
}

function openStray(db: Db, id: number): StoredStray {
  return strayInState(db, id, 'open');
}

function strayInState(db: Db, id: number, state: StoredStray['state']): StoredStray {
  const stray = findStray(db, id);
  if (!stray) throw refuse.notFound('stray_return');
  if (stray.state !== state) throw refuse('WRONG_STATE', { record: id, state: stray.state });
  return stray;
}
