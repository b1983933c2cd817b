// `npm run build`: makes the four bundles in out/, each only when something that went into it has changed.
import { join } from 'node:path';
import { build } from 'vite';
import { bundles } from './bundles.ts';
import { createFreshness } from './freshness.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Names of the bundles that had to be made. Rejects with Vite's error when a source does not build. */
export async function buildAll(root = ROOT, out = join(root, 'out')): Promise<readonly string[]> {
  // Vite heeds NODE_ENV before its own mode: built from inside a test runner, React would come out for tests.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await buildStale(root, out);
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildStale(root: string, out: string): Promise<readonly string[]> {
  const recipe = [
    join(root, 'package-lock.json'),
    ...['build.ts', 'bundles.ts', 'freshness.ts'].map((file) => join(import.meta.dirname, file)),
  ];
  const made = await Promise.all(
    bundles(root, out).map(async ({ name, entry, config }) => {
      const stampFile = join(out, '.build', `${name}.json`);
      const freshness = await createFreshness({ root, stampFile, recipe, result: join(out, name, entry) });
      if (await freshness.isFresh()) return [];
      await build({ ...config, plugins: [...(config.plugins ?? []), freshness.plugin] });
      await freshness.stamp();
      return [name];
    }),
  );
  return made.flat();
}

if (import.meta.main) {
  const began = performance.now();
  try {
    const made = await buildAll();
    const took = Math.round(performance.now() - began);
    process.stdout.write(
      made.length ? `built ${made.join(', ')} in ${took} ms\n` : 'bundles are up to date\n',
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
