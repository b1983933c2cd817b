// Two more pairs of hands while the desk is killed: they lend things and keys, take them in, pay deposits back, and race.
import { ORPCError } from '@orpc/client';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { Backend } from '../../electron/backend/compose.ts';
import type { Random } from '../../electron/backend/shared/random.ts';
import { paid } from '../support/deposits.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending as lendingKeys, putTestKey, worker } from '../support/keys.ts';
import { lending, newPerson, putItem, putType, UMBRELLA } from '../support/loans.ts';
import type { LendingSent } from './lending.rules.ts';

/** What there is to lend: items of one type, and keys. Few, so that the hands want the same ones. */
export interface LendingStock {
  readonly type: number;
  readonly items: readonly number[];
  readonly keys: readonly number[];
}

/** What is taken for each item, in fen. */
const DEPOSIT_FEN = 5000;

interface Command {
  sent: LendingSent;
  readonly send: (api: ApiClient) => Promise<Readonly<Record<string, unknown>>>;
}

export interface LendingDay {
  readonly ledger: () => readonly LendingSent[];
  /** Works until a call gets no answer any more. What the rules refuse is noted and gone on from. */
  work(api: ApiClient, dead: Promise<never>): Promise<void>;
  /** Sends what got no answer once more, by the same command id. Answers how many there were. */
  repeat(api: ApiClient): Promise<number>;
}

/** Puts eight umbrellas and eight keys on file. */
export async function putStock(api: ApiClient, backend: Pick<Backend, 'journal'>): Promise<LendingStock> {
  const type = await putType(api, { ...UMBRELLA, restMinutes: 0, depositFen: DEPOSIT_FEN });
  const items: number[] = [];
  const keys: number[] = [];
  for (let n = 1; n <= 8; n += 1) {
    items.push(await putItem(api, type, `YS-00${n}`));
    keys.push(putTestKey(backend, { code: `K00${n}`, hook: `${n}` }));
  }
  return { type, items, keys };
}

export function createLendingDay(random: Random, { type, items, keys }: LendingStock): LendingDay {
  const commands: Command[] = [];
  /** Loans that were told to be open, of things and of keys; deposits of loans that were told to be over. */
  const out = { lend: new Set<number>(), lendKey: new Set<number>() };
  const payable = new Set<number>();
  const depositOf = new Map<number, number>();
  let people = 0;

  const oneOf = <T>(all: Iterable<T>): T | undefined => {
    const list = [...all];
    return list[random.below(Math.max(1, list.length))];
  };

  function next(): Command {
    const commandId = uuidv7();
    const make = (
      kind: LendingSent['kind'],
      about: Partial<Pick<LendingSent, 'thing' | 'loan' | 'deposit'>>,
      send: Command['send'],
    ): Command => ({
      sent: {
        commandId,
        kind,
        thing: null,
        loan: null,
        deposit: null,
        ...about,
        answer: null,
        refused: null,
      },
      send,
    });
    const dice = random.below(100);
    const loan = oneOf(out.lend);
    const keyLoan = oneOf(out.lendKey);
    const deposit = oneOf(payable);
    if (dice < 25 && loan !== undefined)
      return make('giveBack', { loan }, (api) => api.loans.return({ commandId, loan, way: 'list' }));
    if (dice < 50 && deposit !== undefined)
      return make('settle', { deposit }, (api) =>
        api.loans.settle({ commandId, deposit, proof: { how: 'receipt' }, printSlip: false }),
      );
    if (dice < 60 && keyLoan !== undefined)
      return make('returnKey', { loan: keyLoan }, (api) => api.keys.return({ commandId, loan: keyLoan }));
    people += 1;
    if (dice < 75) {
      const key = oneOf(keys) ?? 0;
      const borrower = worker(`137${String(people).padStart(8, '0')}`);
      const form = lendingKeys([key], { borrower });
      return make('lendKey', { thing: key }, (api) => api.keys.lend({ ...form, commandId }));
    }
    const item = oneOf(items) ?? 0;
    const changes = { borrower: newPerson(people), deposit: paid(DEPOSIT_FEN) };
    const form = { ...lending([{ type, item }], changes), printSlip: false };
    return make('lend', { thing: item }, (api) => api.loans.lend({ ...form, commandId }));
  }

  async function settle(command: Command, api: ApiClient, dead: Promise<never>): Promise<void> {
    const answer = await Promise.race([refusable(command.send(api)), dead]);
    if (typeof answer === 'string') command.sent = { ...command.sent, refused: answer };
    else learn(command, answer);
  }

  function learn(command: Command, answer: Readonly<Record<string, unknown>>): void {
    const { kind, deposit } = command.sent;
    const id = Number(answer['id']);
    const taken = (answer['deposit'] as { readonly id: number } | null | undefined)?.id ?? deposit;
    const loan = kind === 'settle' ? command.sent.loan : id;
    command.sent = { ...command.sent, answer, loan, deposit: taken };
    if (kind === 'lend' || kind === 'lendKey') out[kind].add(id);
    if (kind === 'lend' && taken !== null) depositOf.set(id, taken);
    if (kind === 'returnKey') out.lendKey.delete(id);
    if (kind === 'giveBack') {
      out.lend.delete(id);
      const back = depositOf.get(id);
      if (back !== undefined) payable.add(back);
    }
    // One in four stays offered: somebody comes a second time with the same receipt.
    if (kind === 'settle' && deposit !== null && random.below(4) > 0) payable.delete(deposit);
  }

  return {
    ledger: () => commands.map(({ sent }) => sent),
    async work(api, dead) {
      for (;;) {
        const command = next();
        commands.push(command);
        await settle(command, api, dead);
      }
    },
    async repeat(api) {
      const open = commands.filter(({ sent }) => sent.answer === null && sent.refused === null);
      const never = Promise.withResolvers<never>().promise;
      for (const command of open) await settle(command, api, never);
      return open.length;
    },
  };
}

/** The answer, or the name under which the rules refused it. */
async function refusable<T>(call: Promise<T>): Promise<T | string> {
  try {
    return await call;
  } catch (error) {
    const code = error instanceof ORPCError && error.defined ? String(error.code) : 'UNFORESEEN';
    if (code !== 'UNFORESEEN') return code;
    throw error;
  }
}
