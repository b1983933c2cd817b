// Turnstile cards over a real port and file: on file, out, back, lost, and never in two hands whatever happens.
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { listAwayCards } from '../../electron/backend/registers/visitors/cards.store.ts';
import { HOUR, MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { exchange, openInstallation } from '../support/installations.ts';
import { playStep } from '../support/histories.ts';
import { announced, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const command = () => ({ commandId: uuidv7() });
const nobody = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;

/** A desk with cards 001 to `last`; its receptionist. */
async function withCards(desk: TestDesk, last = '003'): Promise<ApiClient> {
  const supervisor = await desk.signedIn('supervisor');
  await supervisor.visitors.putCards({ ...command(), first: '001', last });
  return desk.signedIn();
}

test('a card goes out with its visitor, is refused to the next one by name of the visit, and comes back', async () => {
  await using desk = await openTestDesk();
  const api = await withCards(desk);
  expect(await api.visitors.nextCard()).toEqual({ card: '001', onFile: 3 });
  const first = await api.visitors.register(walkIn({ ...nobody, card: '1', printPass: false }));
  expect(await api.visitors.get({ visit: first.id })).toMatchObject({
    card: { number: '001', state: 'out' },
  });
  const taken = await safe(api.visitors.register(walkIn({ ...nobody, name: '测试乙', card: '００１' })));
  expect(taken.error).toMatchObject({
    ...{ code: 'CARD_REFUSED', defined: true },
    data: { reason: 'OUT', visit: first.id, number: first.number },
  });
  const unknown = await safe(api.visitors.register(walkIn({ ...nobody, name: '测试乙', card: '009' })));
  expect(unknown.error).toMatchObject({ code: 'CARD_REFUSED', data: { reason: 'NOT_ON_FILE' } });
  expect((await api.visitors.list({ view: 'all' })).rows).toHaveLength(1);

  const asked = await safe(api.visitors.leave({ ...command(), visit: first.id, way: 'list' }));
  expect(asked.error).toMatchObject({ code: 'CARD_ASKED', data: { visit: first.id, card: '001' } });
  const scanned = await api.visitors.scan({ ...command(), code: first.passCode });
  expect(scanned).toEqual({ did: 'nothing', visit: first.id, state: 'on_site' });
  await api.visitors.leave({ ...command(), visit: first.id, way: 'list', card: 'returned' });
  expect(await api.visitors.cardStock()).toMatchObject({ inDrawer: 3, away: [] });
  expectWhole(desk);
});

test('a leaving that was a mistake gives the card out again, unless somebody else has it by now', async () => {
  await using desk = await openTestDesk();
  const api = await withCards(desk);
  const one = await api.visitors.register(walkIn({ ...nobody, card: '001' }));
  await api.visitors.leave({ ...command(), visit: one.id, way: 'list', card: 'returned' });
  await api.visitors.reopen({ ...command(), visit: one.id });
  expect((await api.visitors.get({ visit: one.id })).card).toMatchObject({ number: '001', state: 'out' });
  await api.visitors.leave({ ...command(), visit: one.id, way: 'list', card: 'returned' });
  const two = await api.visitors.register(walkIn({ ...nobody, name: '测试乙', card: '001' }));
  await api.visitors.reopen({ ...command(), visit: one.id });
  expect((await api.visitors.get({ visit: one.id })).card).toMatchObject({ state: 'returned' });
  expect((await api.visitors.get({ visit: two.id })).card).toMatchObject({ state: 'out' });
  expectWhole(desk);
});

test('a card that stays out is counted as unreturned, then lost, then found; the history has each step', async () => {
  await using desk = await openTestDesk();
  const api = await withCards(desk);
  const { id } = await api.visitors.register(walkIn({ ...nobody, card: '002' }));
  await api.visitors.leave({ ...command(), visit: id, way: 'list', card: 'kept' });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0, cards: 1 });
  expect((await api.visitors.list({ view: 'cards' })).rows.map((row) => row.id)).toEqual([id]);
  expect((await api.search.find({ text: '002' })).history.map(({ record }) => record)).toEqual([id]);
  await api.visitors.loseCard({ ...command(), visit: id });
  const stock = await api.visitors.cardStock();
  expect(stock.away).toMatchObject([{ number: '002', state: 'lost', visit: id }]);
  const lost = await safe(api.visitors.register(walkIn({ ...nobody, name: '测试乙', card: '002' })));
  expect(lost.error).toMatchObject({ code: 'CARD_REFUSED', data: { reason: 'LOST', visit: id } });
  await api.visitors.returnCard({ ...command(), visit: id });
  expect(await api.visitors.cardStock()).toMatchObject({ inDrawer: 3, away: [] });
  const again = await safe(api.visitors.returnCard({ ...command(), visit: id }));
  expect(again.error).toMatchObject({ code: 'CARD_STATE', data: { visit: id, holds: false } });
  const history = await api.visitors.history({ visit: id });
  expect(history.map(({ type }) => type.replace('visit.', ''))).toEqual([
    ...['arrived', 'card_out', 'left', 'card_lost', 'card_returned'],
  ]);
  expectWhole(desk);
});

