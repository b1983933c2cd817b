// The house's walls: who may import whom. boundaries.test.ts runs them on the tree and proves each one.
import type { ICruiseOptions, IRegularForbiddenRuleType } from 'dependency-cruiser';

/** A rule with the two things every rule of ours has: a name and a remedy. */
export type Wall = IRegularForbiddenRuleType & { name: string; comment: string };

const TESTS = '[.](test|spec)[.]tsx?$|^tests/';
const SHIPPED = '^(electron/(api|main|preload|backend)|renderer|db|head-office)/';
const REGISTER = '^electron/backend/registers/([^/]+)/';

/** Matches a package wherever it was resolved to (the planted tree resolves upwards). */
const npm = (...names: string[]) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** One forbidden import: name, the remedy shown to whoever breaks it, from what, to what. */
function wall(
  name: string,
  comment: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): Wall {
  return { name, severity: 'error', comment, from, to };
}

export const walls: Wall[] = [
  wall(
    'everything-resolves',
    'The imported file or package does not exist. Write relative imports with their .ts extension.',
    {},
    { couldNotResolve: true },
  ),
  wall(
    'no-cycles',
    'Two files that need each other are one file, or miss a third one below both.',
    {},
    { circular: true },
  ),
  wall(
    'the-app-knows-no-tests',
    'What the app needs does not live under tests/. Move it into the app.',
    { path: '^(electron|renderer|db|head-office)/', pathNot: TESTS },
    { path: '^tests/' },
  ),
  wall(
    'the-electron-host-is-imported-by-nothing',
    'The electron host is started as a program. Launch it by path.',
    { pathNot: '^tests/electron-host/' },
    { path: '^tests/electron-host/' },
  ),
  wall(
    'shipped-code-imports-no-tools',
    'Build and test tools are not in the package. Keep them in electron/tools/ and tests/.',
    { path: SHIPPED, pathNot: TESTS },
    {
      path: `^electron/tools/|${npm('vitest', '@vitest/[^/]+', 'playwright', 'playwright-core', 'fast-check', 'vite', 'electron-builder')}`,
      pathNot: 'node_modules/vite/client[.]d[.]ts$',
    },
  ),

  wall(
    'the-contract-is-a-leaf',
    'electron/api is read by both ends: it may import itself, zod and @orpc/contract only.',
    { path: '^electron/api/', pathNot: TESTS },
    { pathNot: `^electron/api/|${npm('zod', '@orpc/contract')}` },
  ),
  wall(
    'the-renderer-imports-the-contract-only',
    'The window draws and holds no rule. What it needs from the backend goes through electron/api.',
    { path: '^renderer/', pathNot: TESTS },
    { path: '^(electron|db|head-office|resources)/', pathNot: '^(electron/api|resources)/' },
  ),
  wall(
    'the-renderer-runs-no-node',
    'The window is sandboxed: it has no Node modules.',
    { path: '^renderer/', pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  wall(
    'the-renderer-runs-no-native-code',
    'The window is sandboxed: devices and storage are asked for through electron/api.',
    { path: '^renderer/', pathNot: TESTS },
    { path: npm('electron', 'better-sqlite3', 'serialport', '@napi-rs/canvas', 'node-thermal-printer') },
  ),
  wall(
    'ui-knows-no-features',
    'renderer/ui has no register words. Pass what it needs as props.',
    { path: '^renderer/ui/' },
    { path: '^renderer/(features|app)/' },
  ),
  wall(
    'features-do-not-import-neighbours',
    'Copy once; when a third feature needs it for the same reason, move it to renderer/ui.',
    { path: '^renderer/features/([^/]+)/' },
    { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  ),
  wall(
    'copy-is-a-leaf',
    'Copy is sentences only; it knows no screen.',
    { path: '^renderer/copy/' },
    { path: '^renderer/(app|features|ui)/' },
  ),

  wall(
    'main-never-imports-the-backend',
    'The backend is a process of its own. Main starts it and talks over the port, in words of electron/api.',
    { path: '^electron/main/', pathNot: TESTS },
    { path: '^(electron/(backend|preload)|renderer|db)/' },
  ),
  wall(
    'preload-passes-the-port-only',
    'The preload may import electron and electron/api, nothing else.',
    { path: '^electron/preload/', pathNot: TESTS },
    { pathNot: `^electron/(api|preload)/|${npm('electron')}` },
  ),
  wall(
    'the-backend-knows-no-electron',
    'The backend starts in plain Node in every test. What only Electron can do is asked of main over the port.',
    { path: '^electron/backend/' },
    { path: `^(electron/(main|preload)|renderer)/|${npm('electron')}` },
  ),

  wall(
    'registers-do-not-import-neighbours',
    'A register never reaches into another one. Ask through the register face, or copy once.',
    { path: REGISTER },
    { path: REGISTER, pathNot: '^electron/backend/registers/$1/' },
  ),
  wall(
    'registers-are-entered-by-their-face',
    'The rest of the house knows a register by its index.ts only.',
    { path: '^electron/backend/', pathNot: `${REGISTER}|${TESTS}` },
    { path: REGISTER, pathNot: `${REGISTER}index[.]ts$` },
  ),
  wall(
    'rules-are-pure',
    'Rules get facts as arguments and return a decision: no store, no service, no device, no clock.',
    { path: '[.]rules[.]ts$' },
    {
      path: `[.](store|service|router|slip|sheet)[.]ts$|^electron/backend/(database|journal|devices|search|sync)/|^db/|/(clock|ids|log)[.]ts$|${npm('better-sqlite3', 'kysely', 'serialport', 'pino', 'node-thermal-printer')}`,
      dependencyTypesNot: ['type-only'],
    },
  ),
  wall(
    'rules-use-no-node',
    'Rules are pure: no file, no network, no clock of Node. The service does it and hands the result in.',
    { path: '[.]rules[.]ts$' },
    { dependencyTypes: ['core'] },
  ),
  wall(
    'only-the-database-folder-opens-sqlite',
    'One place opens the database: electron/backend/database. Elsewhere take the handle as first parameter.',
    { pathNot: `^electron/backend/database/|${TESTS}` },
    { path: npm('better-sqlite3'), dependencyTypesNot: ['type-only'] },
  ),
  wall(
    'only-the-serial-folder-opens-serial-ports',
    'Serial ports are opened by devices/serial only: a reader is a talk on a device of serial-device.ts.',
    { pathNot: `^electron/backend/devices/serial/|${TESTS}` },
    { path: npm('serialport', '@serialport/[^/]+'), dependencyTypesNot: ['type-only'] },
  ),
  wall(
    'only-the-printer-knows-thermal-printers',
    'Printing goes through devices/printer: hand it a slip document.',
    { pathNot: `^electron/backend/devices/printer/|${TESTS}` },
    { path: npm('node-thermal-printer') },
  ),
  wall(
    'devices-know-no-registers',
    'A device carries documents and frames; what they mean is decided in the register.',
    { path: '^electron/backend/devices/', pathNot: TESTS },
    { path: '^electron/backend/(registers|people|places|privacy|journal)/' },
  ),
  wall(
    'shared-knows-nobody',
    'shared/ holds small pure things used everywhere; it imports nothing of the house but the contract.',
    { path: '^electron/backend/shared/', pathNot: TESTS },
    { path: '^electron/backend/', pathNot: '^electron/backend/shared/' },
  ),
  wall(
    'the-database-folder-knows-no-application',
    'db/ is table types and frozen migrations: a migration that imports application code changes after it shipped.',
    { path: '^db/', pathNot: TESTS },
    { path: '^(electron|renderer|head-office)/' },
  ),
  wall(
    'the-wire-is-a-leaf',
    'head-office/protocol is read by desks and by head office: it imports neither.',
    { path: '^head-office/protocol/', pathNot: TESTS },
    { path: '^(electron|renderer|db)/' },
  ),
];

export const options = {
  // TypeScript 7 has no parser that dependency-cruiser can use: with it alone 0 modules are seen. swc reads .ts and type imports.
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(out|dist|demo-output)/|^tests/architecture/planted/' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'types', 'default'],
    mainFields: ['module', 'main', 'types'],
  },
} satisfies ICruiseOptions;
