// The one client of the window: the whole contract over whichever port is live.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ApiClient } from '../../electron/api/contract.ts';
import { contract } from '../../electron/api/contract.ts';
import { createConnection } from './connection.ts';
import type { Connection } from './connection.ts';
import { createRepeatingLink } from './repeat-once.ts';

/** A failed sign-in counts, a code or a recovery key is shown once, a test is asked for by a person, and a stream is subscribed anew by whoever reads it. */
const NEVER_REPEATED = new Set([
  ...['people.signIn', 'people.signInByBadge', 'people.signOut', 'desk.watch', 'approvals.makeCode'],
  ...['data.backUp', 'data.makeSheet'],
  ...['devices.testReader', 'devices.testPrinter'],
]);

export interface Client {
  readonly api: ApiClient;
  readonly connection: Connection;
}

/** Calls wait for a port; one that its death cuts off is repeated once if it is a query or carries a command id. */
export function createClient(): Client {
  const connection = createConnection((port) => new RPCLink({ port }));
  const link = createRepeatingLink(connection, {
    needsStaff: (path) => rightOf(path) !== 'anyone',
    mayRepeat: (path) => !NEVER_REPEATED.has(path.join('.')),
  });
  return { connection, api: createORPCClient<ApiClient>(link) };
}

/** The right that the contract writes beside a call. A path the contract does not hold is left to the backend. */
function rightOf([noun, name]: readonly string[]): string {
  const calls: Record<string, Record<string, { '~orpc': { meta: { right?: string } } }>> = contract;
  return calls[noun ?? '']?.[name ?? '']?.['~orpc'].meta.right ?? 'anyone';
}