test('a card that comes back days later puts nobody on the evacuation list again', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  await supervisor.visitors.putCards({ ...command(), first: '001', last: '003' });
  const { id } = await supervisor.visitors.register(walkIn({ ...nobody, card: '002' }));
  const unverified = async () => (await supervisor.visitors.evacuation()).unverified.map((each) => each.id);
  desk.clock.advance(20 * HOUR);
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(1);
  expect(await unverified()).toEqual([id]);
  for (let day = 0; day < 2; day += 1) {
    desk.clock.advance(20 * HOUR);
    const daily = await desk.signedIn('supervisor');
    await daily.visitors.expect(announced(desk.clock.now(), desk.clock.now() + HOUR));
  }
  expect(await unverified()).toEqual([]);
  const later = await desk.signedIn('supervisor');
  await later.visitors.returnCard({ ...command(), visit: id });
  expect(await unverified()).toEqual([]);
});

test('a lost card of a range that was withdrawn is not missed in the drawer of the new range', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const { id: batch } = await supervisor.visitors.putCards({ ...command(), first: '001', last: '003' });
  const { id } = await supervisor.visitors.register(walkIn({ ...nobody, card: '002' }));
  await supervisor.visitors.loseCard({ ...command(), visit: id });
  await supervisor.visitors.withdrawCards({ ...command(), batch });
  await supervisor.visitors.putCards({ ...command(), first: '101', last: '110' });
  expect(await supervisor.visitors.cardStock()).toMatchObject({ onFile: 10, inDrawer: 10 });
});

test('an entry taken back leaves its card in the drawer; a voided one keeps it until it comes', async () => {
  await using desk = await openTestDesk();
  const api = await withCards(desk);
  const mistaken = await api.visitors.register(walkIn({ ...nobody, card: '001' }));
  await api.visitors.takeBack({ ...command(), visit: mistaken.id });
  expect(await api.visitors.cardStock()).toMatchObject({ inDrawer: 3 });
  const { id } = await api.visitors.register(walkIn({ ...nobody, card: '001' }));
  const supervisor = await desk.signedIn('supervisor');
  await supervisor.visitors.void({ ...command(), visit: id, reason: '测试' });
  expect((await api.visitors.cardStock()).away).toMatchObject([{ number: '001', state: 'unreturned' }]);
  await api.visitors.returnCard({ ...command(), visit: id });
  expect(await api.visitors.cardStock()).toMatchObject({ inDrawer: 3 });
  expectWhole(desk);
});

test('ranges: refused where they meet, are no numbers or run backwards; withdrawn only with all cards in', async () => {
  await using desk = await openTestDesk();
  const receptionist = await withCards(desk, '120');
  const api = await desk.signedIn('supervisor');
  const bad = [
    ['100', '130', 'first', 'OVERLAP'],
    ['卡一', '130', 'first', 'SHAPE'],
    ['A001', 'B002', 'last', 'SHAPE'],
    ['300', '200', 'last', 'ORDER'],
    ['1000', '9000', 'last', 'ORDER'],
  ] as const;
  for (const [first, last, field, reason] of bad) {
    const { error } = await safe(api.visitors.putCards({ ...command(), first, last }));
    expect(error).toMatchObject({ code: 'CARD_RANGE_REFUSED', data: { field, reason } });
  }
  const mine = await safe(receptionist.visitors.putCards({ ...command(), first: 'A1', last: 'A9' }));
  expect(mine.error).toMatchObject({ code: 'NOT_ALLOWED' });
  const [batch] = (await api.visitors.cardStock()).batches;
  const { id } = await receptionist.visitors.register(walkIn({ ...nobody, card: '77' }));
  const used = await safe(api.visitors.withdrawCards({ ...command(), batch: batch?.id ?? 0 }));
  expect(used.error).toMatchObject({ code: 'CARDS_IN_USE', data: { card: '077' } });
  await receptionist.visitors.leave({ ...command(), visit: id, way: 'list', card: 'returned' });
  await api.visitors.withdrawCards({ ...command(), batch: batch?.id ?? 0 });
  expect(await receptionist.visitors.nextCard()).toEqual({ card: null, onFile: 0 });
  expectWhole(desk);
});

