// Reads the command line that Electron would get: switches, then the app's folder or main file.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface HostOptions {
  appPath: string;
  mainFile: string;
  name: string;
  version: string;
  /** Switches without their dashes; a switch without a value has ''. */
  switches: Map<string, string>;
}

interface Manifest {
  name?: string;
  productName?: string;
  version?: string;
  main?: string;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function findManifestFolder(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error(`no package.json above ${start}`);
    folder = dirname(folder);
  }
  return folder;
}

/** `args` is what follows the executable's name. Throws when the app is missing. */
export function readOptions(args: readonly string[], cwd: string): HostOptions {
  const switches = new Map<string, string>();
  for (const arg of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
  }
  const target = args.find((arg) => !arg.startsWith('-'));
  if (target === undefined) throw new Error('name the app, its folder or its main file');
  const path = resolve(cwd, target);
  if (!existsSync(path)) throw new Error(`cannot find the app at ${path}`);
  const isFolder = statSync(path).isDirectory();
  const appPath = isFolder ? path : findManifestFolder(dirname(path));
  const manifest = readManifest(appPath);
  return {
    appPath: isFolder ? appPath : dirname(path),
    mainFile: isFolder ? join(appPath, manifest.main ?? 'index.js') : path,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    switches,
  };
}
