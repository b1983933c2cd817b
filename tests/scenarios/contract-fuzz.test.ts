// Whatever a window sends, the desk goes on: no crash, no unforeseen error, nothing half written.
import { MessageChannel } from 'node:worker_threads';
import { isContractProcedure } from '@orpc/contract';
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, type ApiClient } from '../../electron/api/contract.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { serve } from '../../electron/backend/serve.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';

const RUNS = { numRuns: 12, seed: 20_261_121 };

/** A watch waits for news; sign-ins cost a third of a second of hashing each and are covered by their own story. */
const LEFT_OUT = new Set(['desk.watch', 'people.signIn', 'people.signOut', 'people.signInByBadge']);

const calls = Object.entries(contract).flatMap(([noun, router]) =>
  Object.entries(router).flatMap(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${noun}.${name} is not a call`);
    return LEFT_OUT.has(`${noun}.${name}`) ? [] : [{ noun, name }];
  }),
);

async function send(
  api: ApiClient,
  { noun, name }: (typeof calls)[number],
  input: unknown,
): Promise<string | null> {
  const routers = api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const call = routers[noun]?.[name];
  if (!call) throw new Error(`the client lacks ${noun}.${name}`);
  const { error } = await safe(call(input));
  return error !== null && 'code' in error ? String(error.code) : null;
}

function expectWhole({ backend, databasePath }: TestDesk): void {
  expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
}

/** Values a window could send by mistake or malice: structured-cloneable and then some. */
const anything = fc.anything({ withBigInt: true, withDate: true, maxDepth: 3 });

test('any value to any call is answered or refused by name', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  for (const call of calls) {
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        expect(await send(api, call, input)).not.toBe('UNFORESEEN');
      }),
      RUNS,
    );
  }
  expectWhole(desk);
});

test('a form with any one field replaced is registered or refused, never half', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const call = { noun: 'visitors', name: 'register' };
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.string({ unit: 'binary' }),
    anything,
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(walkIn())), text, async (field, value) => {
      const form = {
        ...walkIn(),
        commandId: uuidv7(),
        documentType: 'none',
        documentNumber: null,
        [field]: value,
      };
      const before = (await api.visitors.counts()).onSite;
      const refused = await send(api, call, form);
      expect(refused).not.toBe('UNFORESEEN');
      expect((await api.visitors.counts()).onSite).toBe(before + (refused === null ? 1 : 0));
    }),
    { ...RUNS, numRuns: 150 },
  );
  expectWhole(desk);
});

test('noise on the port ends neither the port nor the desk', async () => {
  await using desk = await openTestDesk();
  const { port1, port2 } = new MessageChannel();
  serve(desk.backend, port1);
  port1.start();
  const noise = [
    ...['', 'noise', '{', '[]', 'null', '{"i":"1"}', '["1",1,{}]', JSON.stringify({ i: 'x', p: { u: 7 } })],
    ...[0, null, true, [], {}, [1, 2], ['1', 1, null], new Uint8Array([1, 2, 3]), new ArrayBuffer(4)],
  ];
  for (const message of noise) port2.postMessage(message);
  // The desk answers another window meanwhile and afterwards.
  const api = await desk.signedIn();
  await api.visitors.register(walkIn());
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
  port2.close();
});
