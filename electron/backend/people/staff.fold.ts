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
  /** Keyed hash of their badge's UID. */
  readonly badge: string | null;
  /** The desk they were lent to last, and until when (UTC ms); not to be read as "now". */
  readonly lent: { readonly desk: string; readonly until: number } | null;
  readonly clock: number;
}

export function foldStaff(staff: Staff | null, event: StaffEvent): Folded<Staff> {
  const { clock } = event;
  if (event.type === 'staff.put') {
    const { pin = null, lent = null } = staff ?? {};
    // Who is let go hands the badge in: by the time they are back it may be somebody else's.
    const badge = event.body.active ? (staff?.badge ?? null) : null;
    return { state: { ...event.body, name: event.sealed?.name ?? null, pin, badge, lent, clock } };
  }
  if (staff === null) return { state: null, issue: 'NO_BEGINNING' };
  switch (event.type) {
    case 'staff.pin_set':
      return { state: { ...staff, pin: event.sealed, clock } };
    case 'staff.badge_set':
      return { state: { ...staff, badge: event.sealed?.badge ?? null, clock } };
    case 'staff.lent':
      return { state: { ...staff, lent: event.body, clock } };
    case 'staff.called_back':
      return { state: { ...staff, lent: null, clock } };
  }
}
