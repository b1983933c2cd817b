// The desk that the bench works at: the real backend on a data folder, its service of visits, a clock that is set.
import type { BackendConfig } from '../../electron/api/boot.ts';
import { composeBackend, type Backend } from '../../electron/backend/compose.ts';
import { insertPrintJob } from '../../electron/backend/devices/printer/print-jobs.store.ts';
import type { Journal } from '../../electron/backend/journal/journal.ts';
import { describeUnit } from '../../electron/backend/places/places.store.ts';
import { createPolicyReader } from '../../electron/backend/policies/policies.reader.ts';
import {
  createVisitorsService,
  type VisitorsParts,
  type VisitorsService,
} from '../../electron/backend/registers/visitors/index.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom, type Random } from '../../electron/backend/shared/random.ts';
import { createTestClock, MORNING, TEST_KEY, type TestClock } from '../support/desk.ts';

export interface BenchDesk {
  readonly backend: Backend;
  readonly clock: TestClock;
  readonly random: Random;
  /** What the service was made of, for a peer that does the same work. */
  readonly parts: VisitorsParts;
  readonly service: VisitorsService;
  /** The same service over another journal. */
  serviceOver(journal: Journal): VisitorsService;
}

/** Who acts in the bench. */
export const actor = {
  author: { actor: 'staff', staff: 1, approver: null, shift: 2, desk: 'L1' },
  language: 'zh-CN',
  role: 'receptionist',
} as const;

/** Opens the backend on a folder at a time (UTC ms). Nothing is attached to it unless `config` says so. */
export function openBenchDesk(
  dataDir: string,
  config: Partial<BackendConfig> = {},
  startAt: number = MORNING,
): BenchDesk {
  const clock = createTestClock(startAt);
  const random = systemRandom;
  const backend = composeBackend({
    config: {
      ...{ dataDir, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null },
      ...{ appVersion: '0.0.0-bench', ...config },
    },
    ...{ propertyKey: TEST_KEY, clock, random, log: createSilentLog() },
  });
  const { database, journal } = backend;
  const calendar = createCalendar('Asia/Shanghai');
  const parts: VisitorsParts = {
    ...{ database, journal, clock, random, policies: createPolicyReader(database.db) },
    calendar: () => calendar,
    hours: () => ({ closes: '20:00' }),
    unitText: (units) => units.map((unit) => describeUnit(database.db, unit)).join('、') || null,
    unitExists: () => true,
    contactExists: () => true,
    staffExists: () => true,
    slips: {
      enqueue: (tx, order) => insertPrintJob(tx, { ...order, createdAt: clock.now() }),
      wake: () => {},
    },
  };
  const serviceOver = (over: Journal) => createVisitorsService({ ...parts, journal: over });
  return { backend, clock, random, parts, service: serviceOver(journal), serviceOver };
}
