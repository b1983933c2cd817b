// A member of staff as the fold of their events.
import type { Language } from '../../api/boot.ts';
import type { Role } from '../../api/rights.ts';
import type { Folded } from '../journal/projector.ts';
import type { PinHash, StaffEvent } from './staff.events.ts';

export interface Staff {
  readonly number: string;
  readonly name: string | null;
  readonly role: Role;
  readonly homeDesk: string | null;
  readonly active: boolean;
  readonly language: Language;
  /** Null before a PIN was set, and where the record is locked. */
  readonly pin: PinHash | null;
  readonly clock: number;
}

export function foldStaff(staff: Staff | null, event: StaffEvent): Folded<Staff> {
  const { clock } = event;
  switch (event.type) {
    case 'staff.put':
      return { state: { pin: staff?.pin ?? null, ...event.body, name: event.sealed?.name ?? null, clock } };
    case 'staff.pin_set':
      return staff === null
        ? { state: null, issue: 'NO_BEGINNING' }
        : { state: { ...staff, pin: event.sealed, clock } };
  }
}
