// What the keys' register needs from the house.
import type { Language } from '../../../api/boot.ts';
import type { Database } from '../../database/database.ts';
import type { Db } from '../../database/handle.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Signatures } from '../../lending/signatures.ts';
import type { Approvals } from '../../people/approvals.ts';
import type { BorrowerDesk } from '../../people/borrowers.service.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { PolicyReader } from '../../policies/policies.reader.ts';
import type { Calendar, Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { HistoryNames } from '../history.ts';
import type { SlipQueue, WearerOf } from '../register.ts';

/** A contact who may authorise keys. */
export interface Authoriser {
  readonly id: number;
  readonly name: string | null;
  readonly phone: string | null;
}

/** Names that the key file and key lists use; of whoever was erased there is none. */
export interface PlacesOnFile {
  readonly desks: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[];
  readonly units: readonly { readonly id: number; readonly code: string }[];
  readonly tenants: readonly { readonly id: number; readonly names: readonly string[] }[];
}

export interface KeysParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  /** Opening hours of a desk. */
  readonly hours: (desk: string | null) => { readonly closes: string | null };
  readonly deskExists: (code: string) => boolean;
  readonly tenantOf: (unit: number) => number | null;
  /** A unit and whose it is; null where it is not on file. */
  readonly doorOf: (db: Db, unit: number) => { readonly code: string; readonly tenant: number | null } | null;
  /** All that a tenant is called; null where it is not on file. */
  readonly namesOf: (db: Db, tenant: number) => readonly string[] | null;
  /** The contacts of a tenant who may authorise keys. */
  readonly authorisersOf: (tenant: number) => readonly Authoriser[];
  readonly borrowers: BorrowerDesk;
  readonly signatures: Signatures;
  readonly placesOnFile: (db: Db) => PlacesOnFile;
  /** Lets other calls have their turn. */
  readonly nextTurn: () => Promise<void>;
  readonly slips: SlipQueue;
  readonly wearerOf: WearerOf;
  readonly policies: Pick<PolicyReader, 'value'>;
  readonly approvals: Approvals;
  readonly names: HistoryNames;
  /** The place as a slip names it. */
  readonly placeOf: (language: Language, desk: string) => SlipPlace;
  /** This desk. */
  readonly desk: () => string | null;
}
