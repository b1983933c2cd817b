// A screen with a real keyboard and a Chinese input method that is on: Xvfb, xdotool and fcitx5-pinyin.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What it takes, as Debian places it; electron/tools/ensure-machine.mjs installs it. */
const PARTS = ['fcitx5', 'xdotool', 'dbus-daemon', 'Xvfb'] as const;

/** The parts that this machine does not have. */
export function missingParts(): string[] {
  const parts = PARTS.filter((part) => !existsSync(join('/usr/bin', part)));
  return existsSync('/usr/share/fcitx5/inputmethod/pinyin.conf') ? parts : [...parts, 'fcitx5-pinyin'];
}

export interface ChineseKeyboard extends AsyncDisposable {
  /** For the program whose window is to be typed into. */
  readonly env: Readonly<Record<string, string>>;
  /** Gives the keyboard to the only window, in which `enter` puts the focus into a field; ends when pinyin has it. */
  arrive(enter: () => Promise<void>): Promise<void>;
  /** Keys as X names them, one after the other with this many ms between them. */
  keys(names: readonly string[], gapMs: number): Promise<void>;
}

const ANSWER_MS = 3000;
const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
`;

/**
 * A bus that starts nothing by itself. Whoever asks for the method before it is up would have another one started, one
 * without this screen and these settings, and that one would stay.
 */
const busIn = (folder: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Starts all of it, with settings of its own. */
export async function startChineseKeyboard(): Promise<ChineseKeyboard> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-ime-'));
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(screen.stdio[3] as Readable)}`;
  const busSettings = join(folder, 'bus.conf');
  writeFileSync(busSettings, busIn(folder));
  const bus = spawn('dbus-daemon', [`--config-file=${busSettings}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await firstLine(bus.stdout);
  const settings = join(folder, 'config', 'fcitx5');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'profile'), PROFILE);
  writeFileSync(join(settings, 'config'), '[Behavior]\nActiveByDefault=True\nShareInputState=All\n');
  const env = {
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: folder,
    GTK_IM_MODULE: 'fcitx',
    XMODIFIERS: '@im=fcitx',
  };
  const inIt = { env: { ...process.env, ...env } };
  const method = spawn('fcitx5', [], { ...inIt, stdio: 'ignore' });
  /** What a program says; nothing when it fails or takes too long, and then it is asked again. */
  const ask = (program: string, ...args: string[]): Promise<string> =>
    run(program, args, { ...inIt, timeout: ANSWER_MS }).then(
      ({ stdout }) => stdout.trim(),
      () => '',
    );
  await until(async () => (await ask('fcitx5-remote')) !== '');

  return {
    env,
    async arrive(enter) {
      // Again and again: a window that is just being shown lets the focus go once more, and the method hears of it late.
      await until(async () => {
        const [window = ''] = (await ask('xdotool', 'search', '--onlyvisible', '--name', 'Foyer')).split(
          '\n',
        );
        await ask('xdotool', 'windowfocus', window);
        await enter();
        await ask('fcitx5-remote', '-s', 'pinyin');
        return (await ask('fcitx5-remote', '-n')) === 'pinyin';
      });
    },
    async keys(names, gapMs) {
      await run('xdotool', ['key', '--clearmodifiers', '--delay', String(gapMs), ...names], inIt);
    },
    async [Symbol.asyncDispose]() {
      for (const child of [method, bus, screen]) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  const [chunk] = (await once(stream, 'data')) as [Buffer];
  return chunk.toString().trim();
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
