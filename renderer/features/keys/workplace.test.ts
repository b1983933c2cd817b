// The desk's forms for keys: what a scan adds to, what it never adds to, and what came back.
import { expect, test } from 'vitest';
import { emptyWorkplace, move } from './workplace.ts';
import type { Move, Workplace } from './workplace.ts';

const after = (...steps: readonly Move[]): Workplace => steps.reduce(move, emptyWorkplace);
const take = (key: number, newId: string): Move => ({ do: 'take', key, newId });

test('the first scan opens a form, the next ones add to it, and the same key stands there once', () => {
  const place = after(take(7, 'a'), take(8, 'b'), take(7, 'c'));
  expect(place.front).toBe('a');
  expect(place.drafts.map(({ id, keys }) => [id, keys])).toEqual([['a', [7, 8]]]);
});

test('a key that was chosen from the list counts as read here once its tag is scanned', () => {
  const chosen = after({ do: 'open', kind: 'lend', newId: 'a' }, { do: 'setKeys', draft: 'a', keys: [7, 8] });
  expect(chosen.drafts[0]?.scanned).toEqual([]);
  const { drafts } = move(chosen, take(8, 'b'));
  expect(drafts.map(({ keys, scanned }) => [keys, scanned])).toEqual([[[7, 8], [8]]]);
});

test('what is scanned while a form is on its way is the next person’s, and stays in front', () => {
  const place = after(take(7, 'first'), { do: 'send', draft: 'first', sent: true }, take(8, 'second'), {
    do: 'finish',
    draft: 'first',
    select: 77,
  });
  expect(place.drafts.map(({ id, keys }) => [id, keys])).toEqual([['second', [8]]]);
  expect(place.front).toBe('second');
});

test('a refused form takes scans again', () => {
  const place = after(
    take(7, 'a'),
    { do: 'send', draft: 'a', sent: true },
    { do: 'send', draft: 'a', sent: false },
    take(8, 'b'),
  );
  expect(place.drafts[0]?.keys).toEqual([7, 8]);
});

test('the form that takes keys in lends none: a key that may leave gets a form of its own', () => {
  const place = after({ do: 'open', kind: 'return', newId: 'r' }, take(7, 'a'));
  expect(place.drafts.map(({ kind, keys }) => [kind, keys])).toEqual([
    ['return', []],
    ['lend', [7]],
  ]);
});

test('what came back stands latest first, goes when it is undone, and a new form begins empty', () => {
  const back = after(
    { do: 'open', kind: 'return', newId: 'r' },
    { do: 'cameBack', back: [{ key: 1, loan: { id: 10, number: 'K-1' }, how: 'returned' }] },
    { do: 'cameBack', back: [{ key: 2, loan: { id: 20, number: 'K-2' }, how: 'toSend' }] },
  );
  expect(back.back.map(({ key }) => key)).toEqual([2, 1]);
  const undone = move(back, { do: 'wentOut', loan: 20 });
  expect(undone.back.map(({ key }) => key)).toEqual([1]);
  const closed = move(undone, { do: 'putAway', draft: 'r', keep: false });
  expect(move(closed, { do: 'open', kind: 'return', newId: 's' }).back).toEqual([]);
});

test('a key that was taken in and is scanned again stands there once, and says so', () => {
  const place = after(
    { do: 'open', kind: 'return', newId: 'r' },
    { do: 'cameBack', back: [{ key: 1, loan: { id: 10, number: 'K-1' }, how: 'returned' }] },
    { do: 'cameBack', back: [{ key: 2, loan: null, how: 'arrived' }] },
    { do: 'cameBack', back: [{ key: 1, loan: null, how: 'wasIn' }] },
  );
  expect(place.back).toEqual([
    { key: 1, loan: { id: 10, number: 'K-1' }, how: 'returned', again: true },
    { key: 2, loan: null, how: 'arrived' },
  ]);
});

test('a slip gets a form of its own, once; keys scanned for it are ticked, and other returns go on beside it', () => {
  const ask = (keys: readonly number[], newId: string): Move => ({ do: 'askSlip', loan: 9, keys, newId });
  const place = after(
    { do: 'open', kind: 'return', newId: 'r' },
    ask([], 's'),
    ask([3], 't'),
    ask([3, 4], 'u'),
  );
  expect(place.drafts.map(({ id, slip, keys }) => [id, slip, keys])).toEqual([
    ['r', null, []],
    ['s', 9, [3, 4]],
  ]);
  expect(place.front).toBe('s');
  expect(move(place, { do: 'open', kind: 'return', newId: 'v' }).front).toBe('r');
});

test('once a bag is open the form that waited for its key goes on; without one nothing moves', () => {
  const bag = { do: 'show', shown: { kind: 'key', id: 7, tool: 'openSeal' }, focusAction: true } as const;
  const place = after(take(7, 'a'), bag);
  expect(place.front).toBe('shown');
  expect(move(place, { do: 'unsealed', key: 7, consentBy: 4 })).toMatchObject({
    ...{ front: 'a', shown: null },
    drafts: [{ id: 'a', consentBy: 4 }],
  });
  expect(move(after(bag), { do: 'unsealed', key: 7, consentBy: null })).toMatchObject({ front: 'shown' });
});

test('an empty form takes the first key, also from behind what is looked at: closing it leaves no other', () => {
  const place = after(
    { do: 'open', kind: 'lend', newId: 'a' },
    { do: 'show', shown: { kind: 'key', id: 7 }, focusAction: false },
    { do: 'open', kind: 'lend', newId: 'b', keys: [7] },
  );
  expect(place.drafts.map(({ id, keys }) => [id, keys])).toEqual([['a', [7]]]);
  expect(place.front).toBe('a');
  const late = move(place, { do: 'open', kind: 'lend', newId: 'c', keys: [8], late: true });
  expect(late.drafts.map(({ id }) => id)).toEqual(['a', 'c']);
});

test('a form that Esc put away comes back whole, and a new scan leaves it alone', () => {
  const away = after(take(7, 'a'), { do: 'putAway', draft: 'a', keep: true }, take(8, 'b'));
  expect(away.drafts.map(({ id, keys }) => [id, keys])).toEqual([
    ['a', [7]],
    ['b', [8]],
  ]);
  expect(move(away, { do: 'restore' })).toMatchObject({ front: 'a' });
});

test('the arrows change the loan that is shown, and a key only in the list of keys', () => {
  const loan = after(
    { do: 'show', shown: { kind: 'loan', id: 5 }, focusAction: true },
    { do: 'select', record: 6 },
  );
  expect(loan.shown).toEqual({ kind: 'loan', id: 6 });
  expect(loan.focusAction).toBe(0);
  const key = after(
    { do: 'show', shown: { kind: 'key', id: 1 }, focusAction: false },
    { do: 'select', record: 6 },
  );
  expect(key.shown).toEqual({ kind: 'key', id: 1 });
});
