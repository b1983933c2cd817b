// Takes the ports that the preload hands to the page.
import { PORT_MESSAGE } from '../../electron/api/desktop.contract.ts';

/** Calls `take` for each port that comes from this very window and origin; other messages are nobody's. */
export function listenForPorts(window: Window, take: (port: MessagePort) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== PORT_MESSAGE) return;
    const [port] = event.ports;
    if (port) take(port);
  });
}