/** What may happen at a desk with three cards; `late` types an arrival of an hour before. */
const deeds = fc.array(
  fc.record({
    do: fc.constantFrom(
      ...(['arrive', 'late', 'leave', 'keep', 'unknown', 'reopen', 'give', 'return', 'lose'] as const),
      ...(['takeBack', 'void', 'close', 'everyoneOut', 'everyoneBack', 'restart'] as const),
    ),
    who: fc.nat(5),
    card: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 5, maxLength: 30 },
);

test('over any history a card is with one visit at most, and a rebuild says the same', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (history) => {
      await using desk = await openTestDesk();
      await withCards(desk);
      let api = await desk.signedIn('supervisor');
      const visits: number[] = [];
      let cleared = 0;
      for (const deed of history) {
        desk.clock.advance(5 * MINUTE);
        const visit = visits[deed.who % Math.max(1, visits.length)] ?? 0;
        const on = { ...command(), visit };
        const card = String(deed.card);
        const form = walkIn({ ...nobody, card, printPass: false });
        const arrivedAt = desk.clock.now() - HOUR;
        const acts: Record<(typeof deed)['do'], () => Promise<unknown>> = {
          arrive: async () => visits.push((await api.visitors.register(form)).id),
          late: async () => visits.push((await api.visitors.register({ ...form, arrivedAt })).id),
          leave: () => api.visitors.leave({ ...on, way: 'list', card: 'returned' }),
          keep: () => api.visitors.leave({ ...on, way: 'list', card: 'kept' }),
          unknown: () => api.visitors.leave({ ...on, way: 'timeUnknown' }),
          reopen: () => api.visitors.reopen(on),
          give: () => api.visitors.giveCard({ ...on, card }),
          return: () => api.visitors.returnCard(on),
          lose: () => api.visitors.loseCard(on),
          takeBack: () => api.visitors.takeBack(on),
          void: () => api.visitors.void({ ...on, reason: '测试' }),
          close: async () => desk.backend.registers.visitors.closeForgotten(),
          everyoneOut: async () => (cleared = (await api.visitors.everyoneOut(command())).at),
          everyoneBack: () => api.visitors.everyoneBack({ ...command(), at: cleared }),
          restart: async () => {
            await desk.restart();
            api = await desk.signedIn('supervisor');
          },
        };
        const { error } = await safe(acts[deed.do]());
        expect(error && 'code' in error ? error.code : null).not.toBe('UNFORESEEN');
        const out = listAwayCards(desk.backend.database.db).filter(({ state }) => state === 'out');
        expect(new Set(out.map((held) => held.card)).size).toBe(out.length);
        const stock = await api.visitors.cardStock();
        expect(stock.contradicted).toEqual([]);
        expect(stock.inDrawer + stock.away.length).toBe(3);
      }
      expectWhole(desk);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('two desks that gave one card while apart both keep it on the book, and the stock says so', async () => {
  using one = openInstallation(1, 0, null);
  using two = openInstallation(2, 0, one.backend.database);
  for (const [player, who] of [
    [one, 3],
    [two, 6],
  ] as const) {
    playStep(player, { kind: 'putCards', who, wait: 1 });
    playStep(player, { kind: 'register', who, wait: 1 });
    playStep(player, { kind: 'giveCard', who: 0, wait: 1 });
  }
  exchange([one, two]);
  for (const { backend } of [one, two]) {
    const { cardStock } = backend.registers.visitors;
    expect(cardStock(backend.database.db)).toMatchObject({ contradicted: ['001'] });
  }
});
