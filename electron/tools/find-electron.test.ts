// Finding Electron: by name, by folder, only in the right version; else the host, without waiting for a download.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseElectron, downloadUrl, electronHost, findElectron } from './find-electron.ts';

let root: string;
let server: Server | undefined;

const put = async (path: string, text: string): Promise<string> => {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
  return join(root, path);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-electron-'));
  await put('node_modules/electron/package.json', '{"version":"45.4.1"}');
});
afterEach(async () => {
  server?.close();
  server = undefined;
  await rm(root, { recursive: true });
});

describe('finding Electron', () => {
  test('the program in node_modules counts when its version is the one that the package wants', async () => {
    const program = await put('node_modules/electron/dist/electron', '');
    expect(findElectron({ root, env: {}, platform: 'linux' })).toBeNull();
    await put('node_modules/electron/dist/version', 'v45.4.1');
    expect(findElectron({ root, env: {}, platform: 'linux' })).toBe(program);
    await put('node_modules/electron/dist/version', '44.0.0');
    expect(findElectron({ root, env: {}, platform: 'linux' })).toBeNull();
  });

  test('a named program wins, and a name that is not there is an error instead of a surprise', async () => {
    const program = await put('elsewhere/electron', '');
    expect(findElectron({ root, env: { FOYER_ELECTRON: program } })).toBe(program);
    expect(() => findElectron({ root, env: { FOYER_ELECTRON: join(root, 'nowhere') } })).toThrow(
      'is not there',
    );
  });

  test('a folder of its own is looked into by the platform', async () => {
    const program = await put('dist/electron.exe', '');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'dist') };
    expect(findElectron({ root, env, platform: 'win32' })).toBe(program);
    expect(findElectron({ root, env, platform: 'linux' })).toBeNull();
  });
});

describe('choosing what to run on', () => {
  test('FOYER_HOST=chromium takes the host even where Electron is', async () => {
    const program = await put('elsewhere/electron', '');
    const choice = await chooseElectron({ root, env: { FOYER_ELECTRON: program, FOYER_HOST: 'chromium' } });
    expect(choice).toMatchObject({ executable: electronHost(root), host: 'electron-host' });
  });

  test('CI never asks the download host', async () => {
    const env = { CI: '1', ELECTRON_MIRROR: 'http://127.0.0.1:1/' };
    expect(await chooseElectron({ root, env })).toMatchObject({
      host: 'electron-host',
      why: 'CI does not download Electron',
    });
  });

  test('a download host that does not answer leads to the host, with the reason', async () => {
    const choice = await chooseElectron({ root, env: { ELECTRON_MIRROR: 'http://127.0.0.1:1/' } });
    expect(choice.host).toBe('electron-host');
    expect(choice.why).toContain('does not answer');
  });

  test('a download host that answers is downloaded from, and what came is used', async () => {
    await put(
      'node_modules/electron/install.js',
      `const { mkdirSync, writeFileSync } = require('node:fs');
       mkdirSync(__dirname + '/dist', { recursive: true });
       writeFileSync(__dirname + '/dist/version', '45.4.1');
       for (const name of ['electron', 'electron.exe']) writeFileSync(__dirname + '/dist/' + name, '');`,
    );
    const asked: string[] = [];
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const env = { ELECTRON_MIRROR: `http://127.0.0.1:${port}/` };
    expect(await chooseElectron({ root, env })).toMatchObject({ host: 'electron' });
    expect(asked).toEqual([`HEAD /v45.4.1/electron-v45.4.1-${process.platform}-${process.arch}.zip`]);
  });

  test('the download address follows the variables that Electron itself obeys', () => {
    expect(downloadUrl('45.4.1', {}, 'win32', 'x64')).toMatch(
      /\/v45\.4\.1\/electron-v45\.4\.1-win32-x64\.zip$/,
    );
    const env = { ELECTRON_MIRROR: 'https://mirror.example/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
    expect(downloadUrl('45.4.1', env, 'linux', 'arm64')).toBe(
      'https://mirror.example/45.4.1/electron-v45.4.1-linux-arm64.zip',
    );
  });
});
