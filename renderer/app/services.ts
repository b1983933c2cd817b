// What every screen works with, made once when the window opens and handed down by context.
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { DesktopApi } from '../../electron/api/desktop.contract.ts';
import { listenForPorts } from './backend-port.ts';
import { createBurst, windowTimers } from './burst.ts';
import { createClient } from './client.ts';
import { followDesk } from './desk-feed.ts';
import type { DeskFeed } from './desk-feed.ts';
import { followDesktop } from './desktop-status.ts';
import type { DesktopStatus } from './desktop-status.ts';
import { handScan } from '../ui/scan-listener.ts';
import { createStaffSession } from './staff-session.ts';
import type { StaffSession } from './staff-session.ts';
import { createFormOwners } from './form-owners.ts';
import type { FormOwners } from './form-owners.ts';
import { createUnfinished } from './unfinished.ts';
import type { Unfinished } from './unfinished.ts';

export interface Services {
  readonly api: ApiClient;
  /** The same calls as queries and mutations. */
  readonly calls: RouterUtils<ApiClient>;
  readonly queries: QueryClient;
  readonly feed: DeskFeed;
  readonly desktop: DesktopApi;
  readonly desktopStatus: DesktopStatus;
  readonly staff: StaffSession;
  readonly unfinished: Unfinished;
  readonly owners: FormOwners;
}

/** Connects this window: ports, stream, session. Called once, before anything is drawn. */
export function createServices(window: Window): Services {
  const { api, connection } = createClient();
  const calls = createTanstackQueryUtils(api);
  const queries = new QueryClient({
    defaultOptions: {
      // The backend is on this machine and tells what changed: no polling, no guesses about the network.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  const changes = createBurst((nouns) => {
    // Every change moves the journal's head, which the status bar shows.
    for (const noun of new Set(['desk', ...nouns.flatMap((each) => READ_BY[each] ?? each)])) {
      queries.invalidateQueries({ queryKey: [[noun]] }).catch(shownByTheQuery);
    }
  }, windowTimers);
  const staff = createStaffSession({ api, connection, queries, calls });
  let shown: number | null = null;
  const desktopStatus = followDesktop(window.desktop, ({ opened, backend }) => {
    if (backend.state !== 'ready') connection.drop();
    // What one property answered must never be seen in another.
    if (shown !== null && shown !== opened) {
      queries.clear();
      staff.forget();
    }
    shown = opened;
  });
  listenForPorts(window, (port) => connection.take(port));
  connection.onLine(() => {
    changes.add([
      'approvals',
      'borrowers',
      'data',
      'desk',
      'keys',
      'loans',
      'people',
      'places',
      'policies',
      'setup',
      'training',
      'visitors',
    ]);
  });
  const feed = followDesk({ api, changed: changes.add, scanned: handScan });
  return {
    api,
    calls,
    queries,
    feed,
    desktop: window.desktop,
    desktopStatus,
    staff,
    unfinished: createUnfinished(),
    owners: createFormOwners(),
  };
}

/** Records change; the calls that read them are to be asked again. A noun that is not here reads like itself. */
const READ_BY: Readonly<Record<string, keyof ApiClient | readonly (keyof ApiClient)[]>> = {
  visit: 'visitors',
  card_batch: 'visitors',
  key: 'keys',
  key_loan: ['keys', 'borrowers'],
  key_case: 'keys',
  key_stocktake: 'keys',
  // Contacts and colleagues are offered as borrowers before they ever were any.
  unit: ['places', 'borrowers'],
  tenant: ['places', 'borrowers'],
  contact: ['places', 'borrowers'],
  borrower: ['borrowers', 'loans'],
  loan_type: 'loans',
  loan_item: 'loans',
  loan_stock: 'loans',
  deposit: 'loans',
  cash_move: 'loans',
  stray_return: 'loans',
  // What somebody has stands beside their name.
  loan: ['loans', 'borrowers'],
  property: 'places',
  // The desk's own calls are read anew after every change.
  desk: 'places',
  policy: 'policies',
  // Recovery sheets are entries of the journal itself.
  journal: 'data',
  staff: ['people', 'borrowers'],
  // It stands in the history of what was approved as well.
  approval: ['approvals', 'visitors', 'keys', 'loans'],
  shift: 'people',
};

/** A refetch that fails shows its error where its data stand. */
function shownByTheQuery(): void {}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no services above this component');
  return services;
}
