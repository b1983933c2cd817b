// Forms about records: records chosen by name, and edits that met.
import { expect, test } from 'vitest';
import { choicesOf, merged } from './record-values.ts';

test('two households of one name are told apart by their units', () => {
  const choices = choicesOf([
    { id: 1, name: '张试', detail: 'A-0101' },
    { id: 2, name: '张试', detail: 'A-0202' },
    { id: 3, name: '李试', detail: 'A-0303' },
  ]);
  expect(choices.labels).toEqual(['张试（A-0101）', '张试（A-0202）', '李试']);
  expect(choices.idOf(choices.labelOf(2))).toBe(2);
  expect([choices.idOf(' '), choices.idOf('张试')]).toEqual([null, undefined]);
});

test('of two edits the typed one stays where both touched a field, and everything else is the latest', () => {
  const base = { phone: '1', notes: 'old', shortName: 'a' };
  const typed = { phone: '2', notes: 'old', shortName: 'a' };
  const now = { phone: '3', notes: 'new', shortName: 'a' };
  expect(merged(typed, base, now)).toEqual({ phone: '2', notes: 'new', shortName: 'a' });
});
