// webContents: what the app may do with one page, and the line from its preload into ipcMain.
import type Electron from 'electron';
import type { AskInPage, DesktopRecord } from './desktop.ts';
import type { IpcEvent, IpcMain } from './ipc.main.ts';
import type { Page } from './page.ts';
import type { ToMain } from './page.protocol.ts';
import type { MainPorts } from './port.channel.ts';
import type { PortExchange } from './port.exchange.ts';
import { report } from './report.ts';
import type { AddressMap } from './request.address.ts';
import { createEvents, createPreventableEvent, strict } from './strict.ts';
import { codec } from './wire.codec.ts';

export interface ContentsParts {
  ipc: IpcMain;
  exchange: PortExchange;
  ports: MainPorts;
  addresses: AddressMap;
  session: object;
  records: DesktopRecord[];
  ask: AskInPage;
}

const EVENTS = [
  'will-navigate',
  'will-attach-webview',
  'did-finish-load',
  'render-process-gone',
  'destroyed',
] as const;
const PAPER: Record<string, [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** What the stand-in for a printer is called; it takes every page and prints none. */
const PRINTER: Electron.PrinterInfo = {
  name: 'electron-host',
  displayName: 'The electron host (nothing is printed)',
  description: '',
  options: {},
};

const PRINT_QUESTION = '打印？（演示环境不会真的打印）\nPrint? (the electron host prints nothing)';

function toPrintParameters(options: Electron.PrintToPDFOptions) {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (PAPER[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height];
  const { top: marginTop, bottom: marginBottom, left: marginLeft, right: marginRight } = margins;
  return { ...same, paperWidth, paperHeight, marginTop, marginBottom, marginLeft, marginRight };
}

export type WebContents = ReturnType<typeof createWebContents>;

/** `page` resolves when Chromium has opened it; `close` is the window's own close. */
export function createWebContents(
  id: number,
  pending: Promise<Page>,
  close: () => void,
  parts: ContentsParts,
) {
  const { ipc, exchange, ports, addresses } = parts;
  const events = createEvents('webContents', EVENTS);
  const heldPorts = new Set<number>();
  let page: Page | undefined;
  let destroyed = false;
  let openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined;

  const currentUrl = () => addresses.toApp(page?.url() ?? '');
  const mainFrame = strict('mainFrame', {
    get url() {
      return currentUrl();
    },
    get origin() {
      return currentUrl().replace(/^([a-z]+:\/\/[^/]*).*$/s, '$1');
    },
  });

  const contents = strict('webContents', {
    ...events,
    id,
    mainFrame,
    session: parts.session,
    getURL: currentUrl,
    isDestroyed: () => destroyed,
    reload: () => page?.reload(),
    close,
    send(channel: string, ...args: unknown[]): void {
      const message = { type: 'event' as const, channel, args: codec.encode(args), ports: [] };
      page?.deliver(message);
    },
    postMessage(channel: string, message: unknown, transfer: unknown[] = []): void {
      const args = codec.encode([message]);
      const ids = transfer.map(ports.take);
      const heard = page?.deliver({ type: 'event', channel, args, ports: ids }) ?? false;
      for (const port of ids) {
        if (heard) holdForPage(port);
        else exchange.close(port);
      }
    },
    setWindowOpenHandler(handler: NonNullable<typeof openHandler>): void {
      openHandler = handler;
    },
    async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
      const { session } = await pending;
      const { data } = await session.send('Page.printToPDF', toPrintParameters(options));
      return Buffer.from(data, 'base64');
    },
    getPrintersAsync: async () => [PRINTER],
    /** The system's dialog: a question in the page where there is a screen, else yes. */
    print(
      options: Electron.WebContentsPrintOptions = {},
      done: (success: boolean, failureReason: string) => void = () => undefined,
    ): void {
      parts.records.push({ call: 'webContents.print', args: [options] });
      const answer = async (): Promise<void> => {
        const yes = await parts.ask.confirm(PRINT_QUESTION);
        done(yes, yes ? '' : 'Print job canceled');
      };
      answer().catch(report);
    },
    async capturePage() {
      const { session } = await pending;
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      const png = Buffer.from(data, 'base64');
      const getSize = () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });
      return strict('nativeImage', { toPNG: () => png, getSize, isEmpty: () => false });
    },
    async executeJavaScript(expression: string, userGesture = false): Promise<unknown> {
      const { session } = await pending;
      const call = { expression, userGesture, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', call);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as unknown;
    },
  } satisfies Partial<Record<keyof Electron.WebContents, unknown>> &
    Pick<
      Electron.WebContents,
      'id' | 'getURL' | 'isDestroyed' | 'reload' | 'close' | 'send' | 'postMessage'
    > &
    Pick<
      Electron.WebContents,
      'setWindowOpenHandler' | 'printToPDF' | 'print' | 'getPrintersAsync' | 'executeJavaScript'
    >);

  /** The page hears no 'close' when the other end dies: real Chromium fires none either. */
  function holdForPage(port: number): void {
    heldPorts.add(port);
    exchange.hold(port, {
      deliver: (data) => void page?.deliver({ type: 'port', id: port, data }),
      closed: () => heldPorts.delete(port),
    });
  }

  async function answerInvoke(
    { id: call, channel, args }: Extract<ToMain, { type: 'invoke' }>,
    event: IpcEvent,
  ): Promise<void> {
    const reply = (ok: boolean, value: unknown) =>
      page?.deliver({ type: 'reply', id: call, ok, value: codec.encode(value) });
    try {
      reply(true, await ipc.invoke(event, channel, codec.decode(args) as unknown[]));
    } catch (error) {
      reply(false, error);
    }
  }

  function receive(message: ToMain): void {
    const event: IpcEvent = { type: 'frame', sender: contents, senderFrame: mainFrame };
    switch (message.type) {
      case 'invoke':
        answerInvoke(message, event).catch(report);
        break;
      case 'send':
        ipc.receive(event, message.channel, codec.decode(message.args) as unknown[]);
        break;
      case 'port':
        exchange.post(message.id, message.data);
    }
  }

  function connect(opened: Page): void {
    page = opened;
    opened.events.on('message', receive);
    opened.events.on('load', () => events.emit('did-finish-load'));
    opened.events.on('crashed', () =>
      events.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 }),
    );
    opened.events.on('world-gone', () => {
      heldPorts.forEach((port) => exchange.close(port));
      heldPorts.clear();
    });
    opened.events.on('window-open', ({ url, windowName, windowFeatures }) => {
      const referrer = { url: currentUrl(), policy: 'default' as const };
      const features = windowFeatures.join(',');
      const disposition = features === '' ? ('foreground-tab' as const) : ('new-window' as const);
      const details = { url: addresses.toApp(url), frameName: windowName, features, disposition, referrer };
      if (openHandler?.(details).action === 'deny') return;
      report(`a window for ${url} was allowed, but the host opens none`);
    });
    const onGone = () => {
      destroyed = true;
      events.emit('destroyed');
    };
    opened.gone.then(onGone).catch(report);
  }

  return {
    contents,
    connect,
    /** Asks the app whether its page may go there. */
    mayNavigate(url: string): boolean {
      const event = Object.assign(createPreventableEvent(), {
        url,
        isMainFrame: true,
        isSameDocument: false,
      });
      events.emit('will-navigate', event, url);
      return !event.defaultPrevented;
    },
  };
}
