// A machine whose clock is years wrong: its battery is empty, or somebody typed another year.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { MINUTE, MORNING, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const somebody = () => walkIn({ documentType: 'none', documentNumber: null });

test.each([
  ['1970, its battery empty', Date.UTC(1970, 0, 1, 0, 3)],
  ['2099', Date.UTC(2099, 11, 31, 23, 59)],
  ['2107', Date.UTC(2107, 5, 1)],
])(
  'a clock that says %s is asked about, writes nothing, and the day goes on when it is set right',
  async (_year, wrong) => {
    await using desk = await openTestDesk();
    const api = await desk.signedIn();
    const key = putTestKey(desk.backend);
    const { id } = await api.visitors.register(somebody());
    const { id: loan } = await api.keys.lend(lending([key]));
    desk.clock.set(wrong);
    for (const call of [
      () => api.visitors.register(somebody()),
      () => api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' }),
      () => api.keys.return({ commandId: uuidv7(), loan }),
    ]) {
      expect((await safe(call())).error).toMatchObject({ code: 'CLOCK_JUMP', data: { clockAt: wrong } });
    }
    await desk.restart();
    const again = await desk.signedIn();
    expect((await again.desk.status()).clockJump).toMatchObject({ clockAt: wrong });
    expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
    const { floors } = await desk.window().api.visitors.evacuation();
    expect(floors.flatMap(({ people }) => people)).toHaveLength(1);
    expect((await again.search.find({ text: '测试甲' })).open).toHaveLength(1);

    desk.clock.set(MORNING + 5 * MINUTE);
    await desk.restart();
    const right = await desk.signedIn();
    expect((await right.desk.status()).clockJump).toBeNull();
    await right.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
    await right.keys.return({ commandId: uuidv7(), loan });
    expect((await right.visitors.register(somebody())).number).toBe('V-L1-261121-0002');
    expectWhole(desk);
  },
);

test('a clock beyond every calendar is taken for right by nobody', async () => {
  await using desk = await openTestDesk();
  desk.clock.set(Date.UTC(2107, 5, 1));
  const api = await desk.signedIn('admin');
  expect((await safe(api.desk.confirmClock())).error).toMatchObject({ code: 'CLOCK_JUMP' });
  desk.clock.set(MORNING);
  await (await desk.signedIn()).visitors.register(somebody());
  expectWhole(desk);
});

test.each([
  ['back', Date.UTC(2016, 10, 21, 1, 30), 'V-L1-261121-0002', 'V-L1-261121-0003'],
  ['ahead', Date.UTC(2036, 10, 21, 1, 30), 'V-L1-361121-0001', 'V-L1-361121-0002'],
])(
  'a clock years %s that somebody took for right lets the desk work, then and when it is set again',
  async (_way, wrong, then, after) => {
    await using desk = await openTestDesk();
    const { id } = await (await desk.signedIn()).visitors.register(somebody());
    desk.clock.set(wrong);
    const api = await desk.signedIn();
    await api.desk.confirmClock();
    const second = await api.visitors.register(somebody());
    expect(second.number).toBe(then);
    desk.clock.set(MORNING + 5 * MINUTE);
    const right = await desk.signedIn();
    expect((await right.desk.status()).clockJump).toMatchObject({ clockAt: MORNING + 5 * MINUTE });
    await right.desk.confirmClock();
    expect((await right.visitors.register(somebody())).number).toBe(after);
    for (const visit of [id, second.id]) {
      await right.visitors.leave({ commandId: uuidv7(), visit, way: 'list' });
      expect(await right.visitors.get({ visit })).toMatchObject({ state: 'left' });
    }
    await desk.restart();
    expect((await (await desk.signedIn()).visitors.list({ view: 'all' })).rows).toHaveLength(3);
    expectWhole(desk);
  },
);
