// The wiring: which part gets which. Nothing is looked up anywhere else, and nothing starts before it is told to.
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Router } from '@orpc/server';
import { DATABASE_FILE, type BackendConfig, type Language } from '../api/boot.ts';
import type { contract } from '../api/contract.ts';
import { BACKUP_FOLDER, hasBackup } from './backup/backup-folder.ts';
import { createDiskReserve } from './backup/disk-reserve.ts';
import { createDataCare, type DataCare } from './backup/data-care.ts';
import { HISTORY_NAMES, wireRegisters } from './compose.registers.ts';
import { createDataFace } from './data/index.ts';
import { createDeskDevices, type DeskDevices } from './desk/desk.devices.ts';
import { createDeviceSettings } from './desk/desk.device-settings.ts';
import { createDevicesRouter } from './desk/desk.devices.router.ts';
import { createPassingTime } from './desk/desk.passing-time.ts';
import { createSchedule } from './desk/desk.schedule.ts';
import { createDeskMessages } from './desk/desk.messages.ts';
import { createDeskRouter } from './desk/desk.router.ts';
import { asDatabaseError } from './database/database-error.ts';
import { openDatabase, type Database } from './database/database.ts';
import { createHeadFile, fileIdentity } from './journal/head-file.ts';
import type { Journal } from './journal/journal.ts';
import { openWholeJournal, refuseEmptied } from './journal/open-whole.ts';
import { findSuccession } from './journal/succession.ts';
import { wirePeople } from './compose.people.ts';
import { createSignatures } from './lending/signatures.ts';
import { createApprovals } from './people/approvals.ts';
import { createSetupRouter } from './setup/setup.router.ts';
import { actingStaff, createSession } from './people/session.ts';
import { findStaff } from './people/staff.store.ts';
import { createMoveOutService } from './places/move-out.service.ts';
import { createPlaceFinder } from './places/place-finder.ts';
import { createPlacesFileService } from './places/places-file.service.ts';
import { createPlacesImportService } from './places/places-import.service.ts';
import { createPlacesRouter } from './places/places.router.ts';
import { ownDesk } from './places/places.service.ts';
import { propertyCalendar } from './places/property-calendar.ts';
import { slipPlace } from './places/slip-place.ts';
import { createPolicyReader } from './policies/policies.reader.ts';
import { createPoliciesRouter } from './policies/policies.router.ts';
import { createPoliciesService } from './policies/policies.service.ts';
import { createAttachments } from './privacy/attachments.ts';
import { createLateErasure, type LateErasure } from './privacy/late-erasure.ts';
import { openSecrets, type Secrets } from './privacy/secrets.ts';
import { contractRoot, type PortContext } from './router-base.ts';
import { PROJECTORS, type Registers } from './registers/index.ts';
import { nextShiftEnds } from './registers/shifts/index.ts';
import { createSearchRouter } from './search/search.router.ts';
import { createSearch } from './search/search.service.ts';
import { createTrainingRouter } from './training/training.router.ts';
import { createTraining } from './training/training.service.ts';
import type { TrainingDevices } from './training/training.devices.ts';
import type { Clock } from './shared/clock.ts';
import type { Log } from './shared/log.ts';
import type { Random } from './shared/random.ts';

/** What comes from outside the process: everything that tests set and the program takes from the system. */
export interface Surroundings {
  readonly config: BackendConfig;
  readonly propertyKey: Uint8Array | null;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** How far clock and journal may be apart before staff are asked, ms; a day unless told. */
  readonly clockJumpLimit?: number;
  /** In training mode. Whoever started them closes them. */
  readonly trainingDevices?: TrainingDevices;
}

export interface Backend {
  readonly database: Database;
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly registers: Registers;
  readonly devices: DeskDevices;
  /** Backups, and what staff must be told about the data folder (`care.notices()`). */
  readonly care: DataCare;
  readonly lateErasure: LateErasure;
  readonly router: Router<typeof contract, PortContext>;
  /** A new conversation: nobody is signed in on it. */
  newContext(): PortContext;
  /** Tells the windows what looks different by now. Called as time goes by. */
  timePassed(): void;
  /** Starts the devices. */
  start(): void;
  /** Stops the devices and closes the database. */
  close(): Promise<void>;
}

/** How often the desk looks what time asks it to do, and what looks different by now. */
const SCHEDULE_MS = 5 * 60_000;
const LOOK_MS = 30_000;

/**
 * Opens a data folder and wires everything to it. Throws `DatabaseError` or `KeyMissingError` where the folder
 * cannot be opened; it is untouched then.
 */
