// The same person is one visit: offered before a second record exists, decided by the desk; everyone out and back.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, MINUTE, MORNING, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { announced, OTHER_RESIDENT, RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const command = () => ({ commandId: uuidv7() });
const nobody = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;
const asked = { anotherPerson: false } as const;
const DAY = 24 * HOUR;

test('one name or one phone on site is asked about first; another person gets a record of their own', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const first = await api.visitors.register(walkIn({ ...nobody, name: '买合木提·艾力', phone: null }));
  const before = (await api.desk.status()).journal;
  for (const name of ['买合木提·艾力', '买合木提•艾力', ' 买合木提 ・ 艾力 ']) {
    const { error } = await safe(api.visitors.register(walkIn({ ...nobody, name, ...asked })));
    expect(error).toMatchObject({ code: 'SAME_PERSON', defined: true, data: { visits: [first.id] } });
  }
  expect((await api.desk.status()).journal).toEqual(before);
  const phoned = await api.visitors.register(walkIn({ ...nobody, name: 'Li LEI', phone: '13900000009' }));
  const same = await safe(
    api.visitors.register(walkIn({ ...nobody, name: '别名', phone: '13900000009', ...asked })),
  );
  expect(same.error).toMatchObject({ code: 'SAME_PERSON', data: { visits: [phoned.id] } });
  const cased = await safe(
    api.visitors.register(walkIn({ ...nobody, name: 'li lei', phone: null, ...asked })),
  );
  expect(cased.error).toMatchObject({ code: 'SAME_PERSON', data: { visits: [phoned.id] } });
  await api.visitors.register(walkIn({ ...nobody, name: 'Li Lei', anotherPerson: true }));
  expect(await api.visitors.counts()).toMatchObject({ onSite: 3 });
  expectWhole(desk);
});

test('two ID cards with different numbers are two people, whatever their name; nobody is asked', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.visitors.register(walkIn({ documentNumber: RESIDENT, ...asked }));
  await api.visitors.register(walkIn({ documentNumber: OTHER_RESIDENT, ...asked }));
  expect(await api.visitors.counts()).toMatchObject({ onSite: 2 });
});

test('who is announced for today is offered to arrive, the holder of their document first of all', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const named = await api.visitors.expect(
    announced(MORNING, MORNING + HOUR, { name: '测试乙', phone: null }),
  );
  const shown = await api.visitors.expect(
    announced(MORNING, MORNING + HOUR, { name: '另一写法', phone: null, ...document }),
  );
  await api.visitors.expect(announced(MORNING + DAY, MORNING + DAY + HOUR, { name: '测试乙', phone: null }));
  const question = { name: '测试乙', phone: null, ...document };
  const alike = await api.visitors.alike(question);
  expect(alike.map(({ id, state, same }) => [id, state, same])).toEqual([
    [shown.id, 'expected', 'document'],
    [named.id, 'expected', 'name'],
  ]);
  const form = walkIn({ name: '测试乙', phone: null, ...asked });
  const refused = await safe(api.visitors.register(form));
  expect(refused.error).toMatchObject({ code: 'SAME_PERSON', data: { visits: [shown.id, named.id] } });
  await api.visitors.arrive({ ...form, visit: shown.id });
  expect(await api.visitors.get({ visit: shown.id })).toMatchObject({ state: 'on_site', name: '测试乙' });
});

test('the same person announced twice for one day is asked about, for another day is not', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const first = await api.visitors.expect(announced(MORNING, MORNING + HOUR, asked));
  const twice = await safe(api.visitors.expect(announced(MORNING + HOUR, MORNING + 2 * HOUR, asked)));
  expect(twice.error).toMatchObject({ code: 'SAME_PERSON', data: { visits: [first.id] } });
  await api.visitors.expect(announced(MORNING + DAY, MORNING + DAY + HOUR, asked));
  expect(await api.visitors.counts()).toMatchObject({ expected: 2 });
});

