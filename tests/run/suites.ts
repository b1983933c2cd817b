// The vitest projects: one per kind of test, each a stage of `npm test`.

export interface Suite {
  name: string;
  /** One line for --help. */
  says: string;
  /** Part of `npm run check`. */
  fast: boolean;
  files: string[];
  /** Its tests share something (ports, a screen), so its files run one at a time. */
  oneAtATime?: boolean;
}

export const suites: Suite[] = [
  {
    name: 'boundaries',
    says: 'walls between folders, house rules, each proven by a planted breach',
    fast: true,
    files: ['tests/architecture/*.test.ts'],
  },
  {
    name: 'unit',
    says: 'unit tests beside the code',
    fast: true,
    files: [
      '{electron,renderer,db,head-office}/**/*.test.{ts,tsx}',
      'tests/{run,support,bench,chaos,demo}/**/*.test.ts',
    ],
  },
  {
    name: 'scenario',
    says: 'stories from the desk on a real database',
    fast: true,
    files: ['tests/scenarios/**/*.test.ts'],
  },
  {
    name: 'migration',
    says: 'each migration on a database of the version before',
    fast: true,
    files: ['tests/migrations/**/*.test.ts'],
  },
  {
    name: 'device',
    says: 'card reader, scanner and printer on ptys and TCP ports',
    fast: false,
    files: ['tests/devices/**/*.test.ts'],
    oneAtATime: true,
  },
  {
    name: 'host',
    says: 'the electron host against real Chromium',
    fast: false,
    files: ['tests/electron-host/**/*.test.ts'],
    oneAtATime: true,
  },
];
