// The judge of the chaos run, judged: each kind of damage is planted and must be found.
import { describe, expect, test } from 'vitest';
import { findFaults, findPaperFaults, type Kept, type Paper, type Sent } from './ledger.rules.ts';

const register: Sent = { commandId: 'r1', kind: 'register', visit: 1, card: null, answer: { id: 1 } };
const leave: Sent = { commandId: 'l1', kind: 'leave', visit: 1, card: null, answer: { id: 1 } };
const give: Sent = { commandId: 'g1', kind: 'giveCard', visit: 1, card: '007', answer: { id: 1 } };
const ledger = [register, give, leave];
const kept: Kept = {
  events: [
    { commandId: 'r1', record: 1, type: 'visit.arrived' },
    { commandId: 'g1', record: 1, type: 'visit.card_out' },
    { commandId: 'l1', record: 1, type: 'visit.left' },
  ],
  answers: new Map([
    ['r1', { id: 1 }],
    ['g1', { id: 1 }],
    ['l1', { id: 1 }],
  ]),
  visits: [{ id: 1, number: 'V-L1-261121-0001', passCode: '1', state: 'left' }],
  jobs: [{ id: 9, number: 'V-L1-261121-0001', kind: 'visitPass', reprint: 0, state: 'printed' }],
  cards: [{ card: '007', visit: 1 }],
  journals: 1,
};
const paper: Paper = { number: 'V-L1-261121-0001', kind: 'visitPass', reprint: 0 };

test('a file that holds what was acknowledged has no faults', () => {
  expect(findFaults(ledger, kept)).toEqual([]);
  expect(findPaperFaults(kept, [paper])).toEqual([]);
});

test('a command that nobody answered may be there or not', () => {
  const unanswered: Sent = { commandId: 'r2', kind: 'register', visit: null, card: null, answer: null };
  const taken: Sent = { commandId: 't1', kind: 'returnCard', visit: 1, card: '007', answer: null };
  expect(findFaults([...ledger, unanswered, taken], kept)).toEqual([]);
  const done = [...kept.events, { commandId: 't1', record: 1, type: 'visit.card_returned' }];
  const answered = new Map(kept.answers).set('t1', { id: 1 });
  expect(findFaults([...ledger, taken], { ...kept, events: done, answers: answered, cards: [] })).toEqual([]);
});

describe('is found:', () => {
  const answers = new Map(kept.answers);
  answers.delete('l1');
  const visit = kept.visits[0] ?? { id: 0, number: '', passCode: '', state: '' };
  const planted: Record<string, [Partial<Kept>, RegExp]> = {
    'an acknowledged command that is gone': [{ answers }, /acknowledged and is not there/],
    'another answer': [{ answers: new Map(answers).set('l1', { id: 2 }) }, /otherwise/],
    'an event twice': [{ events: [...kept.events, ...kept.events.slice(0, 1)] }, /2 times, not 1/],
    'an answer without its event': [{ events: kept.events.slice(0, 1) }, /0 times, not 1/],
    'a visit that nobody registered': [
      { visits: [visit, { ...visit, id: 2, number: 'V-L1-261121-0002' }] },
      /2 visits for 1/,
    ],
    'a state that went back': [{ visits: [{ ...visit, state: 'on_site' }] }, /should be left/],
    'a gap in the numbers': [{ visits: [{ ...visit, number: 'V-L1-261121-0002' }] }, /jumps or repeats/],
    'a card that nobody has any more': [{ cards: [] }, /007 should be with visit 1 and is in the drawer/],
    'a card with somebody else': [{ cards: [{ card: '007', visit: 2 }] }, /is with visit 2/],
    'a card in two hands': [{ cards: [...kept.cards, { card: '007', visit: 2 }] }, /with 2 visits/],
    'a second journal': [{ journals: 2 }, /2 journals/],
  };
  test.each(Object.entries(planted))('%s', (_, [damage, fault]) => {
    expect(findFaults(ledger, { ...kept, ...damage }).join('\n')).toMatch(fault);
  });

  test('a pass printed twice, one that is on no paper, and one that nobody ordered', () => {
    expect(findPaperFaults(kept, [paper, paper]).join('\n')).toMatch(/2 times/);
    expect(findPaperFaults(kept, []).join('\n')).toMatch(/on no paper/);
    expect(findPaperFaults({ ...kept, jobs: [] }, [paper]).join('\n')).toMatch(/no job/);
    const receipt: Paper = { ...paper, kind: 'depositReceipt' };
    expect(findPaperFaults(kept, [paper, receipt]).join('\n')).toMatch(/no job/);
  });
});
