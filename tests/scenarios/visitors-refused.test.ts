// What the visitors' desk refuses: each by its name, and with nothing written.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import { HOUR, MORNING, openTestDesk } from '../support/desk.ts';
import { announced, RESIDENT, walkIn } from '../support/visits.ts';
import { uuidv7 } from '../support/ids.ts';

const wrong = RESIDENT.replace(/1$/, '2');
const cases = {
  'a wrong check digit': [walkIn({ documentNumber: wrong }), 'DOCUMENT_NUMBER_WRONG', 'CHECK_DIGIT'],
  'a number that cannot be one': [walkIn({ documentNumber: '12' }), 'DOCUMENT_NUMBER_WRONG', 'SHAPE'],
  'a document without its number': [walkIn({ documentNumber: null }), 'FIELD_NEEDED', undefined],
} as const;

test.each(Object.entries(cases))('%s is refused by name', async (_, [form, code, reason]) => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const before = (await api.desk.status()).journal;
  const { error } = await safe(api.visitors.register(form));
  expect(error).toMatchObject({ code, defined: true });
  expect((error as { data?: { reason?: string } }).data?.reason).toBe(reason);
  expect(JSON.stringify(error)).not.toContain(String(form.documentNumber));
  expect((await api.desk.status()).journal).toEqual(before);
});

test('a person who is on site already: the open visit is named', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const first = await api.visitors.register(walkIn());
  const { error } = await safe(api.visitors.register(walkIn({ name: '同一人' })));
  expect(error).toMatchObject({
    code: 'ALREADY_ON_SITE',
    defined: true,
    data: { visit: first.id, number: first.number },
  });
  expect((await api.visitors.list({ view: 'all' })).rows).toHaveLength(1);
});

test('codes that are none, mistyped, of another thing, or never issued, each by its name', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { passCode } = await api.visitors.register(walkIn());
  const mistyped = passCode.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  const reasons = [];
  const ofAKey = makeScanCode('keyTag', '0000000000001');
  const neverIssued = makeScanCode('visitPass', '0000000000001');
  for (const code of ['hello', mistyped, ofAKey, neverIssued]) {
    const { error } = await safe(api.visitors.scan({ commandId: uuidv7(), code }));
    reasons.push((error as { data?: { reason: string } } | null)?.data?.reason);
  }
  expect(reasons).toEqual(['SHAPE', 'CHECK_DIGIT', 'KIND', 'NOT_ISSUED']);
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
});

test('a time that ends before it begins, a host and a unit that are not on file', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const before = (await api.desk.status()).journal;
  const ends = await safe(api.visitors.expect(announced(MORNING + HOUR, MORNING)));
  expect(ends.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'expectedUntil' } });
  const far = await safe(api.visitors.expect(announced(MORNING, 2 ** 53 - 1)));
  expect(far.error).toMatchObject({ code: 'BAD_REQUEST' });
  const host = await safe(api.visitors.register(walkIn({ host: 1 })));
  expect(host.error).toMatchObject({ code: 'UNKNOWN_PLACE', data: { field: 'host' } });
  const unit = await safe(api.visitors.register(walkIn({ units: [desk.places.host] })));
  expect(unit.error).toMatchObject({ code: 'UNKNOWN_PLACE', data: { field: 'units' } });
  expect((await api.desk.status()).journal).toEqual(before);
});

test('a command id that was used for something else, or by somebody else', async () => {
  await using desk = await openTestDesk();
  const [api, guard] = [await desk.signedIn(), await desk.signedIn('guard')];
  const form = walkIn();
  const { id } = await api.visitors.register(form);
  const { commandId } = form;
  const other = { ...walkIn({ documentType: 'none', documentNumber: null }), commandId };
  const reused = [
    () => api.visitors.leave({ commandId, visit: id, way: 'list' }),
    () => api.visitors.register(other),
    () => guard.visitors.register(form),
  ];
  for (const call of reused) {
    expect((await safe<unknown, unknown>(call())).error).toMatchObject({ code: 'COMMAND_REUSED' });
  }
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
});

test('leaving twice, reprinting who left, an empty name', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  const head = (await api.desk.status()).journal;
  const twice = await safe(api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' }));
  expect(twice.error).toMatchObject({ code: 'WRONG_STATE', data: { visit: id, state: 'left' } });
  const reprint = await safe(api.visitors.reprint({ commandId: uuidv7(), visit: id }));
  expect(reprint.error).toMatchObject({ code: 'WRONG_STATE' });
  const unnamed = await safe(api.visitors.register(walkIn({ name: '   ' })));
  expect(unnamed.error).toMatchObject({ code: 'BAD_REQUEST' });
  expect((await api.desk.status()).journal).toEqual(head);
});
