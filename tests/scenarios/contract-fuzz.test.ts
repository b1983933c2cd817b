// Whatever a window sends, the desk goes on: no crash, no unforeseen error, nothing half written.
import { MessageChannel } from 'node:worker_threads';
import { isContractProcedure } from '@orpc/contract';
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract, type ApiClient } from '../../electron/api/contract.ts';
import { serve } from '../../electron/backend/serve.ts';
import { HOUR, openTestDesk, PIN, STAFF, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending as lendingKeys, putTestKey } from '../support/keys.ts';
import { lending as lendingThings, putItem, putType } from '../support/loans.ts';
import { signaturePng } from '../support/signature-png.ts';
import { shaped, type Known } from '../support/shaped-input.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const RUNS = { numRuns: 12, seed: 20_261_121 };

/** A watch waits for news; sign-ins cost a third of a second of hashing each and are covered by their own story. */
const LEFT_OUT = new Set(['desk.watch', 'people.signIn', 'people.signOut', 'people.signInByBadge']);

/** They wait for a device that is not there, as long as they are told. */
const WAITING = new Set(['devices.testReader', 'devices.testLineReader']);

const calls = Object.entries(contract).flatMap(([noun, router]) =>
  Object.entries(router).flatMap(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${noun}.${name} is not a call`);
    const inputSchema: unknown = procedure['~orpc'].inputSchema;
    return LEFT_OUT.has(`${noun}.${name}`) ? [] : [{ noun, name, schema: inputSchema as z.ZodType }];
  }),
);

async function send(
  api: ApiClient,
  { noun, name }: Pick<(typeof calls)[number], 'noun' | 'name'>,
  input: unknown,
): Promise<string | null> {
  const routers = api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const call = routers[noun]?.[name];
  if (!call) throw new Error(`the client lacks ${noun}.${name}`);
  const { error } = await safe(call(input).then(readToItsEnd));
  if (error === null) return null;
  return 'code' in error ? String(error.code) : error.name;
}

async function readToItsEnd(answer: unknown): Promise<void> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return;
  for await (const _ of answer as AsyncIterable<unknown>);
}

/** What no call may answer, whatever it was sent. */
const OUR_FAULT = new Set(['UNFORESEEN', 'INTERNAL_SERVER_ERROR', 'Error', 'TypeError', 'RangeError']);

/** Values a window could send by mistake or malice: structured-cloneable and then some. */
const anything = fc.anything({ withBigInt: true, withDate: true, maxDepth: 3 });

test('any value to any call is answered or refused by name', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  for (const call of calls) {
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        expect(OUR_FAULT).not.toContain(await send(api, call, input));
      }),
      RUNS,
    );
  }
  expectWhole(desk);
});

/** A desk on which there is something of everything, and what a window could say about it. */
async function busyDesk(desk: TestDesk): Promise<Known> {
  const api = await desk.signedIn('supervisor');
  const admin = await desk.signedIn('admin');
  const visits: { readonly id: number; readonly number: string; readonly passCode: string }[] = [];
  for (let visitor = 0; visitor < 4; visitor += 1) {
    visits.push(await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null })));
  }
  const keys = Array.from({ length: 6 }, () => putTestKey(desk.backend));
  const { id: keyLoan } = await api.keys.lend(lendingKeys(keys.slice(0, 2)));
  const type = await putType(admin);
  const items = [await putItem(admin, type, 'YS-001'), await putItem(admin, type, 'YS-002')];
  const { id: loan } = await api.loans.lend(lendingThings([{ type, item: items[0] ?? 0 }]));
  const { unit, tenant, host } = desk.places;
  const printed = visits.map(({ passCode }) => passCode);
  const numbers = visits.map(({ number }) => number);
  const now = desk.clock.now();
  return {
    records: [unit, tenant, host, ...visits.map(({ id }) => id), ...keys, keyLoan, type, ...items, loan],
    texts: [...printed, ...numbers, 'YS-001', STAFF.guard, PIN, signaturePng().toString('base64')],
    moments: [now - HOUR, now, now + HOUR, now + 30 * 24 * HOUR],
    commandId: uuidv7,
  };
}

const nouns = [...new Set(calls.map(({ noun }) => noun))];

test.for(nouns)(
  'any form that looks right, sent to %s, is taken or refused by name, never half',
  async (noun) => {
    await using desk = await openTestDesk();
    const known = await busyDesk(desk);
    const windows = [await desk.signedIn('admin'), await desk.signedIn('supervisor'), await desk.signedIn()];
    for (const call of calls.filter((each) => each.noun === noun && !WAITING.has(`${noun}.${each.name}`))) {
      const input = fc.tuple(shaped(call.schema, known), fc.constantFrom(...windows));
      let allowed = 0;
      await fc.assert(
        fc.asyncProperty(input, async ([form, api]) => {
          allowed += Number(call.schema.safeParse(form).success);
          const code = await send(api, call, form);
          expect(OUR_FAULT, call.name).not.toContain(code);
        }),
        RUNS,
      );
      // A form that never gets past its schema tries nothing behind it.
      expect(allowed, call.name).toBeGreaterThan(0);
    }
    expectWhole(desk);
  },
);

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
      expect(OUR_FAULT).not.toContain(refused);
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
