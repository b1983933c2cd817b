// The staff file's calls.
import type { StaffRow } from '../../api/staff.contract.ts';
import type { Db } from '../database/handle.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import type { StaffFileService } from './staff-file.service.ts';
import { actAs } from './session.ts';
import { findStaff, listStaff, readFailures } from './staff.store.ts';

export function createStaffFileRouter(parts: {
  readonly db: Db;
  readonly clock: Clock;
  readonly service: StaffFileService;
}) {
  const { db, clock, service } = parts;
  const calls = implementer.staff;
  return calls.router({
    list: calls.list.handler(() => readStaff(db, clock.now())),
    add: calls.add.handler(({ context, input }) => service.add(context.actor(), input)),
    update: calls.update.handler(({ context, input }) => service.update(context.actor(), input)),
    resetPin: calls.resetPin.handler(async ({ context, input }) => {
      const done = await service.resetPin(context.actor(), input);
      // Who gives themselves a new PIN has just typed it, and works on.
      const { session } = context;
      if (session.staff === input.staff) actAs(session, findStaff(db, input.staff) ?? null);
      return done;
    }),
    release: calls.release.handler(({ context, input }) => service.release(context.actor(), input.staff)),
  });
}

function readStaff(db: Db, now: number): StaffRow[] {
  return listStaff(db).map(({ id, number, name, role, active, language }) => {
    const { waitUntil } = readFailures(db, id);
    return { id, number, name, role, active, language, lockedUntil: waitUntil > now ? waitUntil : null };
  });
}
