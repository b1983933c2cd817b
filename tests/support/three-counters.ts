// Three desks of one property, a journal each, that may not hear of one another for a while.
import { createRouterClient } from '@orpc/server';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { Author } from '../../electron/backend/journal/append.ts';
import { actAs } from '../../electron/backend/people/session.ts';
import { findStaffByNumber } from '../../electron/backend/people/staff.store.ts';
import { putDesk, setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { furnish, STAFF } from './desk.ts';
import { exchange, openInstallation, type Installation } from './installations.ts';

/** A desk with somebody at it. */
export interface Counter {
  readonly installation: Installation;
  readonly desk: string;
  /** The calls of a window, in this process; a supervisor acts, who may do all of it. */
  readonly api: ApiClient;
}

export const SYSTEM: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: null };

const DESKS = ['L1', 'L2', 'L3'];

/** L1, L2 and L3, their clocks a minute apart, with the property of the tests on all of them. */
export async function openThreeCounters(seed: number): Promise<Counter[]> {
  const first = openInstallation(seed, 0, null);
  const { database, journal } = first.backend;
  await furnish(first.backend, seededRandom(seed));
  journal.system(SYSTEM, (command) => {
    for (const code of DESKS.slice(1)) {
      const names = { code, nameZh: `服务台${code}`, nameEn: code, location: null };
      putDesk(command, { ...names, opens: '08:00', closes: '20:00' });
    }
  });
  const others = [
    openInstallation(seed + 1, 50_000, database),
    openInstallation(seed + 2, -70_000, database),
  ];
  const installations = [first, ...others];
  exchange(installations);
  return installations.map((installation, at) => {
    const desk = DESKS[at] ?? 'L1';
    installation.backend.database.write((tx) => setOwnDesk(tx, desk));
    return { installation, desk, api: clientOf(installation) };
  });
}

function clientOf({ backend }: Installation): ApiClient {
  const context = backend.newContext();
  actAs(context.session, findStaffByNumber(backend.database.db, STAFF.supervisor) ?? null);
  return createRouterClient(backend.router, { context });
}
