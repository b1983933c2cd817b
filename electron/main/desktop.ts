// Answers the window's calls of desktop.contract: only our own pages, only well-formed messages.
import { ipcMain } from 'electron';
import { createDesktopCalls } from './desktop.calls.ts';
import type { DesktopActions } from './desktop.calls.ts';

/** Listens on every channel of the contract that expects an answer. */
export function serveDesktop(actions: DesktopActions): void {
  for (const call of createDesktopCalls(actions)) {
    ipcMain.handle(call.channel, (event, ...input: unknown[]) =>
      call.answer(event.senderFrame?.url ?? '', input),
    );
  }
}
