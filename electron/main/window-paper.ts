// The desk's window and the system's dialogs, as sheets.ts needs them: A4, sized by the sheet's own CSS.
import { BrowserWindow, dialog } from 'electron';
import type { WebContents } from 'electron';
import type { Paper } from './sheets.ts';

/** The desk has one window; a sheet is asked for by its page, so it is there. */
function desk(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) throw new Error('the window of this sheet is closed');
  return window;
}

export function windowPaper(): Paper {
  return {
    printers: async () => (await desk().webContents.getPrintersAsync()).length,
    print: () => print(desk().webContents),
    pdf: () =>
      desk().webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true }),
    async askWhere(proposed) {
      const filters = [{ name: 'PDF', extensions: ['pdf'] }];
      const { canceled, filePath } = await dialog.showSaveDialog(desk(), { defaultPath: proposed, filters });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}

function print(contents: WebContents): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  contents.print({ pageSize: 'A4', printBackground: true }, (success, reason) =>
    resolve(success ? null : reason),
  );
  return promise;
}
