// Failures in a row make wait, whatever was typed; a clock that was set back does not lock anybody out for days.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { toKey } from '../privacy/sealing.ts';
import { createFailedTries, type FailedTries } from './failed-tries.ts';

const MINUTE = 60_000;

function withTries(story: (tries: FailedTries, clock: { now: number }, names: () => string[]) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-tries-'));
  const database = openDatabase(join(folder, 'foyer.db'), { backupDir: null });
  const clock = { now: 1_000_000_000_000 };
  const pepper = toKey(Buffer.alloc(32, 5));
  const names = (): string[] =>
    database.db.connection.prepare('SELECT name FROM failed_try ORDER BY name').pluck().all() as string[];
  try {
    story(createFailedTries({ database, clock: { now: () => clock.now }, pepper }), clock, names);
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}

test('three failures are free, then each doubles the wait up to a quarter of an hour', () => {
  withTries((tries, clock) => {
    const waits: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      expect(tries.begin('pin', '3001')).toBe(0);
      const wait = tries.begin('pin', '3001');
      if (wait === 0) continue;
      waits.push(wait);
      clock.now += wait;
    }
    expect(waits.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
    expect(Math.max(...waits)).toBe(15 * MINUTE);
  });
});

test('what was typed is kept as a keyed hash, apart by kind, and forgotten after a month', () => {
  withTries((tries, clock, names) => {
    tries.begin('pin', '13900000002');
    tries.begin('code', '13900000002');
    expect(names().join()).not.toContain('139');
    expect(new Set(names().map((name) => name.split(':')[1])).size).toBe(2);
    clock.now += 31 * 24 * 60 * MINUTE;
    tries.begin('badge', 'reader');
    expect(names()).toHaveLength(1);
  });
});

test('a wait that a clock ahead of time left behind counts no more', () => {
  withTries((tries, clock) => {
    for (let each = 0; each < 4; each += 1) tries.begin('pin', '3001');
    expect(tries.begin('pin', '3001')).toBeGreaterThan(0);
    clock.now -= 24 * 60 * MINUTE;
    expect(tries.begin('pin', '3001')).toBe(0);
  });
});
