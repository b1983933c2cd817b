// What must be true of things, keys and deposits after a kill: nothing in two hands, no deposit paid twice or lost.
import { gaps, lost } from './ledger.rules.ts';

/** A command that the desk sent. Null is what nobody knows yet. */
export interface LendingSent {
  readonly commandId: string;
  readonly kind: 'lend' | 'giveBack' | 'settle' | 'lendKey' | 'returnKey';
  /** The item or key that it lends. */
  readonly thing: number | null;
  readonly loan: number | null;
  readonly deposit: number | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
  /** The name under which the rules refused it. */
  readonly refused: string | null;
}

/** What the database file holds of lending. */
export interface LendingKept {
  /** Of loans, deposits and loans of keys, in the order of the journal. */
  readonly events: readonly {
    readonly commandId: string | null;
    readonly record: number;
    readonly type: string;
  }[];
  readonly answers: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly loans: readonly { readonly id: number; readonly number: string; readonly state: string }[];
  readonly keyLoans: readonly { readonly id: number; readonly number: string; readonly state: string }[];
  /** Items and keys that are out, and the loans they are out with. */
  readonly out: readonly { readonly thing: number; readonly loan: number }[];
  readonly deposits: readonly {
    readonly id: number;
    readonly number: string;
    readonly loan: number;
    readonly state: string;
    readonly amountFen: number;
    readonly refundedFen: number;
  }[];
  /** The cash till, by kind, in fen. */
  readonly till: Readonly<Record<string, number>>;
}

/** The events that each kind of command writes, once each. */
const WRITES: Readonly<Record<LendingSent['kind'], readonly string[]>> = {
  lend: ['loan.lent', 'deposit.taken'],
  giveBack: ['loan.returned'],
  settle: ['deposit.settled'],
  lendKey: ['key_loan.lent'],
  returnKey: ['key_loan.returned'],
};

/** Everything that is wrong, in words; empty when the file holds what was acknowledged, once, and nothing else. */
export function findLendingFaults(ledger: readonly LendingSent[], kept: LendingKept): string[] {
  const { loans, keyLoans, deposits } = kept;
  return [
    ...ledger.flatMap((sent) => (sent.answer === null ? [] : lost(sent, kept))),
    ...notOnce(ledger, kept),
    ...strangers(ledger, kept),
    ...twoHands(kept),
    ...whereabouts(ledger, kept),
    ...wrongMoney(ledger, kept),
    ...[loans, keyLoans, deposits].flatMap((rows) => gaps(rows.map(({ number }) => number))),
  ];
}

/** A command that was kept wrote each of its events once; one that was refused or lost wrote none. */
function notOnce(ledger: readonly LendingSent[], { events, answers }: LendingKept): string[] {
  const times = new Map<string, number>();
  for (const { commandId, type } of events) {
    const key = `${type} by ${commandId}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return ledger.flatMap(({ commandId, kind, refused }) => {
    if (refused !== null && answers.has(commandId)) return [`${kind} ${commandId} was refused and is kept`];
    const expected = answers.has(commandId) ? 1 : 0;
    return WRITES[kind].flatMap((type) => {
      const found = times.get(`${type} by ${commandId}`) ?? 0;
      return found === expected ? [] : [`${type} by ${commandId} is there ${found} times, not ${expected}`];
    });
  });
}

function strangers(
  ledger: readonly LendingSent[],
  { answers, loans, keyLoans, deposits }: LendingKept,
): string[] {
  const kept = (kind: LendingSent['kind']): number =>
    ledger.filter((sent) => sent.kind === kind && answers.has(sent.commandId)).length;
  const counts: readonly (readonly [string, number, number])[] = [
    ['loans', loans.length, kept('lend')],
    ['deposits', deposits.length, kept('lend')],
    ['loans of keys', keyLoans.length, kept('lendKey')],
  ];
  return counts.flatMap(([what, found, expected]) =>
    found === expected ? [] : [`there are ${found} ${what} for ${expected} commands`],
  );
}

function twoHands({ out }: LendingKept): string[] {
  return [...Map.groupBy(out, ({ thing }) => thing)]
    .filter(([, held]) => held.length > 1)
    .map(([thing, held]) => `thing ${thing} is in ${held.length} hands`);
}

/** What was acknowledged to be out is out with that loan, what was acknowledged to be back is not; else nobody knows. */
function whereabouts(ledger: readonly LendingSent[], { loans, keyLoans, out }: LendingKept): string[] {
  const states = new Map([...loans, ...keyLoans].map(({ id, state }) => [id, state]));
  const lines = new Map(out.map(({ loan, thing }) => [loan, thing]));
  const returns = ledger.filter(({ kind }) => kind === 'giveBack' || kind === 'returnKey');
  const back = new Set(returns.filter(({ answer }) => answer !== null).map(({ loan }) => loan));
  const unknown = new Set(
    returns.filter(({ answer, refused }) => !answer && !refused).map(({ loan }) => loan),
  );
  return ledger.flatMap(({ kind, answer, loan, thing }) => {
    if ((kind !== 'lend' && kind !== 'lendKey') || answer === null || loan === null) return [];
    if (!back.has(loan) && unknown.has(loan)) return [];
    const expected = back.has(loan) ? 'returned' : 'open';
    if (states.get(loan) !== expected)
      return [`loan ${loan} should be ${expected} and is ${states.get(loan) ?? 'gone'}`];
    const held = lines.get(loan) ?? null;
    const holds = expected === 'open' ? thing : null;
    return held === holds
      ? []
      : [`loan ${loan} should have ${holds ?? 'nothing'} and has ${held ?? 'nothing'}`];
  });
}

/** Each deposit is settled once at most, paid back whole where that was acknowledged, held else; the till has the rest. */
function wrongMoney(ledger: readonly LendingSent[], { events, deposits, till }: LendingKept): string[] {
  const settled = Map.groupBy(
    events.filter(({ type }) => type === 'deposit.settled'),
    ({ record }) => record,
  );
  const told = new Set(
    ledger.flatMap(({ kind, deposit, answer }) => (kind === 'settle' && answer ? [deposit] : [])),
  );
  const faults = deposits.flatMap(({ id, state, amountFen, refundedFen }) => {
    const times = settled.get(id)?.length ?? 0;
    if (times > 1) return [`deposit ${id} was paid back ${times} times`];
    if (told.has(id) && times === 0) return [`deposit ${id} was told to be paid back and is ${state}`];
    const expected = times === 1 ? { state: 'refunded', fen: amountFen } : { state: 'held', fen: 0 };
    return state === expected.state && refundedFen === expected.fen
      ? []
      : [`deposit ${id} is ${state} with ${refundedFen} fen paid back`];
  });
  const sum = (of: (deposit: (typeof deposits)[number]) => number): number =>
    deposits.reduce((total, deposit) => total + of(deposit), 0);
  const sums = {
    received: sum(({ amountFen }) => amountFen),
    refunded: sum(({ refundedFen }) => refundedFen),
  };
  const wrong = Object.entries(sums).filter(([kind, fen]) => (till[kind] ?? 0) !== fen);
  return [
    ...faults,
    ...wrong.map(([kind, fen]) => `the till has ${till[kind] ?? 0} fen ${kind}, the receipts ${fen}`),
  ];
}
