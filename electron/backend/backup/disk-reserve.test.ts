// The room that a desk holds back, where its file cannot be made.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemRandom } from '../shared/random.ts';
import { createDiskReserve, RESERVE_FILE, type DiskRoom } from './disk-reserve.ts';

test.each([
  { what: 'a folder of its name', block: (path: string) => mkdirSync(path) },
  {
    what: 'a way to a drive that is not there',
    block: (path: string) => symlinkSync(`${path}-gone/x`, path),
  },
])('$what keeps the desk from holding room back: that is no full disk', async ({ block }) => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-reserve-'));
  block(join(folder, RESERVE_FILE));
  const reserve = createDiskReserve(folder, systemRandom);
  const told: DiskRoom[] = [];
  reserve.onChange(() => told.push(reserve.room()));
  reserve.tend();
  await reserve.stop();
  expect(told).not.toContain('full');
  // A write that finds the disk full is given nothing, and staff hear it.
  expect(reserve.giveUp()).toBe(false);
  expect(told.at(-1)).toBe('full');
  rmSync(folder, { recursive: true });
});
