// `npm start` on a fresh clone: installs the modules on whatever Node there is, then goes on in Node 24.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureModules, requireNode24 } from './ensure-modules.mjs';
import { outlive } from './outlive.mjs';

const next = path.join(path.dirname(fileURLToPath(import.meta.url)), 'open-desk.ts');

try {
  ensureModules();
  const node = requireNode24();
  if (node === process.execPath) await import('./open-desk.ts');
  else process.exitCode = await outlive(node, [next, ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`foyer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
