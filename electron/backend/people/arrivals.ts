// Whoever signs in comes on duty. On a full disk they are let in all the same, and it is written once there is room.
import type { SignedIn } from '../../api/people.contract.ts';
import { isDiskFull } from '../database/database-error.ts';
import type { StoredStaff } from './staff.store.ts';

export interface Arrivals {
  /** Puts staff on duty, and answers whose desk they belong to where it is not this one. */
  arrive(staff: StoredStaff): SignedIn['standsIn'];
  /** Whoever came last went: what was not written of their coming is not owed any more. */
  leave(): void;
  /** Writes what a full disk could not take. Called as time goes by. */
  settle(): void;
}

export interface ArrivalParts {
  /** Writes that they came. */
  readonly enter: (staff: StoredStaff) => void;
  readonly standsIn: (staff: StoredStaff) => SignedIn['standsIn'];
}

export function createArrivals({ enter, standsIn }: ArrivalParts): Arrivals {
  let owed: StoredStaff | null = null;

  function come(staff: StoredStaff): void {
    owed = null;
    try {
      enter(staff);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      owed = staff;
    }
  }

  return {
    arrive(staff) {
      come(staff);
      return standsIn(staff);
    },
    leave: () => void (owed = null),
    settle: () => void (owed && come(owed)),
  };
}
