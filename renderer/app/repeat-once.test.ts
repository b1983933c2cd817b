// The backend dies and comes back: real ports, a real oRPC server at the other end, killed by taking its port away.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createConnection } from './connection.ts';
import { ConnectionLost, createRepeatingLink } from './repeat-once.ts';

const contract = {
  register: oc
    .input(z.object({ commandId: z.string(), name: z.string() }))
    .output(z.object({ number: z.int() }))
    .errors({ ALREADY_ON_SITE: {} }),
  list: oc.output(z.array(z.string())),
  signIn: oc.input(z.object({ pin: z.string() })).output(z.object({})),
};

/** A register kept across deaths, as the database is; `mute` backends take calls and never answer. */
function createDesk() {
  const visits = new Map<string, string>();
  const seen: string[] = [];
  const connection = createConnection((port) => new RPCLink({ port }));
  const link = createRepeatingLink(connection, {
    needsStaff: (path) => path[0] !== 'signIn',
    mayRepeat: (path) => path[0] !== 'signIn',
  });
  const ends: MessagePort[] = [];

  function start({ mute = false, staff = 1 }: { mute?: boolean; staff?: number | null } = {}): void {
    const os = implement(contract);
    const pending = new Promise<never>(() => {});
    const router = os.router({
      register: os.register.handler(async ({ input, errors }) => {
        seen.push(input.commandId);
        if (input.name === 'twice') throw errors.ALREADY_ON_SITE();
        if (!visits.has(input.commandId)) visits.set(input.commandId, input.name);
        return mute ? pending : { number: [...visits.keys()].indexOf(input.commandId) + 1 };
      }),
      list: os.list.handler(async () => (mute ? pending : [...visits.values()])),
      signIn: os.signIn.handler(async () => (mute ? pending : {})),
    });
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(router).upgrade(port1);
    port1.start();
    ends.push(port1, port2);
    connection.take(port2);
    connection.actAs(staff);
  }

  const client = createORPCClient<ContractRouterClient<typeof contract>>(link);
  return { client, connection, start, visits, seen, ends };
}

let desk: ReturnType<typeof createDesk>;
afterEach(() => {
  for (const port of desk.ends) port.close();
});

/** Lets the messages that are on their way arrive. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

const walkIn = { commandId: 'c-1', name: '林知夏' };

test('a registration cut off after the backend wrote it is repeated once, and there is one visit', async () => {
  desk = createDesk();
  desk.start({ mute: true });
  const answer = desk.client.register(walkIn);
  await settle();
  desk.connection.drop();
  desk.start();
  expect(await answer).toEqual({ number: 1 });
  expect(desk.seen).toEqual(['c-1', 'c-1']);
  expect([...desk.visits.values()]).toEqual(['林知夏']);
});

test('a call cut off twice says that it is not known, and does not try a third time', async () => {
  desk = createDesk();
  desk.start({ mute: true });
  const answer = expect(desk.client.register(walkIn)).rejects.toBeInstanceOf(ConnectionLost);
  await settle();
  desk.connection.drop();
  desk.start({ mute: true });
  await settle();
  desk.connection.drop();
  await answer;
  desk.start();
  await settle();
  expect(desk.seen).toHaveLength(2);
});

test('queries come back by themselves', async () => {
  desk = createDesk();
  desk.start({ mute: true });
  const names = desk.client.list();
  await settle();
  desk.connection.drop();
  desk.start();
  expect(await names).toEqual([]);
});

test('a sign-in is never repeated: its failures count', async () => {
  desk = createDesk();
  desk.start({ mute: true });
  const answer = expect(desk.client.signIn({ pin: '246810' })).rejects.toBeInstanceOf(ConnectionLost);
  await settle();
  desk.connection.drop();
  await answer;
});

test('a refusal is an answer and is not repeated', async () => {
  desk = createDesk();
  desk.start();
  const answer = desk.client.register({ commandId: 'c-2', name: 'twice' });
  await expect(answer).rejects.toMatchObject({ code: 'ALREADY_ON_SITE' });
  expect(desk.seen).toEqual(['c-2']);
});

test('a call made while there is no backend waits for it, and for somebody to sign in', async () => {
  desk = createDesk();
  const answer = desk.client.register(walkIn);
  await settle();
  desk.start({ staff: null });
  await settle();
  expect(desk.seen).toEqual([]);
  desk.connection.actAs(7);
  expect(await answer).toEqual({ number: 1 });
});

test('what one member of staff began is never repeated under the name of another', async () => {
  desk = createDesk();
  desk.start({ mute: true, staff: 1 });
  const answer = expect(desk.client.register(walkIn)).rejects.toBeInstanceOf(ConnectionLost);
  await settle();
  desk.connection.drop();
  desk.start({ staff: 2 });
  await answer;
  expect(desk.seen).toEqual(['c-1']);
});

test('a window that lost interest stops waiting', async () => {
  desk = createDesk();
  const abort = new AbortController();
  const answer = expect(desk.client.list(undefined, { signal: abort.signal })).rejects.toThrow('closed');
  abort.abort(new Error('closed'));
  await answer;
});
