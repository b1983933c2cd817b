// One action of a random week at a desk that lends against deposits, and what a careful cashier writes down of it.
import { PAY_METHODS, type PayMethod } from '../../electron/api/deposit-states.ts';
import { HOUR, MINUTE } from './desk.ts';
import { stranger, type TestThings } from './deposits.ts';
import { uuidv7 } from './ids.ts';
import { targetsOf } from './deposit-targets.ts';
import { sendThroughCut, type Cuts } from './power-cut.ts';
import type { Counter } from './three-counters.ts';

export const ACTS = [
  ...(['lend', 'lendLate', 'giveBack', 'giveBackSome', 'reopen', 'lose', 'found'] as const),
  ...(['settle', 'settleLate', 'undoSettle', 'refundDone', 'takeBack', 'void', 'season'] as const),
  ...(['setFloat', 'handIn', 'takeBackMove', 'toFinance', 'returnStray', 'matchStray'] as const),
  ...(['lendChair', 'turnedUp', 'reverse', 'payShortfall', 'undoShortfall'] as const),
] as const;
export type Act = (typeof ACTS)[number];

export interface DepositStep {
  readonly act: Act;
  readonly desk: number;
  /** Chooses whom, which loan, how much. */
  readonly n: number;
  /** Minutes before it happens. */
  readonly wait: number;
  readonly sync: boolean;
  /** The power goes when the program looks at the clock for the so manieth time; then the command is sent again. */
  readonly cut: number | null;
}

type Flow = 'float' | 'received' | 'refunded' | 'handedIn';

/** A receipt as the cashier knows it: who holds the money, and what became of it where. */
interface Receipt {
  readonly desk: string;
  readonly method: PayMethod;
  readonly amountFen: number;
  settled: { readonly desk: string; readonly refundFen: number }[];
  /** What was paid of the bill beyond it. */
  readonly bills: { readonly desk: string; readonly method: PayMethod; readonly amountFen: number }[];
  ended: number;
}

/** The cashier's book: kept from what the desk was told, never from what the program keeps. */
export interface CashBook {
  readonly receipts: Map<number, Receipt>;
  /** By `L1 cash received`. */
  readonly flows: Map<string, number>;
}

/** What acts and is acted on. */
export interface Stage {
  readonly things: TestThings;
  readonly book: CashBook;
  readonly cuts: Cuts;
  readonly done: Map<Act, number>;
  /** Everybody comes once. */
  readonly nextGuest: () => number;
}

