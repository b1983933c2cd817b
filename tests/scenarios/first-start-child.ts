// A process of its own that begins a desk in an empty folder as main and backend do, and dies by itself in the middle.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom, type Random } from '../../electron/backend/shared/random.ts';
import { openPropertyKey } from '../../electron/main/property-key.ts';
import { MORNING } from '../support/desk.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [dataDir = '', keyFile = '', steps = ''] = positionals;

/** What the program asks from outside, the clock or randomness, it asks between its steps: one of these is its last. */
let left = Number(steps);
function step(): void {
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
}
const clock = {
  now(): number {
    step();
    return MORNING;
  },
};
const random: Random = {
  bytes(length) {
    step();
    return systemRandom.bytes(length);
  },
  below(limit) {
    step();
    return systemRandom.below(limit);
  },
};

mkdirSync(dataDir, { recursive: true });
step();
const { key } = await openPropertyKey({
  ...{ file: keyFile, vault: null, random: (bytes) => new Uint8Array(random.bytes(bytes)) },
  databaseExists: existsSync(join(dataDir, DATABASE_FILE)),
});
step();
const backend = composeBackend({
  config: {
    ...{ dataDir, seed: 1, reader: null, printer: null, appVersion: '0.0.0-test' },
    ...({ property: 'desk', language: 'en' } as const),
  },
  ...{ propertyKey: key, clock, random, log: createSilentLog() },
});
step();
backend.start();
step();
process.stdout.write('begun');
await backend.close();
