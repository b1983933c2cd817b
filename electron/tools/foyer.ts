// `npm run foyer -- COMMAND`: looks after a data folder from the command line, with the program closed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { DATABASE_FILE } from '../api/boot.ts';
import { composeBackend, type Backend } from '../backend/compose.ts';
import { checkViews, rebuildViews } from '../backend/journal/rebuild.ts';
import { verifyJournals } from '../backend/journal/verify.ts';
import { createSilentLog } from '../backend/shared/log.ts';
import { systemRandom } from '../backend/shared/random.ts';

const USAGE = `foyer verify  --data-dir DIR --key-file FILE    every journal's chain, link by link
foyer rebuild --data-dir DIR --key-file FILE    all tables anew from the journal
foyer rebuild --check --data-dir DIR --key-file FILE    compare the tables with a rebuild; changes nothing
The key file is the one in keys/ beside the data folder, or 32 raw bytes.`;

const keyFileShape = z.object({ store: z.enum(['os', 'file']), key: z.base64() });

/** Runs one command and answers its exit code: 0 whole, 1 not whole, 2 not understood. */
function run(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'data-dir': { type: 'string' },
      'key-file': { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const [command] = positionals;
  const { 'data-dir': dataDir, 'key-file': keyFile, check } = values;
  if (!dataDir || !keyFile || (command !== 'verify' && command !== 'rebuild')) {
    console.error(USAGE);
    return 2;
  }
  const backend = open(dataDir, readKey(keyFile));
  try {
    if (command === 'verify') return verify(backend);
    return check ? checkRebuild(backend, join(dataDir, DATABASE_FILE)) : rebuild(backend);
  } finally {
    backend.database.close();
  }
}

function open(dataDir: string, propertyKey: Uint8Array): Backend {
  return composeBackend({
    config: {
      ...({ dataDir, property: 'desk', seed: 0, language: 'en', reader: null, printer: null } as const),
      appVersion: 'command line',
    },
    propertyKey,
    clock: { now: () => Date.now() },
    random: systemRandom,
    log: createSilentLog(),
  });
}

/** Main's key file says how the key is kept (electron/main/property-key.ts); only the plain form opens here. */
function readKey(file: string): Uint8Array {
  const bytes = readFileSync(file);
  if (bytes.length === 32) return bytes;
  const { store, key } = keyFileShape.parse(JSON.parse(bytes.toString('utf8')));
  if (store === 'os')
    throw new Error(
      'the operating system keeps this key and gives it to the program only; nothing was opened',
    );
  return Buffer.from(key, 'base64');
}

function verify({ database }: Backend): number {
  const found = verifyJournals(database.db);
  if (!found.ok) {
    const { journal, seq, reason } = found.broken;
    console.error(`journal ${journal} breaks at event ${seq}: ${reason}`);
    return 1;
  }
  for (const { journal, seq, hash } of found.heads) {
    console.log(`journal ${journal} whole up to event ${seq}, ${hash}`);
  }
  return 0;
}

function rebuild({ database, journal }: Backend): number {
  console.log(`folded ${rebuildViews(database, journal.projection)} records`);
  return 0;
}

function checkRebuild({ journal }: Backend, path: string): number {
  const found = checkViews(path, journal.projection);
  if (found.outcome === 'equal') {
    console.log(`equal: ${found.records} records fold into the tables that are there`);
    return 0;
  }
  if (found.outcome === 'cannotCompare') {
    console.error(`cannot compare: the keys of ${found.lockedRecords} records are not here`);
    return 1;
  }
  for (const { view, missing, extra } of found.differences) {
    console.error(`${view}: ${missing} rows missing or different, ${extra} that a rebuild does not give`);
  }
  return 1;
}

process.exitCode = run(process.argv.slice(2));