/** One action; the rules may refuse it, anything else that goes wrong fails the test. */
export async function act(
  counter: Counter,
  step: DepositStep,
  { things, book, cuts, done, nextGuest }: Stage,
): Promise<void> {
  const { api, desk, installation } = counter;
  const { n } = step;
  const now = installation.clock.now();
  const commandId = uuidv7();
  const { rows: loans } = await api.loans.list({ view: 'all', limit: 12 });
  const deposits = await api.loans.deposits({ view: 'all', limit: 12 });
  const { loan, deposit } = targetsOf(step.act, n, { loans, deposits });
  const one = { commandId, loan: loan?.id ?? 0 };
  const send = async <T>(call: () => Promise<T>): Promise<T | null> => {
    const answer = await sendThroughCut(installation, step.cut, cuts, call);
    if (answer !== null) done.set(step.act, (done.get(step.act) ?? 0) + 1);
    return answer;
  };
  const flow = (at: string, method: PayMethod, kind: Flow, fen: number): void => {
    const key = `${at} ${method} ${kind}`;
    book.flows.set(key, (book.flows.get(key) ?? 0) + fen);
  };

  async function lend(lentAt: number | null, item: number | null = null): Promise<void> {
    const method = PAY_METHODS[n % PAY_METHODS.length] ?? 'cash';
    const amountFen = 5000 * (1 + (n % 3));
    const money =
      n % 6 === 5
        ? ({ how: 'waived', reason: '老业户' } as const)
        : ({
            how: 'paid',
            amountFen,
            method,
            reference: method === 'cash' ? null : '4200001234',
            reason: '测试',
          } as const);
    const lines =
      item === null
        ? [{ type: things.umbrellas, count: 1 + (n % 3) }]
        : [{ type: things.wheelchairs, item }, { type: things.umbrellas }];
    const form = {
      lines,
      borrower: stranger(nextGuest()),
      deposit: money,
      lentAt,
      remarks: null,
      printSlip: false,
    };
    const lent = await send(() => api.loans.lend({ ...form, commandId }));
    if (!lent?.deposit) return;
    book.receipts.set(lent.deposit.id, { desk, method, amountFen, settled: [], bills: [], ended: 0 });
    flow(desk, method, 'received', amountFen);
  }

  async function settle(settledAt: number | null): Promise<void> {
    const receipt = deposit && book.receipts.get(deposit.id);
    if (!receipt || !deposit) return;
    const { amountFen, method } = receipt;
    const kept = [
      [],
      [{ kind: 'cleaning', what: '清洗', amountFen: 1000 }],
      [{ kind: 'loss', what: '雨伞', amountFen }],
      [{ kind: 'loss', what: '雨伞', amountFen: 2 * amountFen }],
    ] as const;
    const deductions = [...(kept[n % kept.length] ?? [])];
    const form = { deductions, proof: { how: 'receipt' }, acceptShortfall: n % 2 === 1, settledAt } as const;
    const settled = await send(() =>
      api.loans.settle({ ...form, deductions, commandId, deposit: deposit.id }),
    );
    if (!settled) return;
    receipt.settled.push({ desk, refundFen: settled.refundFen });
    if (method === 'cash') flow(desk, method, 'refunded', settled.refundFen);
  }

  async function undoSettle(): Promise<void> {
    const receipt = deposit && book.receipts.get(deposit.id);
    if (!receipt || !deposit) return;
    if (!(await send(() => api.loans.undoSettle({ commandId, deposit: deposit.id })))) return;
    const at = receipt.settled.findLastIndex((each) => each.desk === desk);
    const [undone] = receipt.settled.splice(at, 1);
    if (receipt.method === 'cash') flow(desk, 'cash', 'refunded', -(undone?.refundFen ?? 0));
  }

  async function refundDone(): Promise<void> {
    const receipt = deposit && book.receipts.get(deposit.id);
    if (!receipt || !deposit) return;
    const out = await send(() => api.loans.refundDone({ commandId, deposit: deposit.id, reference: null }));
    // What was not cash goes out by the account of the desk that took it.
    if (out) flow(receipt.method === 'cash' ? desk : receipt.desk, receipt.method, 'refunded', out.amountFen);
  }

  async function payShortfall(): Promise<void> {
    const method = PAY_METHODS[n % PAY_METHODS.length] ?? 'cash';
    const left = (deposit?.shortfallFen ?? 0) - (deposit?.shortfallPaidFen ?? 0);
    if (!deposit || left <= 0) return;
    const amountFen = n % 2 === 0 ? left : Math.ceil(left / 2);
    const pay = { commandId, deposit: deposit.id, amountFen, method, reference: null } as const;
    if (!(await send(() => api.loans.payShortfall(pay)))) return;
    flow(desk, method, 'received', amountFen);
    book.receipts.get(deposit.id)?.bills.push({ desk, method, amountFen });
  }

  async function undoShortfall(): Promise<void> {
    const bills = (deposit && book.receipts.get(deposit.id)?.bills) ?? [];
    const own = bills.findLastIndex((bill) => bill.desk === desk);
    const bill = bills[own];
    if (!deposit || !bill) return;
    if (!(await send(() => api.loans.undoShortfall({ commandId, deposit: deposit.id })))) return;
    flow(desk, bill.method, 'received', -bill.amountFen);
    bills.splice(own, 1);
  }

  async function withdraw(call: () => Promise<unknown>): Promise<void> {
    const open = loan
      ? (await api.loans.depositsOf({ loan: loan.id })).filter(({ state }) => state !== 'voided')
      : [];
    if ((await send(call)) === null) return;
    for (const { id } of open) {
      const receipt = book.receipts.get(id);
      if (!receipt) continue;
      // What was not cash is owed from then on: it goes back through finance.
      if (receipt.method !== 'cash') receipt.settled.push({ desk, refundFen: receipt.amountFen });
      else {
        receipt.ended += 1;
        flow(desk, 'cash', 'refunded', receipt.amountFen);
      }
    }
  }

  async function handIn(): Promise<void> {
    const form = {
      method: PAY_METHODS[n % 2] ?? 'cash',
      amountFen: 1000 * (1 + n),
      receiver: '测试财务',
      heldToo: n % 4 < 3,
    };
    if (await send(() => api.loans.handIn({ ...form, commandId })))
      flow(desk, form.method, 'handedIn', form.amountFen);
  }

  async function takeBackMove(): Promise<void> {
    const moves = await api.loans.cashMoves({});
    const move = moves.find(({ mayTakeBack }) => mayTakeBack) ?? moves[0];
    if (!move || !(await send(() => api.loans.takeBackMove({ commandId, move: move.id })))) return;
    flow(move.desk, move.method, 'handedIn', -move.amountFen);
  }

  async function toFinance(): Promise<void> {
    const unclaimed = await api.loans.deposits({ view: 'unclaimed' });
    const own = unclaimed.filter((each) => each.desk === desk).map(({ id }) => id);
    if (own.length === 0) return;
    if (!(await send(() => api.loans.toFinance({ commandId, deposits: own, receiver: '测试财务' })))) return;
    for (const id of own) {
      const receipt = book.receipts.get(id);
      if (!receipt) continue;
      receipt.ended += 1;
      flow(desk, receipt.method, 'handedIn', receipt.amountFen);
    }
  }

  async function matchStray(): Promise<void> {
    const [stray] = await api.loans.strays();
    const { rows } = await api.loans.list({ view: 'all', limit: 500 });
    const having = rows.filter(({ state, lines: [line] }) => state === 'open' && line?.type === stray?.type);
    const owner = having[n % having.length];
    if (stray && owner) {
      await send(() => api.loans.matchStray({ commandId, loan: owner.id, stray: stray.id, line: 0 }));
    }
  }

  const some = { line: 0, count: 1 };
  const stray = { type: things.umbrellas, item: null, count: 1, condition: 'ok', remarks: null } as const;
  const acts: Record<Act, () => Promise<unknown>> = {
    season: () => Promise.resolve(),
    lend: () => lend(null),
    lendLate: () => lend(now - (1 + n) * HOUR),
    giveBack: () => send(() => api.loans.return({ ...one, way: 'list' })),
    giveBackSome: () =>
      send(() => api.loans.return({ ...one, way: 'list', lines: [{ ...some, condition: 'wet' }] })),
    reopen: () => send(() => api.loans.reopen(one)),
    lose: () => send(() => api.loans.lose({ ...one, ...some, note: null })),
    found: () => send(() => api.loans.found({ ...one, ...some, condition: 'ok' })),
    settle: () => settle(null),
    settleLate: () => settle(now - n * MINUTE),
    undoSettle,
    refundDone,
    takeBack: () => withdraw(() => api.loans.takeBack(one)),
    void: () => withdraw(() => api.loans.void({ ...one, reason: '登记错误' })),
    setFloat: async () => {
      const amountFen = 10_000 * n;
      const set = await send(() => api.loans.setFloat({ commandId, amountFen }));
      if (set) book.flows.set(`${desk} cash float`, amountFen);
    },
    handIn,
    takeBackMove,
    toFinance,
    returnStray: () => send(() => api.loans.returnStray({ ...stray, commandId })),
    matchStray,
    lendChair: () => lend(null, things.wheelchair),
    turnedUp: () => send(() => api.loans.turnedUp({ commandId, item: things.wheelchair })),
    reverse: () => send(() => api.loans.reverse({ commandId, deposit: deposit?.id ?? 0 })),
    payShortfall,
    undoShortfall,
  };
  await acts[step.act]();
}