export function composeBackend(surroundings: Surroundings): Backend {
  const { config, clock, random, log } = surroundings;
  const reserve = createDiskReserve(config.dataDir, random);
  // Without room for its index the log beside the database does not open.
  reserve.look();
  const database = openDatabase(join(config.dataDir, DATABASE_FILE), {
    backupDir: join(config.dataDir, BACKUP_FOLDER),
    makeRoom: reserve.giveUp,
  });
  try {
    return wire(surroundings, database);
  } catch (error) {
    database.close();
    throw asDatabaseError(error);
  }

  function wire({ propertyKey }: Surroundings, { db }: Database): Backend {
    const { dataDir, backupDir = null } = config;
    const headFile = createHeadFile(dataDir);
    refuseEmptied(db, {
      noted: headFile.read(),
      hasBackup: hasBackup([backupDir, join(dataDir, BACKUP_FOLDER)]),
    });
    const secrets = openSecrets(database, propertyKey, random);
    const calendar = propertyCalendar(db);
    const file = fileIdentity(join(config.dataDir, DATABASE_FILE));
    const succession = findSuccession(db, { noted: headFile.read(), file });
    const journal = openWholeJournal({
      ...{ database, secrets, clock, random, calendar, projectors: PROJECTORS, succession, file },
      ...(surroundings.clockJumpLimit === undefined ? {} : { clockJumpLimit: surroundings.clockJumpLimit }),
    });
    if (succession) log.info('a new journal was begun', { reason: succession.reason });
    const messages = createDeskMessages();
    const noticed = (): void => messages.publish('message', { kind: 'status' });
    const care = createDataCare({ database, dataDir, backupDir, clock, log, headFile, reserve, noticed });
    const approvals = createApprovals({
      ...{ clock, random },
      nextShiftEnds: () => nextShiftEnds(clock.now(), calendar()),
    });
    const finder = createPlaceFinder(db);
    const policies = createPolicyReader(db);
    const desk = (): string | null => ownDesk(db);
    const people = wirePeople({ database, journal, secrets, clock, random, calendar, approvals, desk });
    const { signIn, borrowers, openShift, startDuty } = people;
    const { trainingDevices } = surroundings;
    const placeOf = (language: Language, code: string) =>
      slipPlace(db, { language, desk: code, calendar: calendar() }, trainingDevices !== undefined);
    const attachments = createAttachments(journal.projection.keys, random);
    const signatures = createSignatures({ attachments, policies });
    const registers = wireRegisters({
      ...{ database, journal, clock, random, calendar, policies, approvals, desk },
      ...{ placeOf, borrowers, signatures, badgeOf: people.badgeOf },
      slipWaits() {
        devices.queue?.wake();
        noticed();
      },
      search: () => search,
    });
    const codeOfTag = (uid: string): string | null => registers.wearing(db, uid)?.code ?? null;
    const training = trainingDevices ? createTraining(database, journal.id, trainingDevices) : null;
    const settings = createDeviceSettings(database);
    const devices = createDeskDevices({
      ...{ config, settings, database, clock, log },
      dayOf: (ms) => calendar().dayOf(ms),
      renderSlip: (job) => registers.slip(db, job),
      standIns: trainingDevices?.standIns,
      publish: (message) => messages.publish('message', message),
      codeOfTag,
      codeOfLabel: (text) => registers.labelled(db, text),
      today: () => calendar().dayOf(clock.now()),
      shown: () => policies.value('card.shown'),
      openVisitOf: (document) => registers.visitors.openVisitOf(database, document),
    });
    const data = createDataFace({
      ...{ database, journal, secrets, clock, random, propertyKey, dataDir, backupDir, care, signIn, log },
      unlocked() {
        finder.forget();
        people.forget();
        messages.publish('message', { kind: 'changed', nouns: [...journal.projection.nouns.keys()] });
      },
    });
    const lateErasure = createLateErasure({ database, journal, registers, care, clock, log });
    const schedule = createSchedule(
      () => {
        data.tick();
        registers.visitors.closeForgotten();
        registers.loans.markUnclaimed();
        lateErasure.turn();
      },
      SCHEDULE_MS,
      log,
    );
    const turned = createPassingTime({ clock, calendar, shown: registers.timeShown(db) });
    function timePassed(): void {
      people.settle();
      const nouns = turned();
      if (nouns.length > 0) messages.publish('message', { kind: 'changed', nouns });
    }
    const looks = createSchedule(timePassed, LOOK_MS, log);
    const search = createSearch({
      database,
      registers: registers.searched,
      finder,
      codeOfTag,
      clock,
      log,
      nextTurn,
    });
    journal.onChange((nouns) => {
      search.wake();
      if (nouns.has('policy')) policies.forget();
      if (nouns.has('unit') || nouns.has('tenant') || nouns.has('contact')) finder.forget();
      messages.publish('message', { kind: 'changed', nouns: [...nouns, ...(training ? ['training'] : [])] });
    });

    return {
      ...{ database, journal, secrets, registers, devices, care, lateErasure, timePassed },
      router: contractRoot.router({
        ...people.routers(registers),
        visitors: registers.visitors.router,
        keys: registers.keys.router,
        loans: registers.loans.router,
        search: createSearchRouter(search),
        places: createPlacesRouter({
          ...{ db, desk, finder, names: HISTORY_NAMES, projection: journal.projection },
          file: createPlacesFileService({ journal }),
          moveOut: createMoveOutService({ journal, db, registers }),
          imports: createPlacesImportService({ journal, db, nextTurn }),
        }),
        policies: createPoliciesRouter({
          ...{ db, policies },
          service: createPoliciesService({ journal, policies }),
        }),
        data: data.router,
        setup: createSetupRouter({ database, journal, random, pepper: secrets.pinPepper }),
        training: createTrainingRouter(training, messages),
        devices: createDevicesRouter({
          ...{ config, settings, devices, clock },
          placeIn: (language) => placeOf(language, desk() ?? ''),
        }),
        desk: createDeskRouter({
          ...{ database, journal, clock, calendar, devices, messages, goOnDuty: startDuty },
          numberOf: (record) => registers.numberOf(db, record),
          codeOfTag,
          codeOfLabel: (text) => registers.labelled(db, text),
          notices: data.notices,
        }),
      }),
      newContext() {
        const session = createSession();
        return {
          session,
          acting: () => actingStaff(session, (id) => findStaff(db, id)),
          openShift: () => openShift()?.id ?? null,
          desk,
          logError: (error) => log.error('a call failed', error),
        };
      },
      start() {
        devices.start();
        schedule.start();
        // It knows since a moment ago how everything looks.
        looks.start('later');
        search.start();
        // Practice is worth no backup.
        if (!training) care.start();
      },
      async close() {
        schedule.stop();
        looks.stop();
        await search.stop();
        await devices.stop();
        await lateErasure.settle();
        await care.stop();
        database.close();
        log.close();
      },
    };
  }
}
