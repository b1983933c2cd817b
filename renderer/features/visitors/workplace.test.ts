// Forms, cards and visits in the panel: nothing half typed is lost, whatever comes in between.
import { expect, test } from 'vitest';
import type { CardReading } from '../../../electron/api/identity.ts';
import { emptyWorkplace, move } from './workplace.ts';
import type { Move, Workplace } from './workplace.ts';

const after = (...steps: Move[]): Workplace => steps.reduce(move, emptyWorkplace);
const register = (id: string): Move => ({
  do: 'open',
  draft: { id, kind: 'register', visit: null, card: null },
});
const cardOf = (visit: CardReading['visit']): CardReading => ({
  ...{
    documentType: 'residentId',
    name: '宋予安',
    englishName: null,
    sex: 'female',
    birthDate: '1990-03-07',
  },
  ...{ address: null, number: '11010119900307002X', nationality: null, validTo: 'longTerm' },
  ...{ expired: false, nameFlag: null, visit },
});
const card = (visit: CardReading['visit'], newId = 'new'): Move => ({
  do: 'card',
  card: cardOf(visit),
  newId,
});

test('a stranger’s card on an empty desk opens a form', () => {
  expect(after(card(null))).toMatchObject({ front: 'new', drafts: [{ kind: 'register', visit: null }] });
});

test('a stranger’s card goes to the form that is being filled', () => {
  const place = after(register('a'), card(null));
  expect(place.drafts).toHaveLength(1);
  expect(place.drafts[0]).toMatchObject({ id: 'a', card: { name: '宋予安' } });
});

test('a pre-registration being typed is no arrival: the card opens its own form and the other stays', () => {
  const place = after(
    { do: 'open', draft: { id: 'e', kind: 'expect', visit: null, card: null } },
    card(null),
  );
  expect(place.drafts.map(({ id }) => id)).toEqual(['e', 'new']);
  expect(place.front).toBe('new');
});

test('the card of an expected person opens the arrival, beside what is half typed', () => {
  const place = after(register('a'), card({ id: 7, state: 'expected' }));
  expect(place.drafts.map(({ id, visit }) => [id, visit])).toEqual([
    ['a', null],
    ['new', 7],
  ]);
  expect(move(place, card({ id: 7, state: 'expected' }, 'other')).drafts).toHaveLength(2);
});

test('the card of somebody on site shows the visit, and the form waits behind it', () => {
  const place = after(register('a'), card({ id: 9, state: 'on_site' }));
  expect(place).toMatchObject({ front: 'shown', shown: 9, focusAction: 1 });
  expect(move(place, { do: 'closeShown' }).front).toBe('a');
});

test('a form put away comes back; an empty one just goes', () => {
  const away = after(register('a'), { do: 'putAway', draft: 'a', keep: true });
  expect(away).toMatchObject({ front: null, drafts: [{ id: 'a', away: true }] });
  expect(move(away, { do: 'restore' })).toMatchObject({ front: 'a', drafts: [{ id: 'a', away: false }] });
  expect(after(register('a'), { do: 'putAway', draft: 'a', keep: false }).drafts).toEqual([]);
});

test('several forms put away come back one by one, the last one first', () => {
  const away = after(register('a'), { do: 'putAway', draft: 'a', keep: true }, register('b'), {
    do: 'putAway',
    draft: 'b',
    keep: true,
  });
  const first = move(away, { do: 'restore' });
  expect(first.front).toBe('b');
  expect(move(first, { do: 'restore' }).front).toBe('a');
});

test('of many forms put away the last five are kept', () => {
  const steps = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id): Move[] => [
    register(id),
    { do: 'putAway', draft: id, keep: true },
  ]);
  expect(after(...steps).drafts.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'e', 'f']);
});

test('who was looked at before is not shown beside somebody just registered; who was amended stays', () => {
  const looked: Move = { do: 'show', shown: 1, focusAction: false };
  const finish: Move = { do: 'finish', draft: 'a', select: 3, view: 'onSite' };
  expect(after(looked, register('a'), finish)).toMatchObject({ front: null, shown: null, selected: 3 });
  const amend: Move = { do: 'open', draft: { id: 'a', kind: 'amend', visit: 1, card: null } };
  expect(after(looked, amend, { ...finish, select: 1 })).toMatchObject({ front: 'shown', shown: 1 });
});

test('a confirmed form goes, its visit is selected, and the one behind comes to the front', () => {
  const place = after(register('a'), register('b'), { do: 'finish', draft: 'b', select: 3, view: 'onSite' });
  expect(place).toMatchObject({ front: 'a', selected: 3, view: 'onSite' });
});

test('moving in the list moves the shown visit, but never covers a form', () => {
  const shown = after({ do: 'show', shown: 1, focusAction: false }, { do: 'select', record: 2 });
  expect(shown.shown).toBe(2);
  const typing = after(register('a'), { do: 'select', record: 2 });
  expect(typing).toMatchObject({ front: 'a', shown: null, selected: 2 });
});

test('when the shown visit leaves the list, the next row is selected but nobody else is shown', () => {
  const place = after({ do: 'show', shown: 1, focusAction: false }, { do: 'inherit', record: 2 });
  expect(place).toMatchObject({ shown: 1, selected: 2 });
});

test('a visit that is shown already and asked for again gets the hand again', () => {
  const ask: Move = { do: 'show', shown: 1, focusAction: true };
  const first = after(ask);
  expect(move(first, ask).focusAction).toBeGreaterThan(first.focusAction);
  expect(after(ask, { do: 'show', shown: 1, focusAction: false }).focusAction).toBe(0);
});
