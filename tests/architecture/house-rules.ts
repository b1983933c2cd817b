// House rules that oxlint cannot say: each looks at one file and names the lines that break it.
import { basename } from 'node:path';
import { codeLines, type Source } from './sources.ts';

export interface HouseRule {
  /** Also the name of the folder below planted/ that proves it. */
  name: string;
  /** Shown to whoever breaks it. */
  remedy: string;
  applies: (path: string) => boolean;
  /** Line numbers, from 1, that break the rule. */
  broken: (source: Source) => number[];
}

const TEST = /[.](test|spec)[.]tsx?$|^tests\//;
const BACKEND = /^(electron\/(backend|api)|db|head-office)\//;

/** The composition root: it makes the real clock and randomness that everything else is handed. */
const ROOTS = /^electron\/backend\/(index|compose|shared\/(clock|random))[.]ts$/;

/** Chinese that is no sentence on a screen or slip, by file, and why it stands there. */
export const CHINESE_DATA: Record<string, string> = {
  'electron/backend/registers/keys/keys.finder.ts': 'how the floor of a room is said, in what is typed',
  'electron/api/privacy-notice.ts': 'the shipped value of a policy, frozen by the version that visits store',
  'electron/backend/devices/card-reader/ethnic-codes.ts': 'the names that GB/T 3304 gives to the codes',
  'electron/backend/devices/card-reader/sdt-layouts.ts':
    'the word that an ID card carries for "no end of validity"',
  'electron/backend/devices/printer/slip-canvas.ts': 'two characters that show whether a font has Chinese',
  'electron/backend/places/places-import.columns.ts':
    'headers and values of spreadsheets, as staff write them',
  'electron/backend/registers/keys/key-import.columns.ts':
    'headers and values of spreadsheets, as staff write them',
  'electron/backend/registers/loans/deposits.capitals.rules.ts': 'the numerals of amounts in words',
  'electron/main/windows.ts': 'the name of the program in the title bar',
  'renderer/ui/typed-time.ts': 'the words that a hand types between year, month and day',
  'renderer/app/help/manual-search.ts': 'words that make a question and name no thing, in either language',
};

/** Lines of code (comments blanked) that match. */
const matching = (pattern: RegExp) => (source: Source) =>
  numbers(codeLines(source), (line) => pattern.test(line));

function numbers(lines: string[], isBroken: (line: string) => boolean): number[] {
  return lines.flatMap((line, index) => (isBroken(line) ? [index + 1] : []));
}

export const houseRules: HouseRule[] = [
  {
    name: 'header-comment',
    remedy: 'Say in one short comment on the first line what the file is for.',
    applies: () => true,
    broken: ({ lines: [first = '', second = ''] }) =>
      /^\/[/*]/.test(first.startsWith('#!') ? second : first) ? [] : [1],
  },
  {
    name: 'file-names',
    remedy: 'Name files in kebab-case as noun.role.ts.',
    applies: () => true,
    broken: ({ path }) =>
      /^[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$/.test(basename(path)) ? [] : [1],
  },
  {
    name: 'sql-in-stores',
    remedy:
      'SQL stands in *.store.ts, electron/backend/database and db/migrations only. Call a function of the store.',
    applies: (path) =>
      /^(electron|renderer|head-office)\//.test(path) &&
      !TEST.test(path) &&
      !/[.]store[.]ts$|^electron\/backend\/database\/|^head-office\/database\//.test(path),
    broken: matching(
      /\bsql`|[.](selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(|['"`]\s*(SELECT\s|INSERT\s|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|CREATE\s+(TABLE|INDEX|VIRTUAL|UNIQUE|TEMP)|PRAGMA\s|BEGIN\s+IMMEDIATE)/i,
    ),
  },
  {
    name: 'rules-read-no-clock',
    remedy: 'Rules and events are pure: take the time, the id and the random value as an argument.',
    applies: (path) => /[.](rules|events)[.]ts$/.test(path),
    broken: matching(
      /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.|\bTemporal\.Now\b|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bprocess\.|\b(setTimeout|setInterval)\(/,
    ),
  },
  {
    name: 'time-is-handed-in',
    remedy: 'Take the time and randomness from what compose.ts hands in (shared/clock, shared/random).',
    applies: (path) => BACKEND.test(path) && !TEST.test(path) && !ROOTS.test(path),
    broken: matching(/\bnew Date\(\s*\)|\bTemporal\.Now\b|\brandomUUID\b|\bgetRandomValues\b/),
  },
  {
    name: 'sentences-in-copy',
    remedy:
      'Sentences stand in renderer/copy, those of slips in *.slip.copy.ts; what is Chinese by nature is named in CHINESE_DATA.',
    applies: (path) =>
      /^(electron|renderer)\//.test(path) &&
      !TEST.test(path) &&
      !/^renderer\/copy\/|[.]slip[.]copy[.]ts$/.test(path) &&
      !(path in CHINESE_DATA),
    broken: matching(/\p{Script=Han}/u),
  },
  {
    name: 'suppressions-say-why',
    remedy: 'A switched-off check says why, after " -- ", and names the one rule it is about.',
    applies: () => true,
    broken: ({ lines }) =>
      numbers(
        lines,
        (line) =>
          /(\/\/|\/\*)\s*(oxlint|eslint)-disable/.test(line) && !/-disable[a-z-]* \S+ -- \S/.test(line),
      ),
  },
  {
    name: 'skips-have-a-condition',
    remedy: 'A test runs or goes. Only skip(condition, reason) stays, for what needs a real Electron.',
    applies: (path) => /[.](test|spec)[.]tsx?$/.test(path),
    broken: matching(
      /\b(test|it|describe)([.]\w+)*[.](only|todo|fixme|fails)\b|[.]skip\(\s*(['"`)]|\(\)\s*=>)/,
    ),
  },
  {
    name: 'waits-see-something',
    remedy: 'Wait for what the desk would see (expect(...).toBeVisible, expect.poll), not for time to pass.',
    applies: (path) => /[.](test|spec)[.]tsx?$/.test(path),
    broken: matching(/[.]waitForTimeout\(|\btoBeLessThan(OrEqual)?\(\s*\w*(ms|seconds|millis)\b/i),
  },
  {
    name: 'expectations-expect',
    remedy: 'expect(value) alone checks nothing: end it in a matcher.',
    applies: (path) => /[.](test|spec)[.]tsx?$/.test(path),
    broken: matching(/^\s*(await\s+)?expect\(([^()]|\([^()]*\))*\);?\s*$/),
  },
  {
    name: 'no-commented-out-code',
    remedy: 'Delete it; git remembers.',
    applies: () => true,
    broken: ({ lines }) =>
      numbers(lines, (line) =>
        /^\s*\/\/\s*(import|export|const|let|return|if|for|await|expect|throw)\b.*[;{]\s*$/.test(line),
      ),
  },
];
