// A desk that is backed up, put back or mended: what the tests of both do alike.
import type { MendParts } from '../../electron/backend/backup/mend.ts';
import { findEvent } from '../../electron/backend/journal/journal.store.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { joinId } from '../../head-office/protocol/ids.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { TEST_KEY, type TestDesk } from './desk.ts';
import { walkIn } from './visits.ts';

export const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
/** What mending needs, with the desk's own clock. */
export const mendParts = (desk: TestDesk): MendParts & { backupDir: null } => ({
  ...{ dataDir: desk.folder, propertyKey: TEST_KEY, clock: desk.clock, random: seededRandom(77) },
  ...{ projectors: PROJECTORS, backupDir: null },
});

/** A walk-in without papers, so that anybody can come twice. */
export const register = async (desk: TestDesk, name = '测试甲') =>
  (await desk.signedIn()).visitors.register(walkIn({ name, documentType: 'none', documentNumber: null }));

/** What the event that begins the own journal says. */
export function opening({ backend }: TestDesk): unknown {
  const stored = findEvent(backend.database.db, joinId(backend.journal.id, 1));
  return stored && decodeWire(stored.wire)?.body;
}
