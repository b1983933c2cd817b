// Who acts in this window: signed in here, told to the connection, shown everywhere.
import type { RouterUtils } from '@orpc/tanstack-query';
import type { QueryClient } from '@tanstack/react-query';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import type { Connection } from './connection.ts';

export interface StaffSession {
  /** Rejects with the call's refusals. */
  signIn(number: string, pin: string): Promise<void>;
  signOut(): Promise<void>;
}

/** On every fresh port asks who acts on it: after the death of the backend that is nobody. */
export function createStaffSession(deps: {
  readonly api: ApiClient;
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly calls: RouterUtils<ApiClient>;
}): StaffSession {
  const { api, connection, queries, calls } = deps;

  function become(staff: ActingStaff | null): void {
    connection.actAs(staff?.id ?? null);
    queries.setQueryData(calls.people.acting.queryKey(), staff);
  }

  async function ask(): Promise<void> {
    become(await api.people.acting());
  }

  connection.onLine(() => {
    ask().catch(() => become(null));
  });

  return {
    async signIn(number, pin) {
      become(await api.people.signIn({ number, pin }));
      await queries.invalidateQueries();
    },
    async signOut() {
      become(null);
      await api.people.signOut();
    },
  };
}
