// The whole contract between a window and the backend, one router a noun.
import type { ContractRouterClient } from '@orpc/contract';
import { approvalsContract } from './approvals.contract.ts';
import { borrowersContract } from './borrowers.contract.ts';
import { dataContract } from './data.contract.ts';
import { deskContract } from './desk.contract.ts';
import { devicesContract } from './devices.contract.ts';
import { keysContract } from './keys.contract.ts';
import { loansContract } from './loans.contract.ts';
import { peopleContract } from './people.contract.ts';
import { placesContract } from './places.contract.ts';
import { policiesContract } from './policies.contract.ts';
import { searchContract } from './search.contract.ts';
import { setupContract } from './setup.contract.ts';
import { staffContract } from './staff.contract.ts';
import { trainingContract } from './training.contract.ts';
import { visitorsContract } from './visitors.contract.ts';

export const contract = {
  approvals: approvalsContract,
  borrowers: borrowersContract,
  data: dataContract,
  desk: deskContract,
  devices: devicesContract,
  keys: keysContract,
  loans: loansContract,
  people: peopleContract,
  places: placesContract,
  policies: policiesContract,
  search: searchContract,
  setup: setupContract,
  staff: staffContract,
  training: trainingContract,
  visitors: visitorsContract,
};

/** What a window calls. Derived, so that contract and client cannot disagree. */
export type ApiClient = ContractRouterClient<typeof contract>;
