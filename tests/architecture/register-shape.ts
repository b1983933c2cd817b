// What every register is made of, and what of it a given one lacks.
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a register; a name that ends with a slash is a folder with at least one file in it. */
function registerFiles(name: string): string[] {
  const folder = `electron/backend/registers/${name}`;
  return [
    `electron/api/${name}.contract.ts`,
    `db/schema/${name}.ts`,
    `${folder}/index.ts`,
    `${folder}/${name}.rules.ts`,
    `${folder}/${name}.rules.test.ts`,
    `${folder}/${name}.events.ts`,
    `${folder}/${name}.fold.ts`,
    `${folder}/${name}.store.ts`,
    `${folder}/${name}.service.ts`,
    `${folder}/${name}.router.ts`,
    `renderer/features/${name}/`,
    `renderer/copy/${name}.ts`,
    `tests/scenarios/${name}.test.ts`,
    `tests/e2e/${name}.spec.ts`,
  ];
}

/** Files that a register does without, each with the reason. An entry whose file exists has to go. */
export const EXCEPTIONS: Record<string, Record<string, string>> = {
  shifts: Object.fromEntries(
    [
      'electron/api/shifts.contract.ts',
      'electron/backend/registers/shifts/shifts.router.ts',
      'renderer/features/shifts/',
      'renderer/copy/shifts.ts',
      'tests/scenarios/shifts.test.ts',
      'tests/e2e/shifts.spec.ts',
    ].map((file) => [file, 'a shift is only opened yet, by signing in; handover brings calls and screens']),
  ),
};

/** The names of all registers of the tree. */
export function registers(root: string): string[] {
  return globSync('electron/backend/registers/*/', { cwd: root })
    .map((path) => path.replaceAll('\\', '/').replace(/\/$/, '').split('/').at(-1) ?? '')
    .toSorted();
}

/** The files that the register lacks and that no exception excuses. */
export function missingFiles(root: string, name: string, excused: Record<string, string> = {}): string[] {
  return registerFiles(name).filter((file) => !(file in excused) && !isThere(root, file));
}

/** The exceptions that are no longer needed, because the file exists or no register has it. */
export function idleExceptions(root: string, name: string, excused: Record<string, string>): string[] {
  return Object.keys(excused).filter((file) => !registerFiles(name).includes(file) || isThere(root, file));
}

function isThere(root: string, file: string): boolean {
  const path = join(root, file);
  return file.endsWith('/') ? globSync('**/*.*', { cwd: path }).length > 0 : existsSync(path);
}
