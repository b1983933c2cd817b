// What belongs to the desktop and not to a page: dialogs, menus, the shell, the screen. Recorded; a few asked in the page.
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type Electron from 'electron';
import type { CdpSession } from './cdp.client.ts';
import { createEvents, strict } from './strict.ts';

/** Everything the app asked of the desktop; specs read it as `globalThis.electronHostRecords`. */
export interface DesktopRecord {
  call: string;
  args: unknown[];
}

/** Questions in the window's page, in place of the system's dialogs. Without a screen nobody is there to be asked. */
export interface AskInPage {
  /** Without a screen yes. */
  confirm(question: string): Promise<boolean>;
  /** Null for no answer, and without a screen. */
  prompt(question: string, proposed: string): Promise<string | null>;
}

/** `page` is the front window's; undefined without a screen. */
export function createAskInPage(page: () => CdpSession | undefined): AskInPage {
  async function evaluate(call: 'confirm' | 'prompt', ...words: string[]): Promise<unknown> {
    const expression = `${call}(${words.map((word) => JSON.stringify(word)).join()})`;
    const answer = await page()?.send('Runtime.evaluate', { expression, returnByValue: true });
    return answer?.result.value as unknown;
  }
  return {
    confirm: async (question) => page() === undefined || (await evaluate('confirm', question)) === true,
    async prompt(question, proposed) {
      const answer = page() && (await evaluate('prompt', question, proposed));
      return typeof answer === 'string' && answer !== '' ? answer : null;
    },
  };
}

const POWER_EVENTS = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'shutdown',
  'on-ac',
  'on-battery',
] as const;

/** Electron's answer when the user closes the box: the cancel button, else the first one. */
function cancelButton({ cancelId, buttons = [] }: Electron.MessageBoxOptions): number {
  const named = buttons.findIndex((label) => /^(cancel|no)$/i.test(label));
  return cancelId ?? Math.max(named, 0);
}

export function createDesktop(
  records: DesktopRecord[],
  size: { width: number; height: number },
  ask: AskInPage,
) {
  const record = (call: string, ...args: unknown[]) => void records.push({ call, args });
  const lastArgument = <T>(args: unknown[]) => args.at(-1) as T;

  const dialog = strict('dialog', {
    async showMessageBox(...args: unknown[]) {
      const options = lastArgument<Electron.MessageBoxOptions>(args);
      record('dialog.showMessageBox', options);
      return { response: cancelButton(options), checkboxChecked: options.checkboxChecked ?? false };
    },
    showErrorBox(title: string, content: string) {
      record('dialog.showErrorBox', title, content);
      process.stderr.write(`${title}\n${content}\n`);
    },
    async showOpenDialog(...args: unknown[]) {
      record('dialog.showOpenDialog', lastArgument(args));
      return { canceled: true, filePaths: [] };
    },
    async showSaveDialog(...args: unknown[]) {
      const options = lastArgument<Electron.SaveDialogOptions>(args);
      record('dialog.showSaveDialog', options);
      const typed = await ask.prompt('保存到 / Save as', resolve(homedir(), options.defaultPath ?? ''));
      return { canceled: typed === null, filePath: typed === null ? '' : resolve(homedir(), typed) };
    },
  } satisfies Pick<Electron.Dialog, 'showMessageBox' | 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>);

  const shell = strict('shell', {
    async openExternal(url: string) {
      record('shell.openExternal', url);
    },
    async openPath(path: string) {
      record('shell.openPath', path);
      return '';
    },
  } satisfies Pick<Electron.Shell, 'openExternal' | 'openPath'>);

  const Menu = strict('Menu', {
    setApplicationMenu: (menu: unknown) => record('Menu.setApplicationMenu', menu),
    buildFromTemplate: (template: unknown[]) => ({ items: template }),
  });

  const display = {
    id: 1,
    scaleFactor: 1,
    rotation: 0,
    size,
    workAreaSize: size,
    bounds: { x: 0, y: 0, ...size },
    workArea: { x: 0, y: 0, ...size },
  };

  return {
    dialog,
    shell,
    Menu,
    powerMonitor: strict('powerMonitor', createEvents('powerMonitor', POWER_EVENTS)),
    screen: strict('screen', { getPrimaryDisplay: () => display }),
  };
}

export type ThemeSource = Electron.NativeTheme['themeSource'];

/** `apply` tells every open page; a headless machine's own choice is light. */
export function createNativeTheme(apply: () => void) {
  let source: ThemeSource = 'system';
  return strict('nativeTheme', {
    get themeSource(): ThemeSource {
      return source;
    },
    set themeSource(value: ThemeSource) {
      source = value;
      apply();
    },
    get shouldUseDarkColors(): boolean {
      return source === 'dark';
    },
  } satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors'>);
}
