// RFID tags: on things that are lent as on keys; one tag is worn by one thing or badge, and the box knows it.
import { expect, test } from 'vitest';
import { paid } from '../support/deposits.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending as lendingKeys, putTestKey } from '../support/keys.ts';
import { openStand, refusal, stateOf } from '../support/loan-stand.ts';
import { lending, newPerson } from '../support/loans.ts';
import { expectWhole } from '../support/whole.ts';

const FOB = { hex: '0063E9AE', digits: '0006547886' };
const OTHER = 'DE:AD:BE:EF';

test('an umbrella’s tag is its code: whichever reader reads it brings it back', async () => {
  await using stand = await openStand();
  const { api, boss, umbrella: type, items } = stand;
  const [item = 0, other = 0] = items;
  await boss.loans.bindTag({ commandId: uuidv7(), item, tag: FOB.digits });
  expect(await stateOf(stand, item)).toMatchObject({ rfid: FOB.hex, state: 'available' });
  const code = (await stateOf(stand, item))?.tagCode ?? '';
  expect(await api.desk.codeOfTag({ tag: FOB.digits })).toEqual({ code });
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  expect(await api.loans.scan({ commandId: uuidv7(), code: FOB.hex })).toMatchObject({
    ...{ did: 'returned', loan, item },
  });
  // Its printed label is as good as before; a form that changes its remark leaves the tag alone.
  await boss.loans.putItem({ commandId: uuidv7(), item, type, asset: 'YS-001', remark: '大伞' });
  const again = await api.loans.lend(lending([{ type, item }], { borrower: newPerson(2) }));
  expect(await api.loans.scan({ commandId: uuidv7(), code })).toMatchObject({ loan: again.id });
  expect(await refusal(api.loans.scan({ commandId: uuidv7(), code: OTHER }))).toMatchObject({
    code: 'UNKNOWN_CODE',
  });
  await boss.loans.bindTag({ commandId: uuidv7(), item, tag: null });
  await boss.loans.bindTag({ commandId: uuidv7(), item: other, tag: FOB.hex });
  expect(await stateOf(stand, other)).toMatchObject({ rfid: FOB.hex });
  expectWhole(stand.desk);
});

test('a tag that a key, another thing or a badge wears is refused by name; what is retired gives its tag up', async () => {
  await using stand = await openStand();
  const { api, boss, desk, items } = stand;
  const [first = 0, second = 0] = items;
  const key = putTestKey(desk.backend, { code: 'K-009' });
  const admin = await desk.signedIn('admin');
  const [clerk, guard] = (await admin.staff.list({})).filter(({ active }) => active);
  const bindItem = (item: number, tag: string) => boss.loans.bindTag({ commandId: uuidv7(), item, tag });
  const bindKey = (tag: string) => boss.keys.bindTag({ commandId: uuidv7(), key, tag });
  const badge = (staff: number, uid: string) =>
    admin.staff.setBadge({ commandId: uuidv7(), staff, badge: uid });

  await bindItem(first, FOB.hex);
  await bindItem(first, FOB.hex);
  expect(await refusal(bindItem(second, FOB.digits))).toMatchObject({
    ...{ code: 'TAG_TAKEN', data: { field: 'tag', wearer: 'loanItem', number: 'YS-001' } },
  });
  expect(await refusal(bindKey(FOB.digits))).toMatchObject({
    ...{ code: 'TAG_TAKEN', data: { wearer: 'loanItem', number: 'YS-001' } },
  });
  expect(await refusal(badge(guard?.id ?? 0, FOB.digits))).toMatchObject({
    ...{ code: 'BADGE_ON_THING', data: { field: 'badge', number: 'YS-001' } },
  });
  await bindKey(OTHER);
  expect(await refusal(bindItem(second, OTHER))).toMatchObject({
    ...{ code: 'TAG_TAKEN', data: { wearer: 'key', number: 'K-009' } },
  });
  await badge(clerk?.id ?? 0, '0077C0DE');
  for (const bind of [bindItem(second, '0077C0DE'), bindKey('0077C0DE')]) {
    expect(await refusal(bind)).toMatchObject({
      ...{ code: 'TAG_TAKEN', data: { wearer: 'staff', number: clerk?.number } },
    });
  }
  expect(await refusal(bindItem(second, '雨伞'))).toMatchObject({
    ...{ code: 'FIELD_NEEDED', data: { field: 'tag' } },
  });
  expect(
    await refusal(api.loans.bindTag({ commandId: uuidv7(), item: second, tag: '00A1B2C3' })),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await boss.loans.retireItem({ commandId: uuidv7(), item: first });
  await bindItem(second, FOB.hex);
  expect(await refusal(bindItem(first, '00A1B2C3'))).toMatchObject({ code: 'WRONG_STATE' });
  expectWhole(stand.desk);
});

test('the box turns a tag into its code, and finds things and papers by what stands on them', async () => {
  await using stand = await openStand();
  const { api, boss, desk, umbrella: type, items } = stand;
  const [item = 0] = items;
  const key = putTestKey(desk.backend, { code: 'K-009', name: '2 层茶水间' });
  for (const floor of [24, 25, 26]) {
    putTestKey(desk.backend, { code: `K-0${floor}`, name: `${floor} 层茶水间`, hook: `${floor}` });
  }
  await boss.loans.bindTag({ commandId: uuidv7(), item, tag: FOB.hex });
  const { tag } = await api.keys.key({ key });
  const lent = await api.keys.lend(lendingKeys([key]));
  const loan = await api.loans.lend({
    ...lending([{ type, item }], { borrower: newPerson(2) }),
    deposit: paid(5000),
  });
  const [itemRow, keyLoan, detail] = [
    await stateOf(stand, item),
    await api.keys.get({ loan: lent.id }),
    await api.loans.get({ loan: loan.id }),
  ];
  const [deposit] = detail.deposits;
  const find = async (text: string) => {
    const { open, history, tag: code } = await api.search.find({ text });
    return { records: [...open, ...history].map(({ record }) => record), code };
  };
  for (const text of [FOB.hex, FOB.digits, '00:63:e9:ae']) {
    expect(await find(text)).toEqual({ records: [item], code: itemRow?.tagCode });
  }
  expect(await find(itemRow?.tagCode ?? '')).toEqual({ records: [item], code: null });
  // Its exact name comes before floors 24 to 26, which hold the same characters.
  expect((await find('2 层茶水间')).records).toHaveLength(5);
  expect((await find('2 层茶水间')).records[0]).toBe(key);
  expect((await find('26层茶水间')).records[0]).not.toBe(key);
  expect((await find('K-009')).records[0]).toBe(key);
  expect((await find('YS-001')).records[0]).toBe(item);
  expect((await find(tag)).records).toEqual([key]);
  for (const text of [keyLoan.number, keyLoan.slipCode])
    expect((await find(text)).records).toEqual([lent.id]);
  for (const text of [detail.number, detail.slipCode, deposit?.number ?? '']) {
    expect((await find(text)).records).toEqual([loan.id]);
  }
  const { connection } = desk.backend.database.db;
  const receipt = connection.prepare('SELECT code FROM deposit').pluck().get();
  expect((await find(String(receipt))).records).toEqual([deposit?.id]);
  expect((await find('00A1B2C3')).code).toBeNull();
});
