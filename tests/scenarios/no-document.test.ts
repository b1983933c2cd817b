// Whoever shows no document: why is asked, kept, told by the history, and set right.
import { expect, test } from 'vitest';
import { HOUR, MORNING, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { amendment, announced, OTHER_RESIDENT, unproven, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('who shows no document has forgotten it, unless the desk says otherwise; the pass says escort all the same', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const usual = await api.visitors.register(unproven());
  expect(await api.visitors.get({ visit: usual.id })).toMatchObject({
    ...{ noDocument: 'notBrought', escorted: true, verifiedBy: 'hostVouched' },
  });
  const declined = await api.visitors.register(unproven({ noDocument: 'declined' }));
  expect(await api.visitors.get({ visit: declined.id })).toMatchObject({ noDocument: 'declined' });
  const [entry] = await api.visitors.history({ visit: declined.id });
  expect(entry).toMatchObject({ type: 'visit.arrived', noDocument: 'declined' });
  expectWhole(desk);
});

test('where a document is given there is no such reason, also for who was announced without one', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.expect(announced(MORNING, MORNING + HOUR));
  expect(await api.visitors.get({ visit: id })).toMatchObject({ noDocument: null });
  await api.visitors.arrive({ ...walkIn({ noDocument: 'declined' }), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ noDocument: null, escorted: false });
  expectWhole(desk);
});

test('the reason is amended by itself; it goes when the document is brought, and comes when that was a mistake', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(unproven());
  const amend = async (changes: Parameters<typeof amendment>[0]) => {
    await api.visitors.amend({ ...amendment(changes), commandId: uuidv7(), visit: id });
    return (await api.visitors.get({ visit: id })).noDocument;
  };
  const brought = { type: 'residentId', number: OTHER_RESIDENT, end: null, verifiedBy: 'document' } as const;
  const none = { type: 'none', number: null, end: null, verifiedBy: 'hostVouched' } as const;
  expect(await amend({ noDocument: 'knownToHost' })).toBe('knownToHost');
  expect(await amend({ company: '另一单位' })).toBe('knownToHost');
  expect(await amend({ document: brought, noDocument: 'declined' })).toBeNull();
  expect(await amend({ noDocument: 'declined' })).toBeNull();
  expect(await amend({ document: none, noDocument: 'hasNone' })).toBe('hasNone');
  const changes = (await api.visitors.history({ visit: id })).flatMap((entry) => entry.changes);
  expect(changes.filter(({ field }) => field === 'noDocument')).toEqual([
    { field: 'noDocument', before: 'notBrought', after: 'knownToHost' },
    { field: 'noDocument', before: 'knownToHost', after: null },
    { field: 'noDocument', before: null, after: 'hasNone' },
  ]);
  expectWhole(desk);
});

test('an announcement that is amended says nothing of it yet', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.expect(announced(MORNING, MORNING + HOUR));
  await api.visitors.amend({ ...amendment({ noDocument: 'declined' }), commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ noDocument: null });
  expectWhole(desk);
});
