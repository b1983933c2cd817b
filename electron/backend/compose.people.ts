// The wiring of people: who signs in and approves, who is on file, who borrows.
import type { Database } from './database/database.ts';
import type { Journal } from './journal/journal.ts';
import { createArrivals } from './people/arrivals.ts';
import { createApprovalsRouter } from './people/approvals.router.ts';
import { createApprovalsService } from './people/approvals.service.ts';
import type { Approvals } from './people/approvals.ts';
import { badgeHashes } from './people/badge.ts';
import { createFiledFinder } from './people/borrowers.finder.ts';
import { describeBorrower } from './people/borrowers.queries.ts';
import { createBorrowersRouter } from './people/borrowers.router.ts';
import { createBorrowersService } from './people/borrowers.service.ts';
import { createFailedTries } from './people/failed-tries.ts';
import { createPeopleRouter } from './people/people.router.ts';
import { createStaffFileRouter } from './people/staff-file.router.ts';
import { createStaffFileService } from './people/staff-file.service.ts';
import { findStaff, findStaffByBadge } from './people/staff.store.ts';
import { noteStandIn, standsInAt } from './people/stand-in.ts';
import { listDesks } from './places/places-file.store.ts';
import { findDesk, findProperty } from './places/places.store.ts';
import type { Secrets } from './privacy/secrets.ts';
import type { Registers } from './registers/index.ts';
import type { TagWearer } from './registers/register.ts';
import { goOnDuty, listOpenShifts } from './registers/shifts/index.ts';
import type { Calendar, Clock } from './shared/clock.ts';
import type { Random } from './shared/random.ts';

export interface PeopleWiring {
  readonly database: Database;
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  readonly approvals: Approvals;
  /** The code of this desk; null before it has one. */
  readonly desk: () => string | null;
}

/** Whose changes the finder of borrowers has to read anew. */
const FILED: readonly string[] = ['unit', 'tenant', 'contact', 'staff'];

export function wirePeople(wiring: PeopleWiring) {
  const { database, journal, clock, random, calendar, approvals, desk } = wiring;
  const { db } = database;
  const pepper = wiring.secrets.pinPepper;
  const isSample = (): boolean => findProperty(db)?.sample === 1;
  const tries = createFailedTries({ database, clock, pepper });
  const signIn = { database, random, pepper, tries, isSample };
  const openShift = () => listOpenShifts(db, desk() ?? '')[0] ?? null;
  const filed = createFiledFinder(db);
  const borrowers = createBorrowersService({ journal, clock, calendar });
  journal.onChange((nouns) => {
    if (FILED.some((noun) => nouns.has(noun))) filed.forget();
  });

  /** Nobody comes on duty under a clock that is in doubt; confirming it does. */
  function startDuty(id: number | null): void {
    const staff = id === null ? undefined : findStaff(db, id);
    if (staff && !journal.clockJump()) goOnDuty({ journal, clock, calendar }, staff, desk() ?? '');
  }

  const arrivals = createArrivals({
    enter(staff) {
      startDuty(staff.id);
      const place = { desk: desk() ?? '', shift: openShift()?.id ?? null };
      noteStandIn({ journal, clock, approvals }, staff, place);
    },
    standsIn: (staff) => standsInAt(staff, desk() ?? '', clock.now()),
  });

  /** The calls about people; what they ask of the registers is there by now. */
  function routers(registers: Registers) {
    return {
      borrowers: createBorrowersRouter({
        ...{ db, clock, pepper, desk, finder: filed, service: borrowers, lending: registers.lending },
        tools: journal.projection.tools,
        visitorOf: (visit) => registers.visitors.personOf(db, visit),
      }),
      staff: createStaffFileRouter({
        ...{ db, clock, tries },
        desks: () =>
          listDesks(db).map(({ code, name_zh, name_en }) => ({ code, nameZh: name_zh, nameEn: name_en })),
        service: createStaffFileService({
          ...{ database, journal, clock, random, pepper, tries, desk, isSample },
          thingOfTag: (at, uid) => registers.wearing(at, uid)?.number ?? null,
          deskExists: (code) => findDesk(db, code) !== undefined,
        }),
      }),
      approvals: createApprovalsRouter({
        db,
        service: createApprovalsService({ database, journal, clock, random, pepper, signIn, approvals }),
        subjectOf: (at, record) => registers.subjectOf(at, record) ?? describeBorrower(at, record),
      }),
      people: createPeopleRouter({
        ...{ signIn, clock, openShift, arrivals },
      }),
    };
  }

  /** Whose badge has this number; null for none. */
  function badgeOf(uid: string): TagWearer | null {
    const staff = findStaffByBadge(db, badgeHashes(uid, pepper));
    return staff ? { wearer: 'staff', record: staff.id, number: staff.number } : null;
  }

  return {
    ...{ badgeOf, signIn, borrowers, openShift, startDuty, routers },
    settle: arrivals.settle,
    forget: filed.forget,
  };
}
