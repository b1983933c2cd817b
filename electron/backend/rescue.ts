// What a backend can still do with a folder that it refused: open its key by the recovery sheet, look at damage, mend.
import { join } from 'node:path';
import { DATABASE_FILE, type Rescue, type RescueOutcome } from '../api/boot.ts';
import { previewRepair, repair, type RepairParts } from './backup/repair.ts';
import { countUnreadable } from './backup/salvage.ts';
import type { Surroundings } from './compose.ts';
import { openCopy } from './database/open-copy.ts';
import { openWithRecovery, RecoveryError } from './privacy/recovery.ts';
import { KeyMissingError } from './privacy/secrets.ts';
import { PROJECTORS } from './registers/index.ts';

/** Whatever fails stands in the log under the answer's reference; the folder is then as it was. Throws nothing. */
export function comeToRescue(surroundings: Surroundings, rescue: Rescue): RescueOutcome {
  const { config, log } = surroundings;
  try {
    switch (rescue.act) {
      case 'recover': {
        using copy = openCopy(join(config.dataDir, DATABASE_FILE), 'read');
        return { outcome: 'recovered', propertyKey: new Uint8Array(openWithRecovery(copy.db, rescue.typed)) };
      }
      case 'examine':
        return { outcome: 'examined', ...previewRepair(repairParts(surroundings)) };
      case 'mend':
        return { outcome: 'mended', ...mend(surroundings) };
    }
  } catch (error) {
    if (error instanceof RecoveryError) {
      return { outcome: 'notRecovered', problem: error.problem, group: error.group };
    }
    return { outcome: 'failed', reference: log.error('the folder could not be rescued', error) };
  }
}

function mend(surroundings: Surroundings) {
  const done = repair(repairParts(surroundings));
  if (done.outcome === 'whole') return { kept: 0, lost: 0, letter: '' };
  const { journals, appended, locked } = done.report;
  const chained = journals.reduce((sum, journal) => sum + journal.chained, 0);
  const unreadable = journals.reduce((sum, journal) => sum + countUnreadable(journal.unreadable), 0);
  surroundings.log.info('the database was mended', { kept: chained + appended, lost: unreadable + locked });
  return { kept: chained + appended, lost: unreadable + locked, letter: done.generation };
}

function repairParts({ config, propertyKey, clock, random }: Surroundings): RepairParts {
  if (propertyKey === null) throw new KeyMissingError('a folder is mended with its key only');
  const { dataDir, backupDir = null } = config;
  return { dataDir, backupDir, propertyKey, clock, random, projectors: PROJECTORS };
}
