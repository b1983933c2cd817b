// What there is to lend, put on file and kept in order: types, items, counts, rests, blocks, losses, daily checks.
import type { z } from 'zod';
import type { loanItemCalls } from '../../../api/loan-items.contract.ts';
import type { Command } from '../../journal/command.ts';
import { tagUidOf } from '../../shared/tag-uid.ts';
import type { Actor } from '../register.ts';
import { loanItemEvents, loanTypeEvents } from './items.events.ts';
import { putItem as fileItem, putType as fileType } from './items.file.ts';
import {
  blockStock,
  loseStock,
  noteStock,
  restStock,
  setStock as countAnew,
  stockOf,
} from './items.moves.ts';
import { findItem, findType, listItems, type StoredItem, type StoredType } from './items.store.ts';
import { checkItem, refuse } from './loans.checks.ts';
import { appendFound, countLostWith, lossOf } from './loans.found.ts';
import type { LoansParts } from './loans.parts.ts';
import { countsAt, type Counts } from './loans.rules.ts';
import { countOutOf, listLinesOfItem } from './loans.store.ts';

type Input<Call extends keyof typeof loanItemCalls> = z.output<
  NonNullable<(typeof loanItemCalls)[Call]['~orpc']['inputSchema']>
>;
type Done = { id: number };

