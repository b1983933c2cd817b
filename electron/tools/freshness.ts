// Tells whether a bundle is up to date: by the very files that went into it the last time.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** What a build was made of; kept beside the bundles, in `out/.build/<name>.json`. */
interface Stamp {
  readonly recipe: string;
  /** Path below the root → size and time of change. */
  readonly sources: Readonly<Record<string, string>>;
}

export interface Freshness {
  /** True when the last build used the same recipe and none of its sources has changed since. */
  isFresh(): Promise<boolean>;
  /** Gathers the sources while Vite builds. */
  readonly plugin: Plugin;
  /** Call after a build that went well. */
  stamp(): Promise<void>;
}

/**
 * `recipe` are files that change every bundle (the lock file, the build tools); `result` is the file that a finished
 * build leaves. A new source counts as soon as an old one imports it, a new page or picture at once.
 */
export async function createFreshness(deps: {
  readonly root: string;
  readonly stampFile: string;
  readonly recipe: readonly string[];
  readonly result: string;
}): Promise<Freshness> {
  const { root, stampFile } = deps;
  const recipe = await digest(deps.recipe);
  const found = new Map<string, string>();

  return {
    async isFresh() {
      const last = await readStamp(stampFile);
      if (!last || last.recipe !== recipe || !existsSync(deps.result)) return false;
      const marks = await Promise.all(
        Object.entries(last.sources).map(async ([path, mark]) => (await markOf(join(root, path))) === mark),
      );
      return marks.length > 0 && marks.every(Boolean);
    },
    plugin: {
      name: 'foyer-freshness',
      async buildEnd() {
        for (const id of this.getModuleIds()) {
          const [file = '', query] = id.split('?');
          const path = relative(root, file);
          if (path.startsWith('..') || path.includes('node_modules') || !existsSync(file)) continue;
          // Pages and pictures (?raw, ?url) come by the folder: a new one changes that, and is imported by nobody else.
          for (const each of query === undefined ? [file] : [file, dirname(file)]) {
            found.set(relative(root, each).replaceAll('\\', '/'), await markOf(each));
          }
        }
      },
    },
    async stamp() {
      const sources = Object.fromEntries(found);
      await mkdir(dirname(stampFile), { recursive: true });
      await writeFile(stampFile, JSON.stringify({ recipe, sources } satisfies Stamp));
    },
  };
}

async function readStamp(file: string): Promise<Stamp | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stamp;
  } catch {
    // No stamp, or one cut short by a killed build: both mean that the bundle has to be made.
    return null;
  }
}

async function markOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found ? `${found.size} ${found.mtimeMs}` : 'gone';
}

async function digest(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file)).update('\0');
  return hash.digest('hex');
}
