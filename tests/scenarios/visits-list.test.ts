// The list of all visits goes by when they were typed, page by page, from one journal or several.
import { expect, test } from 'vitest';
import { listVisits } from '../../electron/backend/registers/visitors/visitors.queries.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { MINUTE, openTestDesk } from '../support/desk.ts';
import { playStep } from '../support/histories.ts';
import { exchange, openInstallation } from '../support/installations.ts';
import { walkIn } from '../support/visits.ts';

const nobody = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;

test('pages of one journal follow each other, the latest typed first', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const typed: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    typed.push((await api.visitors.register(walkIn({ ...nobody, name: `测试${n}` }))).id);
    desk.clock.advance(MINUTE);
  }
  const shown: number[] = [];
  let before: number[] | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof api.visitors.list>> = await api.visitors.list({
      ...{ view: 'all', limit: 3, before },
    });
    shown.push(...page.rows.map(({ id }) => id));
    if (!page.more) break;
    before = page.next;
  }
  expect(shown).toEqual(typed.toReversed());
});

test('visits of two journals are merged by the time at which they were typed, and no page repeats or loses one', () => {
  using one = openInstallation(1, 0, null);
  using two = openInstallation(2, 0, one.backend.database);
  const order = [one, two, two, one, two, one, one];
  for (const [at, player] of order.entries()) {
    for (const each of [one, two]) each.clock.advance(MINUTE);
    playStep(player, { kind: 'register', who: at, wait: 0 });
  }
  exchange([one, two]);
  for (const { backend, clock } of [one, two]) {
    const { db } = backend.database;
    const at = {
      now: clock.now(),
      calendar: createCalendar('Asia/Shanghai'),
      phones: 'whole',
    } as const;
    const shown: (number | null)[] = [];
    let page = listVisits(db, { view: 'all', before: null, limit: 2 }, at);
    for (;;) {
      shown.push(...page.rows.map(({ arrivedAt }) => arrivedAt));
      if (!page.more) break;
      page = listVisits(db, { view: 'all', before: page.next, limit: 2 }, at);
    }
    expect(shown).toHaveLength(order.length);
    expect(shown).toEqual(shown.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(shown).size).toBe(order.length);
  }
});
