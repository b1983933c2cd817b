// Forms about records: records chosen by name, and edits that met.
import { expect, test } from 'vitest';
import { choicesOf, isReadSo, merged } from './record-values.ts';

test('two households of one name are told apart by their units', () => {
  const choices = choicesOf([
    { id: 1, name: '张试', detail: 'A-0101' },
    { id: 2, name: '张试', detail: 'A-0202' },
    { id: 3, name: '李试', detail: 'A-0303' },
  ]);
  expect(choices.labels.map(({ label }) => label)).toEqual(['张试（A-0101）', '张试（A-0202）', '李试']);
  expect(choices.idOf(choices.labelOf(2))).toBe(2);
  expect([choices.idOf(' '), choices.idOf('张试')]).toEqual([null, undefined]);
});

test('a tenant is also chosen by the short or the English name, unless two have it', () => {
  const row = (id: number, name: string, ...aliases: string[]) => ({ id, name, detail: '', aliases });
  const choices = choicesOf([
    row(1, '青禾数据科技有限公司', '青禾数据', 'Qinghe Data'),
    row(2, '蓝石贸易有限公司', '蓝石'),
    row(3, '蓝石餐饮有限公司', '蓝石'),
  ]);
  expect([choices.idOf('青禾数据'), choices.idOf('qinghe data ')]).toEqual([1, 1]);
  expect([choices.idOf('蓝石'), choices.idOf('青禾')]).toEqual([undefined, undefined]);
  expect(choices.labels[0]).toEqual({ id: 1, label: '青禾数据科技有限公司', also: '青禾数据 · Qinghe Data' });
});

test('of two edits the typed one stays where both touched a field, and everything else is the latest', () => {
  const base = { phone: '1', notes: 'old', shortName: 'a' };
  const typed = { phone: '2', notes: 'old', shortName: 'a' };
  const now = { phone: '3', notes: 'new', shortName: 'a' };
  expect(merged(typed, base, now)).toEqual({ phone: '2', notes: 'new', shortName: 'a' });
});

test('a name in a filter is found by pinyin and initials from its beginning and from behind the surname', () => {
  const found = ['zhang', 'zhangs', 'zs', 'z', 'san', 's', 'lü', 'ang', 'zss'].filter((word) =>
    isReadSo('zhang san', word),
  );
  expect(found).toEqual(['zhang', 'zhangs', 'zs', 'z', 'san', 's']);
  expect(isReadSo('lv shi', 'lü')).toBe(true);
});
