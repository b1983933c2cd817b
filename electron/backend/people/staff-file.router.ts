// The staff file's calls.
import type { StaffRow } from '../../api/staff.contract.ts';
import type { Db } from '../database/handle.ts';
import { implementer } from '../router-base.ts';
import type { Clock } from '../shared/clock.ts';
import type { StaffFileService } from './staff-file.service.ts';
import type { FailedTries } from './failed-tries.ts';
import { actAs } from './session.ts';
import { findStaff, listStaff } from './staff.store.ts';

/** A desk as it is chosen: code, and its name in both languages. */
export interface NamedDesk {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export function createStaffFileRouter(parts: {
  readonly db: Db;
  readonly clock: Clock;
  readonly service: StaffFileService;
  readonly tries: FailedTries;
  readonly desks: () => NamedDesk[];
}) {
  const { db, clock, service, tries, desks } = parts;
  const calls = implementer.staff;
  return calls.router({
    list: calls.list.handler(() => readStaff(db, clock.now(), tries)),
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
    setBadge: calls.setBadge.handler(({ context, input }) => service.setBadge(context.actor(), input)),
    lend: calls.lend.handler(({ context, input }) => service.lend(context.actor(), input)),
    desks: calls.desks.handler(desks),
  });
}

function readStaff(db: Db, now: number, tries: FailedTries): StaffRow[] {
  return listStaff(db).map(({ id, number, name, role, active, language, homeDesk, badge, lent }) => {
    const waitMs = tries.waitLeft('pin', number);
    return {
      ...{ id, number, name, role, active, language, homeDesk },
      lockedUntil: waitMs > 0 ? now + waitMs : null,
      hasBadge: badge !== null,
      lent: lent !== null && lent.until > now ? lent : null,
    };
  });
}
