// The vitest projects: one per kind of test, each a stage of `npm test`.

/** A kind of test: where its files lie, and whether they share something (ports, a screen) that allows one at a time. */
export interface Suite {
  name: 'boundaries' | 'unit' | 'scenario' | 'migration' | 'device' | 'host';
  files: string[];
  oneAtATime?: boolean;
}

export const suites: Suite[] = [
  { name: 'boundaries', files: ['tests/architecture/*.test.ts'] },
  {
    name: 'unit',
    files: [
      '{electron,renderer,db,head-office}/**/*.test.{ts,tsx}',
      'tests/{run,support,bench,chaos,demo}/**/*.test.ts',
    ],
  },
  { name: 'scenario', files: ['tests/scenarios/**/*.test.ts'] },
  { name: 'migration', files: ['tests/migrations/**/*.test.ts'] },
  { name: 'device', files: ['tests/devices/**/*.test.ts'], oneAtATime: true },
  { name: 'host', files: ['tests/electron-host/**/*.test.ts'], oneAtATime: true },
];
