// What belongs to the desktop and not to a page: dialogs, menus, the shell, the screen. Recorded, never shown.
import type Electron from 'electron';
import { createEvents, strict } from './strict.ts';

/** Everything the app asked of the desktop; specs read it as `globalThis.electronHostRecords`. */
export interface DesktopRecord {
  call: string;
  args: unknown[];
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

export function createDesktop(records: DesktopRecord[], size: { width: number; height: number }) {
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
      record('dialog.showSaveDialog', lastArgument(args));
      return { canceled: true, filePath: '' };
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
