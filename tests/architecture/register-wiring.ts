// Where a register is wired by hand and no compiler asks for it: projectors, shift rights, what the window reads anew.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place that has to name something, and does not. */
export interface Unwired {
  readonly file: string;
  readonly missing: string;
  readonly remedy: string;
}

const REGISTERS = 'electron/backend/registers';
const FACES = `${REGISTERS}/index.ts`;
const RIGHTS = 'electron/api/rights.ts';
const CONTRACT = 'electron/api/contract.ts';
const SERVICES = 'renderer/app/services.ts';

/** What the register's own files ask for and the house does not have. */
export function unwired(root: string, register: string): Unwired[] {
  const folder = `${REGISTERS}/${register}`;
  const faces = between(read(root, FACES), /PROJECTORS[^=]*= \[/, '];');
  const readBy = between(read(root, SERVICES), /READ_BY[^=]*= \{/, '};');
  const calls = between(read(root, CONTRACT), /export const contract = \{/, '};');
  const projectors = found(read(root, `${folder}/index.ts`), /export const (\w+Projector)\b/g);
  const nouns = new Set(
    globSync(`${folder}/*.events.ts`, { cwd: root }).flatMap((file) =>
      found(read(root, file), /^ {2}'([a-z_]+)\.[a-z_]+': \{/gm),
    ),
  );
  return [
    ...projectors
      .filter((name) => !hasWord(faces, name))
      .map((missing) => ({ file: FACES, missing, remedy: 'list it in PROJECTORS, or its lists stay empty' })),
    ...[...nouns]
      .filter((noun) => !hasWord(readBy, noun) && !hasWord(calls, noun))
      .map((missing) => ({
        ...{ file: SERVICES, missing },
        remedy: 'say in READ_BY which calls read it, or the window never asks again',
      })),
  ];
}

/** Rights to write that no shift is asked for: handover would miss what was done by them. */
export function rightsWithoutShift(root: string, excused: Readonly<Record<string, string>>): Unwired[] {
  const text = read(root, RIGHTS);
  const inShift = between(text, /SHIFT_RIGHTS[^=]*= /, ';');
  return found(between(text, /export const RIGHTS = \[/, ']'), /'([\w.]+\.write)'/g)
    .filter((right) => !inShift.includes(`'${right}'`) && !(right in excused))
    .map((missing) => ({ file: RIGHTS, missing, remedy: 'list it in SHIFT_RIGHTS' }));
}

function read(root: string, file: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The text behind the first match up to `end`; the place has to be there, or the check would find nothing for ever. */
function between(text: string, begin: RegExp, end: string): string {
  const match = begin.exec(text);
  if (!match) throw new Error(`nothing is written like ${begin} any more: mend register-wiring.ts`);
  const from = match.index + match[0].length;
  return text.slice(from, text.indexOf(end, from));
}

function found(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), (match) => match[1] ?? '');
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text);
}
