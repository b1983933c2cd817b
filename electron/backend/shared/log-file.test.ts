// The log's file: what a disk that takes nothing costs, and how large the file grows.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLogFile } from './log-file.ts';

test('a disk that takes no line costs lines, and throws into nobody', () => {
  // Linux has a file that is always full.
  const file = openLogFile('/dev/full');
  file.write('{"a":1}\n');
  file.write('{"a":2}\n');
  expect(file.lost()).toBe(2);
  file.close();
  file.write('{"a":3}\n');
  expect(file.lost()).toBe(3);
  file.close();
});

test('the file grows to its bound, and what is older lies in one file beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-log-'));
  const path = join(folder, 'backend.log');
  writeFileSync(path, 'x'.repeat(90));
  const file = openLogFile(path, 100);
  for (let line = 0; line < 30; line += 1) file.write(`${String(line).padStart(19, '0')}\n`);
  file.close();
  expect(statSync(path).size).toBeLessThanOrEqual(120);
  expect(statSync(`${path}.old`).size).toBeLessThanOrEqual(120);
  const kept = readFileSync(`${path}.old`, 'utf8') + readFileSync(path, 'utf8');
  expect(kept.split('\n').filter(Boolean).map(Number)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29]);
  expect(file.lost()).toBe(0);
  rmSync(folder, { recursive: true });
});
