// A real desk for a test: a database file in a folder of its own, a small invented property, a clock that is set.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { DATABASE_FILE, type BackendConfig } from '../../electron/api/boot.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { Role } from '../../electron/api/rights.ts';
import { composeBackend, type Backend } from '../../electron/backend/compose.ts';
import type { Command } from '../../electron/backend/journal/command.ts';
import { hashPin } from '../../electron/backend/people/pin.ts';
import { addStaff } from '../../electron/backend/people/staff.service.ts';
import {
  putContact,
  putDesk,
  putProperty,
  putTenant,
  putUnit,
  setOwnDesk,
} from '../../electron/backend/places/places.service.ts';
import { serve } from '../../electron/backend/serve.ts';
import { createFileLog, createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom, type Random } from '../../electron/backend/shared/random.ts';

/** 2026-11-21 09:30 in Shanghai, a Saturday morning shift. */
export const MORNING = Date.UTC(2026, 10, 21, 1, 30);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Nobody's PIN anywhere else. */
export const PIN = '135792';
/** Everybody who works here, by role. */
export const STAFF: Readonly<Record<Role, string>> = {
  receptionist: '3001',
  butler: '3002',
  guard: '3003',
  clerk: '3004',
  supervisor: '3005',
  admin: '3006',
};

export interface TestClock {
  now(): number;
  advance(ms: number): void;
  set(ms: number): void;
}

export interface TestDesk extends AsyncDisposable {
  readonly folder: string;
  readonly databasePath: string;
  readonly clock: TestClock;
  readonly places: TestPlaces;
  backend: Backend;
  /** A window of its own: nobody is signed in on it. */
  window(): { readonly api: ApiClient; close(): void };
  /** A window with somebody of this role signed in. */
  signedIn(role?: Role): Promise<ApiClient>;
  /** Closes the backend and opens the same folder again, as after a restart. */
  restart(): Promise<void>;
}

export interface TestPlaces {
  readonly unit: number;
  readonly tenant: number;
  readonly host: number;
}

export interface TestDeskOptions {
  readonly seed?: number;
  readonly config?: Partial<BackendConfig>;
  readonly startAt?: number;
  /** Writes `backend.log` into the folder, as the program does. */
  readonly fileLog?: boolean;
}

export function createTestClock(at: number = MORNING): TestClock {
  let now = at;
  return {
    now: () => now,
    advance: (ms) => (now += ms),
    set: (ms) => (now = ms),
  };
}

/** The property key of every test. */
export const TEST_KEY: Buffer = Buffer.alloc(32, 7);

/** Opens a new folder with the property of the tests in it. Dispose of it with `await using`. */
export async function openTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-desk-'));
  const clock = createTestClock(options.startAt);
  const random = seededRandom(options.seed ?? 1);
  const config: BackendConfig = {
    ...{ dataDir: folder, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null },
    ...{ appVersion: '0.0.0-test', ...options.config },
  };
  const open = (): Backend =>
    composeBackend({
      ...{ config, propertyKey: TEST_KEY, clock, random },
      log: options.fileLog ? createFileLog(folder) : createSilentLog(),
    });
  const backend = open();
  const places = await furnish(backend, random);
  backend.start();

  const windows: (() => void)[] = [];
  const desk: TestDesk = {
    ...{ folder, databasePath: join(folder, DATABASE_FILE), clock, places, backend },
    window() {
      const { api, close } = openWindow(desk.backend);
      windows.push(close);
      return { api, close };
    },
    async signedIn(role = 'receptionist') {
      const { api } = desk.window();
      await api.people.signIn({ number: STAFF[role], pin: PIN });
      return api;
    },
    async restart() {
      for (const close of windows.splice(0)) close();
      await desk.backend.close();
      desk.backend = open();
      desk.backend.start();
    },
    async [Symbol.asyncDispose]() {
      for (const close of windows.splice(0)) close();
      await desk.backend.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

/** Puts the property of the tests, and everybody who works there, into a new data folder. */
export async function furnish(backend: Backend, random: Random): Promise<TestPlaces> {
  const pin = await hashPin(PIN, backend.secrets.pinPepper, random);
  const author = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;
  return backend.journal.system(author, (command) => {
    for (const [role, number] of Object.entries(STAFF)) {
      const name = `测试${role}`;
      addStaff(command, { number, name, role: role as Role, homeDesk: 'L1', language: 'zh-CN', pin });
    }
    return putTestPlaces(command);
  });
}

/** A conversation with a backend over a real MessagePort pair. */
export function openWindow(backend: Backend): { readonly api: ApiClient; close(): void } {
  const { port1, port2 } = new MessageChannel();
  serve(backend, port1);
  const api: ApiClient = createORPCClient(new RPCLink({ port: port2 }));
  port1.start();
  port2.start();
  return { api, close: () => port2.close() };
}

function putTestPlaces(command: Command): TestPlaces {
  putProperty(command, {
    ...{
      code: 'T',
      nameZh: '测试大厦',
      nameEn: 'Test Tower',
      address: '测试路1号',
      timeZone: 'Asia/Shanghai',
    },
    ...{ slipHeaderZh: '', slipHeaderEn: '', slipFooterZh: '', slipFooterEn: '', sample: false },
  });
  putDesk(command, {
    ...{ code: 'L1', nameZh: '大堂', nameEn: 'Lobby', location: null, opens: '08:00', closes: '20:00' },
  });
  setOwnDesk(command.tx, 'L1');
  const tenant = putTenant(
    command,
    { status: 'inResidence' },
    {
      ...{
        nameZh: '恒远测试科技',
        nameEn: 'Evertest',
        shortName: '恒远',
        pinyin: null,
        phone: null,
        instructions: '请先致电',
      },
      ...{ emergencyContacts: [], mailInstructions: null, notes: null },
    },
  );
  const unit = putUnit(command, {
    ...{ code: 'A-1203', building: 'A', floor: 12, room: null, kind: 'office', tenant },
  });
  const host = putContact(
    command,
    { tenant, unit, authorises: ['keys', 'goods'], active: true },
    { name: '单试验', pinyin: null, phone: '13800000001' },
  );
  return { unit, tenant, host };
}
