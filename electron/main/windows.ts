// The windows of the desk: how they open, and how each gets its port to the backend.
import { BrowserWindow, MessageChannelMain } from 'electron';
import type { MessagePortMain } from 'electron';
import { DESKTOP_CHANNELS } from '../api/desktop.contract.ts';
import type { BackendStatus } from '../api/desktop.contract.ts';
import { APP_ORIGIN } from './content-policy.ts';

export interface Windows {
  /** Opens a window; resolves when its first picture is painted. */
  open(): Promise<void>;
  /** Tells every window; on `ready` each gets a fresh port. */
  announce(status: BackendStatus): void;
  /** Brings the desk to the front, for a second start of the program. */
  focus(): void;
}

export function createWindows(deps: {
  readonly preload: string;
  readonly status: () => BackendStatus;
  /** Takes the backend's end of a new channel. */
  readonly connect: (port: MessagePortMain) => void;
}): Windows {
  /** Windows whose page has been loaded; before that a port would be lost. */
  const loaded = new WeakSet<BrowserWindow>();

  function tell(window: BrowserWindow, status: BackendStatus): void {
    window.webContents.send(DESKTOP_CHANNELS.backend, status);
    if (status.state !== 'ready' || !loaded.has(window)) return;
    const { port1, port2 } = new MessageChannelMain();
    deps.connect(port1);
    window.webContents.postMessage(DESKTOP_CHANNELS.port, null, [port2]);
  }

  return {
    async open() {
      const window = new BrowserWindow({
        width: 1366,
        height: 768,
        minWidth: 1024,
        minHeight: 640,
        show: false,
        title: 'Foyer 前厅',
        webPreferences: {
          preload: deps.preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          spellcheck: false,
        },
      });
      const { promise: painted, resolve } = Promise.withResolvers<void>();
      window.once('ready-to-show', () => {
        window.show();
        resolve();
      });
      window.webContents.on('did-finish-load', () => {
        loaded.add(window);
        tell(window, deps.status());
      });
      await window.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => {
        // Closed by its user before it was loaded: that is no failure of the program.
        if (!window.isDestroyed()) throw error;
      });
      await painted;
    },
    announce(status) {
      for (const window of BrowserWindow.getAllWindows()) tell(window, status);
    },
    focus() {
      const [window] = BrowserWindow.getAllWindows();
      if (window?.isMinimized()) window.restore();
      window?.focus();
    },
  };
}
