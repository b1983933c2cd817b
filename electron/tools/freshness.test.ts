// Builds of a tiny program on a real disk: made once, skipped while nothing changes, made again when something does.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildAll } from './build.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-build-'));
  const files = {
    'package-lock.json': '{}',
    'package.json': '{"type":"module"}',
    'electron/main/index.ts':
      "import { greeting } from './words.ts';\nconsole.log(greeting, import.meta.dirname);",
    'electron/main/words.ts': "export const greeting = 'good morning';",
    'electron/preload/index.ts': "import { ipcRenderer } from 'electron';\nipcRenderer.send('ready');",
    'electron/backend/index.ts':
      "import Database from 'better-sqlite3';\nexport const open = () => new Database();",
    'electron/backend/backup/backup.worker.ts': 'export {};',
    'electron/backend/backup/verify.worker.ts': 'export {};',
    'electron/backend/devices/printer/winspool.worker.ts': 'export {};',
    'renderer/index.html':
      '<meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="./a.ts"></script>',
    'renderer/a.ts':
      "document.title = JSON.stringify(import.meta.glob('../resources/*.md', { query: '?raw', eager: true }));",
    'resources/first.md': '# First',
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterEach(() => rm(root, { recursive: true }));

const built = (path: string) => readFile(join(root, 'out', path), 'utf8');

describe('the build', () => {
  test('makes four bundles, and none the second time', async () => {
    expect(await buildAll(root)).toEqual(['main', 'preload', 'backend', 'renderer']);
    expect(await buildAll(root)).toEqual([]);
  });

  test('makes only the bundle again whose source has changed, however deep', async () => {
    await buildAll(root);
    await writeFile(join(root, 'electron/main/words.ts'), "export const greeting = 'good night';");
    expect(await buildAll(root)).toEqual(['main']);
    expect(await built('main/index.js')).toContain('good night');
  });

  test('makes the renderer again for a page of the manual that was not there before', async () => {
    await buildAll(root);
    await writeFile(join(root, 'resources/second.md'), '# Second');
    expect(await buildAll(root)).toEqual(['renderer']);
    expect(await buildAll(root)).toEqual([]);
  });

  test('makes everything again for other dependencies, and a bundle that someone deleted', async () => {
    await buildAll(root);
    await rm(join(root, 'out/preload'), { recursive: true });
    expect(await buildAll(root)).toEqual(['preload']);
    await writeFile(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
    expect(await buildAll(root)).toHaveLength(4);
  });

  test('tries again after a source that did not build', async () => {
    await buildAll(root);
    await cp(join(root, 'electron/main/words.ts'), join(root, 'words.ts'));
    await writeFile(join(root, 'electron/main/words.ts'), 'export const = ;');
    await expect(buildAll(root)).rejects.toThrow('Unexpected token');
    await cp(join(root, 'words.ts'), join(root, 'electron/main/words.ts'));
    expect(await buildAll(root)).toEqual(['main']);
  });

  test('leaves machine code and electron outside, and nothing inline in the page', async () => {
    await buildAll(root);
    expect(await built('backend/index.js')).toContain('from "better-sqlite3"');
    expect(await built('preload/index.cjs')).toContain('require("electron")');
    const page = await built('renderer/index.html');
    expect(page).toContain('content="__CSP_NONCE__"');
    expect(page).toMatch(/<script type="module" crossorigin src="\/assets\/[^"]+\.js"><\/script>/);
    expect(page).not.toMatch(/<script[^>]*>[^<]/);
  });
});
