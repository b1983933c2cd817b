// Finds and reads the source files of a tree, the house's own or a planted one.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that hold our code. */
export const HOUSE = ['electron', 'renderer', 'db', 'head-office', 'tests'];

/** The root of the repository. */
export const ROOT = join(import.meta.dirname, '../..');

/** Files that break a rule on purpose, one folder per rule. */
export const PLANTED = join(import.meta.dirname, 'planted');

/** A file of ours: its path from the tree's root, with slashes, and its lines. */
export interface Source {
  path: string;
  lines: string[];
}

/** Paths of all source files below `folders` of `root`, sorted; build output, packages and planted files left out. */
export function sourcePaths(root: string, folders: string[], endings = '{ts,tsx,mjs}'): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => globSync(`${folder}/**/*.${endings}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)(node_modules|out|dist)\/|^tests\/architecture\/planted\//.test(path))
    .toSorted();
}

/** Reads the files of `sourcePaths`. */
export function readSources(root: string, folders: string[]): Source[] {
  return sourcePaths(root, folders).map((path) => ({
    path,
    lines: readFileSync(join(root, path), 'utf8').split(/\r?\n/),
  }));
}

/** The same lines with comments blanked, so that a rule about code does not fire on words about it. */
export function codeLines(source: Source): string[] {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ');
  return source.lines
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, blank)
    .replaceAll(/(?<=^|\s)\/\/.*$/gm, blank)
    .split('\n');
}
