// The care of the data as the rest of the house sees it: its calls, its notices, and what it does as time goes by.
import type { Router } from '@orpc/server';
import type { contract } from '../../api/contract.ts';
import type { DataNotice } from '../../api/data.contract.ts';
import type { DataCare } from '../backup/data-care.ts';
import type { SignInParts } from '../people/sign-in.service.ts';
import { findStaff } from '../people/staff.store.ts';
import { findProperty } from '../places/places.store.ts';
import { KeyMissingError } from '../privacy/secrets.ts';
import type { PortContext } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { createLostKeys, type LostKeyParts } from './data.lost-keys.ts';
import { createDataRouter } from './data.router.ts';
import { listNotices } from './data.service.ts';
import { createRecoverySheets } from './data.sheets.ts';

export interface DataFaceParts extends Omit<LostKeyParts, 'propertyKey'> {
  readonly propertyKey: Uint8Array | null;
  readonly dataDir: string;
  /** The folder for backups as the command line named it, or null. */
  readonly backupDir: string | null;
  readonly care: DataCare;
  readonly signIn: SignInParts;
  readonly clock: Clock;
  readonly log: Log;
}

export interface DataFace {
  readonly router: Router<typeof contract.data, PortContext>;
  notices(): DataNotice[];
  /** One turn of the clock. */
  tick(): void;
}

/** Throws `KeyMissingError` without a property key; whoever opened the secrets has one. */
export function createDataFace(parts: DataFaceParts): DataFace {
  const { propertyKey, dataDir, backupDir, care, signIn, log, journal, database } = parts;
  if (propertyKey === null) throw new KeyMissingError('no property key was handed over');
  const { db } = database;
  const lostKeys = createLostKeys({ ...parts, propertyKey });
  const sheets = createRecoverySheets({
    ...{ db, journal, propertyKey, clock: parts.clock, random: parts.random },
    nameOf: (id) => findStaff(db, id)?.name ?? null,
  });
  const data = {
    ...{ dataDir, chosen: backupDir !== null, care, sheets, lostKeys, ownJournal: journal.id, log },
    needsSheet: () => findProperty(db)?.sample === 0,
  };
  return {
    router: createDataRouter({ ...data, signIn }),
    notices: () => listNotices(data),
    tick: lostKeys.note,
  };
}
