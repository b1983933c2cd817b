// Walks the whole contract with every role and with nobody: each call is allowed or refused as the table says.
import { isContractProcedure } from '@orpc/contract';
import { safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallMeta } from '../../electron/api/call.ts';
import { contract, type ApiClient } from '../../electron/api/contract.ts';
import { holdsRight, RIGHTS, ROLES, type Right, type Role } from '../../electron/api/rights.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

interface Call {
  readonly noun: string;
  readonly name: string;
  readonly right: Right;
}

const calls: readonly Call[] = Object.entries(contract).flatMap(([noun, router]) =>
  Object.entries(router).map(([name, procedure]) => {
    if (!isContractProcedure(procedure)) throw new Error(`${noun}.${name} is not a call`);
    return { noun, name, right: (procedure['~orpc'].meta as CallMeta).right };
  }),
);

/** Sends the call with an input that no call accepts: a right is checked before an input is looked at. */
async function refusalOf(api: ApiClient, { noun, name }: Call): Promise<string | null> {
  const routers = api as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const call = routers[noun]?.[name];
  if (!call) throw new Error(`the client lacks ${noun}.${name}`);
  const { error } = await safe(call({ nothing: 'of use', commandId: 'none' }));
  return error !== null && 'code' in error ? String(error.code) : null;
}

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk[Symbol.asyncDispose]());

test('every call names a right that the table knows', () => {
  expect(calls.length).toBeGreaterThan(15);
  expect(calls.filter(({ right }) => !RIGHTS.includes(right))).toEqual([]);
});

describe.each([...ROLES, null])('%s', (role: Role | null) => {
  test('is let through or refused by the backend, call by call, as the table says', async () => {
    const api = role === null ? desk.window().api : await desk.signedIn(role);
    const told: Record<string, string> = {};
    const expected: Record<string, string> = {};
    for (const call of calls) {
      // Signing out would end the walk, and a watch waits for news.
      if (call.name === 'signOut' || call.name === 'watch') continue;
      const refused = await refusalOf(api, call);
      const key = `${call.noun}.${call.name}`;
      const rightsRefusal = role === null ? 'SIGN_IN_NEEDED' : 'NOT_ALLOWED';
      told[key] = refused === 'SIGN_IN_NEEDED' || refused === 'NOT_ALLOWED' ? refused : 'allowed';
      expected[key] = holdsRight(role, call.right) ? 'allowed' : rightsRefusal;
    }
    expect(told).toEqual(expected);
  });
});

test('without an open shift a guard registers nobody, a supervisor may', async () => {
  await using closed = await openTestDesk();
  const supervisor = await closed.signedIn('supervisor');
  const call = calls.find(({ name }) => name === 'register');
  if (!call) throw new Error('the contract lost its first call');
  expect(await refusalOf(supervisor, call)).toBe('BAD_REQUEST');
  const guard = await closed.signedIn('guard');
  expect(await refusalOf(guard, call)).toBe('BAD_REQUEST');
  // The shift that the guard opened is gone from the book: nothing may be written until somebody opens one.
  closed.backend.database.write((tx) => tx.connection.exec('DELETE FROM shift'));
  expect(await refusalOf(guard, call)).toBe('SHIFT_NEEDED');
  expect(await refusalOf(supervisor, call)).toBe('BAD_REQUEST');
});