export type ItemsService = ReturnType<typeof createItemsService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createItemsService(parts: LoansParts) {
  const { journal, clock, slips } = parts;

  function putType(actor: Actor, input: Input<'putType'>): Done {
    return journal.command({ action: 'loans.putType', input }, actor.author, (command) => {
      const { commandId: _, type, ...form } = input;
      const known = type === null ? null : typeOnFile(command, type);
      // What is out goes by asset code or by count: the kind of a type stays.
      if (known && known.tracking !== form.tracking) throw refuse('FIELD_NEEDED', { field: 'tracking' });
      return { id: fileType(command, form, known?.id) };
    });
  }

  function withdrawType(actor: Actor, input: Input<'withdrawType'>): Done {
    return journal.command({ action: 'loans.withdrawType', input }, actor.author, (command) => {
      const { id } = typeOnFile(command, input.type);
      command.append(loanTypeEvents, id, { type: 'loan_type.withdrawn', body: {}, sealed: null });
      return { id };
    });
  }

  function putItem(actor: Actor, input: Input<'putItem'>): Done {
    return journal.command({ action: 'loans.putItem', input }, actor.author, (command) => {
      const { tx } = command;
      const { asset, remark } = input;
      const type = typeOnFile(command, input.type);
      if (type.tracking !== 'asset') throw refuse('FIELD_NEEDED', { field: 'type' });
      const known = input.item === null ? null : itemOnFile(command, input.item);
      // Its loan says what it is, and what it costs.
      if (known && known.type !== type.id) refuseOut(command, known.id);
      const other = listItems(tx).find(
        (each) => each.asset === asset && each.id !== known?.id && each.state !== 'retired',
      );
      if (other) throw refuse('ASSET_KNOWN', { field: 'asset', item: other.id });
      return { id: fileItem(command, { type: type.id, asset, remark }, parts.random, known ?? undefined) };
    });
  }

  /** Nothing wears two RFID tags, and none is worn by two things. */
  function bindTag(actor: Actor, input: Input<'bindTag'>): Done {
    return journal.command({ action: 'loans.bindTag', input }, actor.author, (command) => {
      const { id, state } = itemOnFile(command, input.item);
      if (state === 'retired') throw refuse('WRONG_STATE', { record: id, state });
      const rfid = input.tag === null ? null : tagUidOf(input.tag);
      if (rfid === null && input.tag !== null) throw refuse('FIELD_NEEDED', { field: 'tag' });
      const other = rfid === null ? null : parts.wearerOf(command.tx, rfid, id);
      if (other) throw refuse('TAG_TAKEN', { field: 'tag', wearer: other.wearer, number: other.number });
      command.append(loanItemEvents, id, { type: 'loan_item.tag_bound', body: { rfid }, sealed: null });
      return { id };
    });
  }

  function setStock(actor: Actor, input: Input<'setStock'>): Done {
    return journal.command({ action: 'loans.setStock', input }, actor.author, (command) => {
      const { id: type } = countedType(command, input.type);
      const desk = input.desk ?? command.author.desk ?? '';
      return { id: countAnew(command, { type, desk }, input.total) };
    });
  }

  function printTag(actor: Actor, input: Input<'printTag'>): Done & { printJob: number } {
    const printed = journal.command({ action: 'loans.printTag', input }, actor.author, (command) => {
      const { id } = itemOnFile(command, input.item);
      command.append(loanItemEvents, id, { type: 'loan_item.tag_printed', body: {}, sealed: null });
      const order = { record: id, kind: 'loanItemTag', language: actor.language, reprint: 0 };
      return { id, printJob: slips.enqueue(command.tx, order) };
    });
    slips.wake();
    return printed;
  }

  /** One step of one item, where its state allows it. */
  function step<Call extends 'retireItem' | 'rest' | 'restOver' | 'block' | 'release' | 'miss'>(
    call: Call,
    states: readonly StoredItem['state'][],
    append: (command: Command, item: StoredItem, input: Input<Call>) => void,
  ) {
    return (actor: Actor, input: Input<Call>): Done =>
      journal.command({ action: `loans.${call}`, input }, actor.author, (command) => {
        const item = itemOnFile(command, input.item);
        if (!states.includes(item.state)) throw refuse('WRONG_STATE', { record: item.id, state: item.state });
        append(command, item, input);
        return { id: item.id };
      });
  }

  const at = { body: {}, sealed: null } as const;
  const rest = step('rest', ['available', 'resting'], (command, item, { until }) => {
    checkItem(command.tx, item.id, clock.now(), ['available', 'resting']);
    checkUntil(until);
    command.append(loanItemEvents, item.id, { type: 'loan_item.rested', body: { until }, sealed: null });
  });
  const restOver = step('restOver', ['resting'], (command, { id }) =>
    command.append(loanItemEvents, id, { type: 'loan_item.rest_over', ...at }),
  );
  const block = step('block', ['available', 'resting'], (command, { id }, { reason }) =>
    command.append(loanItemEvents, id, { type: 'loan_item.blocked', body: {}, sealed: { reason } }),
  );
  const release = step('release', ['out_of_service'], (command, { id }) =>
    command.append(loanItemEvents, id, { type: 'loan_item.released', ...at }),
  );
  const miss = step('miss', ['available', 'resting', 'out_of_service'], (command, { id }, { note }) => {
    refuseOut(command, id);
    command.append(loanItemEvents, id, { type: 'loan_item.lost', body: {}, sealed: { note } });
  });
  /** Where somebody had lost it, their loan is not lost any more either. */
  function turnedUp(actor: Actor, input: Input<'turnedUp'>) {
    return journal.command({ action: 'loans.turnedUp', input }, actor.author, (command) => {
      const { id, state } = itemOnFile(command, input.item);
      if (state !== 'lost') throw refuse('WRONG_STATE', { record: id, state });
      const loss = lossOf(command.tx, id);
      const some = { line: loss?.line ?? 0, count: 1, condition: 'ok' } as const;
      const offered = loss ? appendFound(parts.deposits, command, loss.loan, some) : [];
      command.append(loanItemEvents, id, { type: 'loan_item.found', ...at });
      return { id, loan: loss?.loan.id ?? null, deposits: offered };
    });
  }

  const retireItem = step(
    'retireItem',
    ['available', 'resting', 'out_of_service', 'lost'],
    (command, { id }) => {
      refuseOut(command, id);
      command.append(loanItemEvents, id, { type: 'loan_item.retired', ...at });
    },
  );

  /** One step of so many of a kind at this desk, where there are as many in the state that it starts from. */
  function stepSome<
    Call extends 'restSome' | 'restSomeOver' | 'blockSome' | 'releaseSome' | 'missSome' | 'turnedUpSome',
  >(
    call: Call,
    from: keyof Counts,
    append: (
      command: Command,
      some: { type: number; desk: string; count: number },
      input: Input<Call>,
    ) => void,
  ) {
    return (actor: Actor, input: Input<Call>): Done =>
      journal.command({ action: `loans.${call}`, input }, actor.author, (command) => {
        const { id: type } = countedType(command, input.type);
        const desk = command.author.desk ?? '';
        const stock = stockOf(command.tx, { type, desk });
        const counts = countsAt(stock, countOutOf(command.tx, type, desk), clock.now());
        // What somebody lost is found by their loan: there it is owed, and what was kept for it goes back.
        const most = from === 'lost' ? counts.lost - countLostWith(command.tx, type, desk) : counts[from];
        if (input.count > most) throw refuse('COUNT_WRONG', { field: 'count', most });
        append(command, { type, desk, count: input.count }, input);
        return { id: type };
      });
  }

  const restSome = stepSome('restSome', 'available', (command, some, { until }) => {
    checkUntil(until);
    restStock(command, { ...some, until });
  });
  const restSomeOver = stepSome('restSomeOver', 'resting', (command, some) =>
    noteStock(command, some, 'rest_over'),
  );
  const blockSome = stepSome('blockSome', 'available', (command, some, { reason }) =>
    blockStock(command, some, reason),
  );
  const releaseSome = stepSome('releaseSome', 'outOfService', (command, some) =>
    noteStock(command, some, 'released'),
  );
  const missSome = stepSome('missSome', 'available', (command, some, { note }) =>
    loseStock(command, some, note),
  );
  const turnedUpSome = stepSome('turnedUpSome', 'lost', (command, some) => noteStock(command, some, 'found'));

  /** What is not in order is blocked by it, with what was noted as the reason. */
  function checkDaily(actor: Actor, input: Input<'checkDaily'>): Done {
    return journal.command({ action: 'loans.checkDaily', input }, actor.author, (command) => {
      const { id } = itemOnFile(command, input.item);
      const { ok, note } = input;
      if (!ok && note === null) throw refuse('FIELD_NEEDED', { field: 'note' });
      checkItem(command.tx, id, clock.now(), ['available', 'resting', 'out_of_service']);
      command.append(loanItemEvents, id, { type: 'loan_item.checked', body: { ok }, sealed: { note } });
      if (!ok && note !== null) {
        command.append(loanItemEvents, id, { type: 'loan_item.blocked', body: {}, sealed: { reason: note } });
      }
      return { id };
    });
  }

  function checkUntil(until: number | null): void {
    if (until !== null && until <= clock.now()) throw refuse('FIELD_NEEDED', { field: 'until' });
  }

  return {
    ...{ putType, withdrawType, putItem, bindTag, setStock, printTag, retireItem },
    ...{ rest, restOver, block, release, miss, turnedUp, checkDaily },
    ...{ restSome, restSomeOver, blockSome, releaseSome, missSome, turnedUpSome },
  };
}

function typeOnFile({ tx }: Command, id: number): StoredType {
  const type = findType(tx, id);
  if (!type) throw refuse.notFound('loan_type');
  return type;
}

function countedType(command: Command, id: number): StoredType {
  const type = typeOnFile(command, id);
  if (type.tracking !== 'count') throw refuse('FIELD_NEEDED', { field: 'type' });
  return type;
}

function itemOnFile({ tx }: Command, id: number): StoredItem {
  const item = findItem(tx, id);
  if (!item) throw refuse.notFound('loan_item');
  return item;
}

/** What somebody has is returned or lost by its loan. */
function refuseOut({ tx }: Command, id: number): void {
  if (listLinesOfItem(tx, id).length > 0) throw refuse('WRONG_STATE', { record: id, state: 'out' });
}
