// The desk's forms for loans: what a scan adds to, and what it never adds to.
import { expect, test } from 'vitest';
import { emptyWorkplace, move } from './workplace.ts';
import type { Line, Move, Workplace } from './workplace.ts';

const umbrella = (item: number): Line => ({ type: 1, item, count: 1 });
const carts = (count: number): Line => ({ type: 2, item: null, count });

function after(...steps: readonly Move[]): Workplace {
  return steps.reduce(move, emptyWorkplace);
}

test('the first scan opens a form, the next ones add to it, and the same one adds nothing', () => {
  const place = after(
    { do: 'take', line: umbrella(1), newId: 'a' },
    { do: 'take', line: umbrella(2), newId: 'b' },
    { do: 'take', line: umbrella(2), newId: 'c' },
  );
  expect(place.front).toBe('a');
  expect(place.drafts.map(({ lines }) => lines)).toEqual([[umbrella(1), umbrella(2)]]);
});

test('of a counted type one more is asked for each time', () => {
  const place = after({ do: 'take', line: carts(1), newId: 'a' }, { do: 'take', line: carts(2), newId: 'b' });
  expect(place.drafts[0]?.lines).toEqual([carts(3)]);
});

test('what is scanned while a form is on its way is the next person’s, and stays in front when the first is done', () => {
  const place = after(
    { do: 'take', line: umbrella(1), newId: 'first' },
    { do: 'send', draft: 'first', sent: true },
    { do: 'take', line: umbrella(2), newId: 'second' },
    { do: 'finish', draft: 'first', select: 77 },
  );
  expect(place.drafts.map(({ id, lines }) => [id, lines])).toEqual([['second', [umbrella(2)]]]);
  expect(place.front).toBe('second');
});

test('a refused form takes scans again', () => {
  const place = after(
    { do: 'take', line: umbrella(1), newId: 'a' },
    { do: 'send', draft: 'a', sent: true },
    { do: 'send', draft: 'a', sent: false },
    { do: 'take', line: umbrella(2), newId: 'b' },
  );
  expect(place.drafts[0]?.lines).toHaveLength(2);
});

test('an empty form takes the first thing, also from behind what is looked at: closing it leaves no other', () => {
  const place = after(
    { do: 'open', kind: 'lend', newId: 'a', lines: [] },
    { do: 'show', shown: { kind: 'type', type: 1 }, focusAction: false },
    { do: 'take', line: umbrella(1), newId: 'b' },
    { do: 'open', kind: 'lend', newId: 'c', lines: [carts(1)] },
  );
  expect(place.drafts.map(({ id, lines }) => [id, lines])).toEqual([['a', [umbrella(1)]]]);
  expect(place.front).toBe('a');
  expect(move(place, { do: 'putAway', draft: 'a', keep: true }).front).toBe('shown');
});

test('a loan that is looked at takes no scan: it opens a form of its own', () => {
  const place = after(
    { do: 'take', line: umbrella(1), newId: 'a' },
    { do: 'show', shown: { kind: 'loan', loan: 5, tool: null }, focusAction: false },
    { do: 'take', line: umbrella(2), newId: 'b' },
  );
  expect(place.drafts.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(place.front).toBe('b');
});

test('a form that Esc put away comes back whole', () => {
  const away = after(
    { do: 'take', line: umbrella(1), newId: 'a' },
    { do: 'putAway', draft: 'a', keep: true },
  );
  expect(away.front).toBeNull();
  const back = move(away, { do: 'restore' });
  expect(back.front).toBe('a');
  expect(back.drafts[0]?.lines).toEqual([umbrella(1)]);
});

test('the arrows change the loan that is shown, and nothing else that is shown', () => {
  const loan = after(
    { do: 'show', shown: { kind: 'loan', loan: 5, tool: null }, focusAction: false },
    { do: 'select', record: 6 },
  );
  expect(loan.shown).toEqual({ kind: 'loan', loan: 6, tool: null });
  const type = after(
    { do: 'show', shown: { kind: 'type', type: 1 }, focusAction: false },
    { do: 'select', record: 6 },
  );
  expect(type.shown).toEqual({ kind: 'type', type: 1 });
});

test('of what came back of one loan only the latest is changed or undone', () => {
  const thing = { type: 1, typeNameZh: '雨伞', typeNameEn: 'Umbrella', asset: null, count: 1 };
  const back = (loan: number, count: number): Move => ({
    do: 'cameBack',
    back: {
      ...{ how: 'returned', loan: { id: loan, number: `L-${loan}` }, name: null, condition: 'ok' },
      things: [{ ...thing, count }],
    },
  });
  const came = after(back(7, 1), back(8, 2), back(7, 3), { do: 'noted', loan: 7, condition: 'wet' });
  const told = (place: Workplace) =>
    place.back.map((each) => (each.how === 'returned' ? [each.things[0]?.count, each.condition] : each));
  expect(told(came)).toEqual([
    [3, 'wet'],
    [2, 'ok'],
    [1, 'ok'],
  ]);
  expect(told(move(came, { do: 'wentOut', loan: 7 }))).toEqual([
    [2, 'ok'],
    [1, 'ok'],
  ]);
  // The next time that things are taken back the list begins anew.
  const again = move(came, { do: 'open', kind: 'return', newId: 'r', lines: [] });
  expect(again.back).toEqual([]);
});
