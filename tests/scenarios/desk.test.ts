// The desk as a whole: what windows hear of each other, and what a card on the reader says to whom.
import { expect, test } from 'vitest';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
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
