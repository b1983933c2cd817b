// On paper: who stands on the evacuation list and how, and what is entered from the paper kit afterwards.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { amendment, OTHER_RESIDENT, walkIn } from '../support/visits.ts';

test('whoever needs help stands so on the evacuation list, for anybody who opens it, and says whose entries it has', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ name: '景需助', needsHelp: true }));
  await api.visitors.register(walkIn({ name: '卫自如', documentNumber: OTHER_RESIDENT }));
  const { at, desks, floors } = await desk.window().api.visitors.evacuation();
  const people = floors.flatMap((floor) => floor.people).map(({ name, needsHelp }) => [name, needsHelp]);
  expect(new Map(people as [string, boolean][])).toEqual(
    new Map([
      ['景需助', true],
      ['卫自如', false],
    ]),
  );
  expect(desks).toEqual([{ code: 'L1', until: at }]);
  await api.visitors.amend({ ...amendment({ name: '景需助', needsHelp: false }), visit: id });
  const after = await api.visitors.evacuation();
  expect(after.floors.flatMap((floor) => floor.people).some(({ needsHelp }) => needsHelp)).toBe(false);
});

test('children under 14 are counted with their adult, on the list, on the pass and in an amendment', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ name: '韩带童', children: 2 }));
  const { floors } = await desk.window().api.visitors.evacuation();
  expect(floors.flatMap((floor) => floor.people)).toMatchObject([{ name: '韩带童', children: 2 }]);
  await api.visitors.amend({ ...amendment({ name: '韩带童', children: 3 }), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ children: 3 });
  const [, amended] = await api.visitors.history({ visit: id });
  expect(amended?.changes).toContainEqual({ field: 'children', before: '2', after: '3' });
  await expect(api.visitors.register(walkIn({ children: 21 }))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('an arrival written on paper keeps its line, in the visit and in its history', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const arrivedAt = desk.clock.now() - 3 * 3_600_000;
  const form = walkIn({ arrivedAt, paperLine: ' 1122-0850-07 ', printPass: false });
  const { id } = await api.visitors.register(form);
  expect(await api.visitors.get({ visit: id })).toMatchObject({ arrivedAt, paperLine: '1122-0850-07' });
  expect(await api.visitors.history({ visit: id })).toMatchObject([
    { type: 'visit.arrived', paperLine: '1122-0850-07', happenedAt: arrivedAt },
  ]);
});

test('a line longer than any on the paper is refused whole', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await expect(api.visitors.register(walkIn({ paperLine: '1'.repeat(21) }))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0 });
});
