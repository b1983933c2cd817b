// Who acts in this window: signed in here, told to the connection, shown everywhere.
import type { RouterUtils } from '@orpc/tanstack-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { ActingStaff, SignedIn } from '../../electron/api/people.contract.ts';
import type { Connection } from './connection.ts';

export interface StaffSession {
  /** Rejects with the call's refusals. Answers where they belong, if they stand in at this desk. */
  signIn(number: string, pin: string): Promise<SignedIn['standsIn']>;
  signInByBadge(badge: string): Promise<SignedIn['standsIn']>;
  /** Nobody is signed in any more: whoever comes back to this desk gives a PIN. */
  forget(): void;
}

/** A fresh port has nobody on it: who was signed in goes on by the token of their sign-in, kept in memory only. */
export function createStaffSession(deps: {
  readonly api: ApiClient;
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly calls: RouterUtils<ApiClient>;
}): StaffSession {
  const { api, connection, queries, calls } = deps;
  let token: string | null = null;

  function become(staff: ActingStaff | null): void {
    connection.actAs(staff?.id ?? null);
    queries.setQueryData(calls.people.acting.queryKey(), staff);
  }

  async function ask(): Promise<void> {
    become(token === null ? await api.people.acting() : await api.people.resume({ token }));
  }

  async function begin({ resumeToken, standsIn, ...staff }: SignedIn): Promise<SignedIn['standsIn']> {
    token = resumeToken;
    become(staff);
    await queries.invalidateQueries();
    return standsIn;
  }

  connection.onLine(() => {
    ask().catch(() => become(null));
  });

  return {
    signIn: async (number, pin) => begin(await api.people.signIn({ number, pin })),
    signInByBadge: async (badge) => begin(await api.people.signInByBadge({ badge })),
    forget() {
      token = null;
      connection.actAs(null);
    },
  };
}
