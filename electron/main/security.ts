// What no window may do: go elsewhere, open others, embed pages, ask for permissions.
import { app, session } from 'electron';
import { isOwnPage } from './content-policy.ts';

/** Holds for every web contents made from now on. */
export function confineWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Camera, notifications, clipboard reading and the rest: denied until a register needs one. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}
