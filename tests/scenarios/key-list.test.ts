// Key lists as they are found in lobbies: what Excel made of them, what is named twice, and what is never taken in.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { csv, xlsx } from '../support/spreadsheets.ts';

test('a code, a hook and a note that Excel turned into dates are told by their cells, and taken in as nothing else', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const content = xlsx([
    ['编号', '名称', '所开门', '钩', '说明'],
    ['2026-03-04', '屋面门', '', '1', ''],
    ['K-002', '机房', '2026-03-04', '2026-03-05', '2026-03-06'],
  ]);
  const { faults } = await api.keys.previewImport({ content });
  expect(faults.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
    '2 code characters',
    '3 opens characters',
    '3 hook characters',
    '3 instruction characters',
  ]);
});

test('a unit that is named twice is one door', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const content = csv([
    ['编号', '名称', '单元'],
    ['K-001', '配电间', 'A-1203、a1203'],
  ]);
  await api.keys.runImport({ commandId: uuidv7(), content });
  expect(await api.keys.keyFile()).toMatchObject([{ code: 'K-001', units: [desk.places.unit] }]);
  expect(await api.keys.runImport({ commandId: uuidv7(), content })).toEqual({
    keys: { added: 0, changed: 0, same: 1 },
  });
});
