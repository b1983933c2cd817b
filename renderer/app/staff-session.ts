// Who acts in this window: signed in here, told to the connection, shown everywhere.
import type { RouterUtils } from '@orpc/tanstack-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import type { Connection } from './connection.ts';

export interface StaffSession {
  /** Rejects with the call's refusals. */
  signIn(number: string, pin: string): Promise<void>;
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

  connection.onLine(() => {
    ask().catch(() => become(null));
  });

  return {
    async signIn(number, pin) {
      const { resumeToken, ...staff } = await api.people.signIn({ number, pin });
      token = resumeToken;
      become(staff);
      await queries.invalidateQueries();
    },
    forget() {
      token = null;
      connection.actAs(null);
    },
  };
}
