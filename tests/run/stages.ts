// The stages of `npm test`, in order: what each runs and what it needs of the machine.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suites } from './suites.ts';

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Where the stages leave their reports; under out/, so never in git. */
export const REPORTS = join(ROOT, 'out/test-results');

/** How a stage's result is counted: itself as one, or every test in the report that its tool writes. */
export type Counting = 'one' | 'vitest' | 'playwright';

export interface Stage {
  name: string;
  /** One line for --help. */
  says: string;
  counting: Counting;
  /** Arguments for the Node that runs this file, the first one a script. */
  command: string[];
  /** Part of `npm run check`. */
  fast: boolean;
  /** Stages that must pass before this one. */
  after: string[];
  /** The command that runs one file of its tests again, without the file. */
  rerunFile?: string;
}

/** The script behind a package's command, so that no shell and no .cmd shim stands between. */
function bin(pkg: string, command = pkg): string {
  const folder = join(ROOT, 'node_modules', pkg);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  if (!script) throw new Error(`The package ${pkg} has no command "${command}". Run npm ci.`);
  return join(folder, script);
}

/** The report file of a stage that writes one. */
export function reportOf(stage: string): string {
  return join(REPORTS, `${stage}.json`);
}

const check = (name: string, says: string, command: string[], fast = true): Stage => ({
  name,
  says,
  counting: 'one',
  command,
  fast,
  after: [],
});

/** All stages in the order in which they run. */
export function stages(): Stage[] {
  const vitest = suites.map(({ name, says, fast }): Stage => ({
    name,
    says,
    fast,
    counting: 'vitest',
    command: [
      ...[bin('vitest'), 'run', '--config', 'tests/vitest.config.ts', '--project', name],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`],
    ],
    after: [],
    rerunFile: 'npx vitest run --config tests/vitest.config.ts',
  }));
  return [
    check('types', 'TypeScript over all projects', [bin('typescript', 'tsc'), '-b']),
    check('lint', 'oxlint, with the rules that need types', [bin('oxlint')]),
    check('format', 'oxfmt, looking only', [bin('oxfmt'), '--check']),
    check('knip', 'unused files, exports and packages', [bin('knip'), '--config', '.knip.json']),
    check(
      'builder',
      "electron-builder.yml against the packager's schema",
      ['electron/tools/check-builder-config.ts'],
      false,
    ),
    ...vitest,
    check('build', 'main, preload, backend and window into out/', ['electron/tools/build.ts'], false),
    {
      name: 'e2e',
      says: 'the whole desk by Playwright, headless',
      counting: 'playwright',
      command: [
        bin('playwright'),
        'test',
        '--config',
        'tests/e2e/playwright.config.ts',
        '--reporter=list,json',
      ],
      fast: false,
      after: ['build'],
      rerunFile: 'npx playwright test --config tests/e2e/playwright.config.ts',
    },
  ];
}