test('everyone is marked out at once and exactly those come back; a return is undone the same way', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const people = [];
  for (let n = 0; n < 5; n += 1)
    people.push((await api.visitors.register(walkIn({ ...nobody, name: `测试${n}` }))).id);
  const gone = people.pop() ?? 0;
  await api.visitors.leave({ ...command(), visit: gone, way: 'list' });
  desk.clock.advance(MINUTE);
  const out = await api.visitors.everyoneOut(command());
  expect(new Set(out.visits)).toEqual(new Set(people));
  expect(await api.visitors.evacuation()).toMatchObject({ floors: [], cleared: { at: out.at, people: 4 } });
  const left = await api.visitors.history({ visit: people[0] ?? 0 });
  expect(left.at(-1)).toMatchObject({ type: 'visit.left', happenedAt: out.at });
  const late = await api.visitors.register(walkIn({ ...nobody, name: '后来' }));
  desk.clock.advance(MINUTE);
  const back = await api.visitors.everyoneBack({ ...command(), at: out.at });
  expect(new Set(back.visits)).toEqual(new Set(people));
  expect((await api.visitors.get({ visit: gone })).state).toBe('left');
  expect(await api.visitors.counts()).toMatchObject({ onSite: 5 });
  const again = await api.visitors.everyoneOut({ ...command(), only: back.visits });
  expect(new Set(again.visits)).toEqual(new Set(people));
  expect((await api.visitors.get({ visit: late.id })).state).toBe('on_site');
  expectWhole(desk);
});

test('who has come back through the door meanwhile is not on site twice', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const first = await api.visitors.register(walkIn());
  const { at } = await api.visitors.everyoneOut(command());
  desk.clock.advance(MINUTE);
  const second = await api.visitors.register(walkIn());
  expect(await api.visitors.everyoneBack({ ...command(), at })).toEqual({ visits: [] });
  expect((await api.visitors.get({ visit: first.id })).state).toBe('left');
  expect((await api.visitors.get({ visit: second.id })).state).toBe('on_site');
});

test('who has come back without showing a document is known by name and phone, and not on site twice', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.visitors.register(walkIn());
  const other = walkIn({ documentNumber: OTHER_RESIDENT, phone: '13900000009' });
  const namesake = await api.visitors.register(other);
  const { at } = await api.visitors.everyoneOut(command());
  desk.clock.advance(MINUTE);
  const vouched = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;
  await api.visitors.register(walkIn(vouched));
  expect(await api.visitors.everyoneBack({ ...command(), at })).toEqual({ visits: [namesake.id] });
});

test('days after an evacuation nobody is marked back', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const { id } = await api.visitors.register(walkIn());
  const { at } = await api.visitors.everyoneOut(command());
  desk.clock.advance(20 * HOUR);
  await api.visitors.register(walkIn({ ...nobody, name: '后来' }));
  desk.clock.advance(5 * HOUR);
  const later = await desk.signedIn('supervisor');
  const back = await safe(later.visitors.everyoneBack({ ...command(), at }));
  expect(back.error).toMatchObject({ code: 'TOO_LATE', defined: true });
  expect((await later.visitors.get({ visit: id })).state).toBe('left');
});

test('names of any kind are kept as they were given, listed and found', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const names = ['𠮷田㛃', '王🙂小明', 'محمد علي', 'Anna MARIA van der Berg', '﨎测', '长'.repeat(100)];
  for (const name of names) await expectKept(api, name);
  const tooLong = await safe(api.visitors.register(walkIn({ ...nobody, name: '长'.repeat(101) })));
  expect(tooLong.error).toMatchObject({ code: 'BAD_REQUEST' });
  const unseen = await safe(api.visitors.register(walkIn({ ...nobody, name: '测\u202E试' })));
  expect(unseen.error).toMatchObject({ code: 'BAD_REQUEST' });
});

async function expectKept(api: ApiClient, name: string): Promise<void> {
  const { id } = await api.visitors.register(walkIn({ ...nobody, name }));
  expect((await api.visitors.get({ visit: id })).name).toBe(name);
  const begin = Array.from(name).slice(0, 2).join('');
  expect((await api.search.find({ text: begin })).open.map(({ record }) => record)).toContain(id);
}
