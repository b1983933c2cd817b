// Which tests belong to which stage of `npm test`. tests/architecture/test-files.test.ts proves that none is left out.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { suites } from './run/suites.ts';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    projects: suites.map(({ name, files, oneAtATime }) => ({
      test: {
        name,
        include: files,
        exclude: ['**/node_modules/**', 'out/**', 'tests/architecture/planted/**'],
        fileParallelism: !oneAtATime,
        // What hangs ends; a machine with other things to do is no failure. The same for what a test waits to see.
        testTimeout: 120_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        // Lists of violations are read at the end of a run, so they are shown whole.
        chaiConfig: { truncateThreshold: 2000 },
        unstubEnvs: true,
        unstubGlobals: true,
        restoreMocks: true,
      },
    })),
    maxWorkers: 2,
    passWithNoTests: false,
    allowOnly: false,
  },
});
