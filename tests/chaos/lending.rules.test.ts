// The judge of lending under chaos, judged: each kind of damage is planted and must be found.
import { describe, expect, test } from 'vitest';
import { findLendingFaults, type LendingKept, type LendingSent } from './lending.rules.ts';

const sent = (changes: Partial<LendingSent> & Pick<LendingSent, 'commandId' | 'kind'>): LendingSent => ({
  ...{ thing: null, loan: null, deposit: null, answer: { id: 1 }, refused: null },
  ...changes,
});
const lend = sent({ commandId: 'l1', kind: 'lend', thing: 70, loan: 1, deposit: 2 });
const back = sent({ commandId: 'b1', kind: 'giveBack', loan: 1 });
const settle = sent({ commandId: 's1', kind: 'settle', deposit: 2 });
const second = sent({ commandId: 'l2', kind: 'lend', thing: 71, loan: 3, deposit: 4 });
const key = sent({ commandId: 'k1', kind: 'lendKey', thing: 80, loan: 5 });
const late = sent({ commandId: 's2', kind: 'settle', deposit: 2, answer: null, refused: 'REFUNDED_ALREADY' });
const ledger = [lend, back, settle, second, key, late];

const events = [
  { commandId: 'l1', record: 1, type: 'loan.lent' },
  { commandId: 'l1', record: 2, type: 'deposit.taken' },
  { commandId: 'b1', record: 1, type: 'loan.returned' },
  { commandId: 's1', record: 2, type: 'deposit.settled' },
  { commandId: 'l2', record: 3, type: 'loan.lent' },
  { commandId: 'l2', record: 4, type: 'deposit.taken' },
  { commandId: 'k1', record: 5, type: 'key_loan.lent' },
];
const paidBack = {
  id: 2,
  number: 'D-L1-261121-0001',
  loan: 1,
  state: 'refunded',
  amountFen: 5000,
  refundedFen: 5000,
};
const held = { id: 4, number: 'D-L1-261121-0002', loan: 3, state: 'held', amountFen: 5000, refundedFen: 0 };
const kept: LendingKept = {
  events,
  answers: new Map(['l1', 'b1', 's1', 'l2', 'k1'].map((id) => [id, { id: 1 }])),
  loans: [
    { id: 1, number: 'L-L1-261121-0001', state: 'returned' },
    { id: 3, number: 'L-L1-261121-0002', state: 'open' },
  ],
  keyLoans: [{ id: 5, number: 'K-L1-261121-0001', state: 'open' }],
  out: [
    { thing: 71, loan: 3 },
    { thing: 80, loan: 5 },
  ],
  deposits: [paidBack, held],
  till: { received: 10_000, refunded: 5000 },
};

test('a file that holds what was acknowledged has no faults; what nobody answered may be there or not', () => {
  expect(findLendingFaults(ledger, kept)).toEqual([]);
  const open = sent({ commandId: 'b2', kind: 'giveBack', loan: 3, answer: null });
  expect(findLendingFaults([...ledger, open], kept)).toEqual([]);
  const returned = {
    ...kept,
    out: kept.out.slice(1),
    loans: kept.loans.map((loan) => ({ ...loan, state: 'returned' })),
  };
  const answers = new Map(kept.answers).set('b2', { id: 3 });
  const done = [...events, { commandId: 'b2', record: 3, type: 'loan.returned' }];
  expect(findLendingFaults([...ledger, open], { ...returned, answers, events: done })).toEqual([]);
});

describe('is found:', () => {
  const without = (id: string) => new Map([...kept.answers].filter(([commandId]) => commandId !== id));
  const again = { commandId: 'x', record: 2, type: 'deposit.settled' };
  const planted: Record<string, [Partial<LendingKept>, RegExp]> = {
    'a thing in two hands': [{ out: [...kept.out, { thing: 71, loan: 9 }] }, /thing 71 is in 2 hands/],
    'a key in two hands': [{ out: [...kept.out, { thing: 80, loan: 9 }] }, /thing 80 is in 2 hands/],
    'a deposit paid back twice': [{ events: [...events, again] }, /deposit 2 was paid back 2 times/],
    'a deposit that is lost': [{ deposits: [paidBack] }, /1 deposits for 2 commands/],
    'a refund that is lost': [
      {
        events: events.filter(({ type }) => type !== 'deposit.settled'),
        deposits: [{ ...paidBack, state: 'held' }, held],
      },
      /told to be paid back and is held/,
    ],
    'money that is not on a receipt': [{ till: { received: 15_000, refunded: 5000 } }, /15000 fen received/],
    'a till that paid too much': [{ till: { received: 10_000, refunded: 10_000 } }, /10000 fen refunded/],
    'an acknowledged loan that is gone': [{ answers: without('l2') }, /acknowledged and is not there/],
    'a loan written twice': [
      { events: [...events, ...events.slice(0, 1)] },
      /loan.lent by l1 is there 2 times/,
    ],
    'a refusal that was kept': [
      { answers: new Map(kept.answers).set('s2', { id: 2 }) },
      /refused and is kept/,
    ],
    'a thing that came back and is out': [
      { out: [...kept.out, { thing: 70, loan: 1 }] },
      /loan 1 should have nothing/,
    ],
    'a thing that is out with nobody': [{ out: kept.out.slice(1) }, /loan 3 should have 71 and has nothing/],
    'a loan that went back': [
      { loans: kept.loans.map((loan) => ({ ...loan, state: 'open' })) },
      /loan 1 should be returned and is open/,
    ],
    'a gap in the receipts': [
      { deposits: [paidBack, { ...held, number: 'D-L1-261121-0003' }] },
      /jumps or repeats/,
    ],
  };
  test.each(Object.entries(planted))('%s', (_, [damage, fault]) => {
    expect(findLendingFaults(ledger, { ...kept, ...damage }).join('\n')).toMatch(fault);
  });
});
