// Keys that may not leave without approval, several at once; and keys that are written down late, one borrower at a time.
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';

const proof = { way: 'spot', approver: STAFF.supervisor, pin: PIN } as const;
const right = 'keys.override' as const;
let people = 0;

/** Keys for somebody who was never here. */
function toSomebody(keys: readonly number[]) {
  people += 1;
  return lending(keys, { borrower: worker(`139000${20_000 + people}`) });
}

test('an approval for one master key lets no other out beside it; one that names both does, in both histories', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [first, second] = [1, 2].map((nth) =>
    putTestKey(desk.backend, { code: `M${nth}`, hook: `${nth}`, kind: 'master' }),
  ) as [number, number];
  const form = {
    ...lending([first, second]),
    borrower: { from: 'staff', staff: 0, document: null },
  } as const;
  const [colleague] = await api.borrowers.find({ text: STAFF.guard });
  if (!colleague) throw new Error('the guard is on no file');
  const both = { ...form, borrower: colleague.pick };
  expect((await safe(api.keys.lend(both))).error).toMatchObject({
    ...{ code: 'KEY_BARRED', data: { key: first, others: [second] } },
  });
  const { commandId } = both;
  const ask = { right, record: first, commandId, reason: '消防检查', proof };
  for (const others of [[], [first], [second + 1]]) {
    const { approval } = await api.approvals.grant({ ...ask, others });
    expect((await safe(api.keys.lend({ ...both, approval }))).error).toMatchObject({
      code: 'APPROVAL_NEEDED',
    });
  }
  expect(await api.keys.counts()).toMatchObject({ out: 0 });
  const { approval } = await api.approvals.grant({ ...ask, others: [second] });
  await api.keys.lend({ ...both, approval });
  for (const record of [first, second]) {
    const used = (await api.keys.history({ record })).filter(({ type }) => type === 'approval.used');
    expect(used).toMatchObject([{ approval: { way: 'spot' } }]);
  }
});

test('a one-time code approves all the keys that it was asked for, once', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const boss = await desk.signedIn('supervisor');
  const keys = [1, 2, 3].map((nth) =>
    putTestKey(desk.backend, { code: `M${nth}`, hook: `${nth}`, kind: 'master' }),
  );
  const form = { ...lending(keys), borrower: worker('13900001111') };
  const [record = 0, ...others] = keys;
  const { code } = await boss.approvals.makeCode({ right });
  const ask = { right, record, others, commandId: form.commandId, reason: '检修' };
  const { approval } = await api.approvals.grant({ ...ask, proof: { way: 'code', code } });
  await api.keys.lend({ ...form, approval });
  const again = await safe(api.approvals.grant({ ...ask, proof: { way: 'code', code } }));
  expect(again.error).toMatchObject({ code: 'CODE_REFUSED' });
});

test('two loans of one key never overlap, however late they are written down; handed on at once is no overlap', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [key, other] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const start = desk.clock.now();
  desk.clock.advance(6 * HOUR);
  const late = (from: number, until: number, keys = [key]) =>
    safe(
      api.keys.lend({ ...toSomebody(keys), lentAt: start + from * HOUR, returnedAt: start + until * HOUR }),
    );
  const first = await late(1, 3);
  expect(first.error).toBeNull();
  for (const [from, until] of [
    [1, 3],
    [0, 2],
    [2, 4],
    [0, 5],
    [1.5, 2],
  ] as const) {
    expect((await late(from, until)).error).toMatchObject({
      code: 'KEY_HELD_THEN',
      data: {
        key,
        loan: first.data?.id,
        number: first.data?.number,
        from: start + HOUR,
        until: start + 3 * HOUR,
      },
    });
  }
  expect((await late(0, 1)).error).toBeNull();
  expect((await late(3, 4)).error).toBeNull();
  // Nothing half written: the other key of the form did not leave either.
  expect((await late(2, 5, [other, key])).error).toMatchObject({ code: 'KEY_HELD_THEN' });
  expect((await api.keys.list({ view: 'all' })).rows).toHaveLength(3);
  // Still out since then, though somebody brought it back after that.
  const since = await safe(api.keys.lend({ ...toSomebody([key]), lentAt: start + 2 * HOUR }));
  expect(since.error).toMatchObject({ code: 'KEY_HELD_THEN' });
  expect((await safe(api.keys.lend({ ...toSomebody([key]), lentAt: start + 4 * HOUR }))).error).toBeNull();
});

test('a loan of several keys had each of them until that one came back; a void loan had none', async () => {
  await using desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const [key, other] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const start = desk.clock.now();
  const { id: loan } = await boss.keys.lend(toSomebody([key, other]));
  desk.clock.advance(HOUR);
  await boss.keys.return({ commandId: uuidv7(), loan, lines: [{ key, pieces: 1 }] });
  desk.clock.advance(2 * HOUR);
  const form = (of: number, from: number) => ({
    ...toSomebody([of]),
    ...{ lentAt: start + from, returnedAt: start + from + 10 * MINUTE },
  });
  expect((await safe(boss.keys.lend(form(key, 30 * MINUTE)))).error).toMatchObject({ code: 'KEY_HELD_THEN' });
  expect((await safe(boss.keys.lend(form(key, HOUR)))).error).toBeNull();
  expect((await safe(boss.keys.lend(form(other, HOUR)))).error).toMatchObject({ code: 'KEY_NOT_IN' });
  await boss.keys.void({ commandId: uuidv7(), loan, reason: '登记错误' });
  expect((await safe(boss.keys.lend(form(key, 30 * MINUTE)))).error).toBeNull();
});

test('whatever is written down late in whichever order: at every moment one borrower has the key', async () => {
  const span = fc.record({ from: fc.nat(40), long: fc.integer({ min: 1, max: 12 }), now: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(span, { minLength: 10, maxLength: 25, size: 'max' }), async (entries) => {
      await using desk = await openTestDesk();
      const boss = await desk.signedIn('supervisor');
      const key = putTestKey(desk.backend);
      const start = desk.clock.now();
      desk.clock.advance(60 * 10 * MINUTE);
      for (const { from, long, now } of entries) {
        const lentAt = start + from * 10 * MINUTE;
        const when = now ? {} : { lentAt, returnedAt: lentAt + long * 10 * MINUTE };
        const { data, error } = await safe(boss.keys.lend({ ...toSomebody([key]), ...when }));
        if (error) expect(error).toMatchObject({ code: 'KEY_HELD_THEN' });
        if (now && data) {
          desk.clock.advance(long * MINUTE);
          await boss.keys.return({ commandId: uuidv7(), loan: data.id });
        }
      }
      const { rows } = await boss.keys.list({ view: 'all' });
      const spans = rows.toSorted((a, b) => a.lentAt - b.lentAt);
      expect(spans.length).toBeGreaterThan(1);
      for (const [at, { lentAt }] of spans.entries()) {
        const before = spans[at - 1];
        if (before) expect(before.returnedAt ?? Infinity).toBeLessThanOrEqual(lentAt);
      }
    }),
    { numRuns: 8, seed: 20_261_122 },
  );
});
