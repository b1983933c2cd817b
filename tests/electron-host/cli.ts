// The host's entry: takes Electron's command line, puts the host in place of `electron`, and runs the app's main.
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readOptions } from './host.options.ts';
import type { HostOptions } from './host.options.ts';
import { report } from './report.ts';

const args = process.argv.slice(2);
const options = readOptionsOrEnd();
const shim = new URL('./electron.ts', import.meta.url).href;

function readOptionsOrEnd(): HostOptions {
  try {
    return readOptions(args, process.cwd());
  } catch (error) {
    report(error);
    process.exit(1);
  }
}

// As Electron has it: the executable, then everything that was given to it.
process.argv = [join(dirname(fileURLToPath(import.meta.url)), 'electron-host'), ...args];

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return nextResolve(specifier, context);
    return { url: shim, shortCircuit: true };
  },
});

const inspect = options.switches.get('inspect');
if (inspect !== undefined) inspector.open(Number(inspect || 9229));

const { app } = await import('./electron.ts');
await import(pathToFileURL(options.mainFile).href);
app.whenReady().catch((error: unknown) => {
  report(error);
  app.exit(1);
});
