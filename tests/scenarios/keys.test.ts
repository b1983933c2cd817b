// Keys at the counter: lent and brought back, by hand and by scan, refused with the reason, moved between desks.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';

const id = uuidv7;

function expectEqualViews(desk: TestDesk): void {
  const { projection } = desk.backend.journal;
  expect(checkViews(desk.databasePath, projection)).toMatchObject({ outcome: 'equal' });
}

test('a key is lent by the form and comes back by one scan; the same scan again within three seconds is one scan', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const lent = await api.keys.lend(lending([key]));
  expect(lent).toMatchObject({ number: 'K-L1-261121-0001', printJob: null });
  const { tag, ...row } = await api.keys.key({ key });
  expect(row).toMatchObject({ state: 'out', loan: lent.id, borrowerName: '测试工', due: 'later' });
  expect(row.dueAt).toBe(MORNING + 8 * HOUR);
  desk.clock.advance(HOUR);
  const scanned = await api.keys.scan({ commandId: id(), code: tag });
  expect(scanned).toMatchObject({ did: 'returned', loan: lent.id, keys: [key], state: 'returned' });
  desk.clock.advance(2999);
  expect(await api.keys.scan({ commandId: id(), code: tag })).toEqual({ did: 'ignored' });
  desk.clock.advance(1);
  const shown = await api.keys.scan({ commandId: id(), code: tag });
  expect(shown).toEqual({ did: 'nothing', key, loan: null, state: 'in_cabinet' });
  expect(await api.keys.get({ loan: lent.id })).toMatchObject({
    ...{ state: 'returned', returnedAt: MORNING + HOUR, mayReopen: true, mayTakeBack: false },
  });
  expectEqualViews(desk);
});

test('a key that is out is lent to nobody else, and the refusal says who has it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan, number } = await api.keys.lend(lending([key]));
  const other = lending([key], { borrower: { from: 'contact', contact: desk.places.host } });
  const { error } = await safe(api.keys.lend(other));
  expect(error).toMatchObject({ code: 'KEY_NOT_IN', data: { key, state: 'out', loan, number } });
  expect(await api.keys.counts({})).toEqual({ out: 1, overdue: 0, dueSoon: 0, inTransfer: 0, lost: 0 });
  desk.clock.advance(7 * HOUR + MINUTE);
  expect(await api.keys.counts({})).toMatchObject({ out: 1, dueSoon: 1 });
  desk.clock.advance(HOUR);
  expect((await api.keys.list({ view: 'overdue' })).rows).toMatchObject([{ id: loan, due: 'overdue' }]);
});
