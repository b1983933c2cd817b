// The desk as a whole: what windows hear of each other, and what a card on the reader says to whom.
import { expect, test } from 'vitest';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import { HOUR, MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { walkIn } from '../support/visits.ts';

/** Subscribes, does `what`, and answers the first message after it. */
async function hearFirst(
  api: Awaited<ReturnType<TestDesk['signedIn']>>,
  what: () => unknown,
): Promise<DeskMessage> {
  const messages = await api.desk.watch();
  const first = messages.next();
  await what();
  const { value } = await first;
  await messages.return?.();
  return value as DeskMessage;
}

test('a window hears at once what another window wrote', async () => {
  await using desk = await openTestDesk();
  const [one, other] = [await desk.signedIn(), await desk.signedIn('guard')];
  const heard = await hearFirst(other, () => one.visitors.register(walkIn({ printPass: false })));
  expect(heard).toEqual({ kind: 'changed', nouns: ['visit'] });
});

test('what becomes due, and then overdue, is told to every window as it does, and on another day everything', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.keys.lend(lending([putTestKey(desk.backend)]));
  desk.backend.timePassed();
  const later = (ms: number) =>
    hearFirst(api, () => {
      desk.clock.advance(ms);
      desk.backend.timePassed();
      // Whatever is heard first was told of it, and not of this.
      desk.backend.timePassed();
      return api.visitors.register(walkIn({ printPass: false, documentType: 'none', documentNumber: null }));
    });
  expect(await later(HOUR)).toEqual({ kind: 'changed', nouns: ['visit'] });
  expect(await later(6 * HOUR + MINUTE)).toEqual({ kind: 'changed', nouns: ['key_loan'] });
  expect(await api.keys.counts({})).toMatchObject({ overdue: 0, dueSoon: 1 });
  expect(await later(HOUR)).toEqual({ kind: 'changed', nouns: ['key_loan'] });
  expect(await api.keys.counts({})).toMatchObject({ overdue: 1, dueSoon: 0 });
  expect(await later(9 * HOUR)).toEqual({ kind: 'changed', nouns: ['visit', 'key_loan', 'loan'] });
});

test('a window that leaves its watch is forgotten, and the desk goes on', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await hearFirst(api, () => api.visitors.register(walkIn({ printPass: false })));
  const { api: gone, close } = desk.window();
  await gone.desk.watch();
  close();
  const again = walkIn({ documentType: 'none', documentNumber: null });
  expect(await api.visitors.register(again)).toMatchObject({ number: 'V-L1-261121-0002' });
});
