// Opens something that is lent on the page of its register, with the hand on what can be done to it.
import type { HeldThing } from '../../../electron/api/borrowers.contract.ts';
import { useKeysDesk } from '../../features/keys/keys-desk.tsx';
import { useLoansDesk } from '../../features/loans/loans-desk.tsx';

export function useOpenThing(): (thing: HeldThing) => void {
  const keys = useKeysDesk();
  const loans = useLoansDesk();
  return ({ register, record }) => {
    switch (register) {
      case 'keys':
        return keys.show({ kind: 'loan', id: record }, true);
      case 'loans':
        return loans.show({ kind: 'loan', loan: record, tool: null }, true);
    }
  };
}
