// The only code between the page and main: window.desktop, and the backend's port handed on to the page.
import { contextBridge, ipcRenderer } from 'electron';
import { DESKTOP_CHANNELS, PORT_MESSAGE } from '../api/desktop.contract.ts';
import type { BackendStatus, DesktopApi } from '../api/desktop.contract.ts';

const desktop: DesktopApi = {
  state: () => ipcRenderer.invoke(DESKTOP_CHANNELS.state),
  retryBackend: () => ipcRenderer.invoke(DESKTOP_CHANNELS.retryBackend),
  setAppearance: (appearance) => ipcRenderer.invoke(DESKTOP_CHANNELS.setAppearance, appearance),
  openSample: () => ipcRenderer.invoke(DESKTOP_CHANNELS.openSample),
  openTraining: (startOver) => ipcRenderer.invoke(DESKTOP_CHANNELS.openTraining, startOver),
  leaveTraining: () => ipcRenderer.invoke(DESKTOP_CHANNELS.leaveTraining),
  printSheet: () => ipcRenderer.invoke(DESKTOP_CHANNELS.printSheet),
  saveSheetPdf: (name) => ipcRenderer.invoke(DESKTOP_CHANNELS.saveSheetPdf, name),
  rescue: (asked) => ipcRenderer.invoke(DESKTOP_CHANNELS.rescue, asked),
  onBackend(listener) {
    const hear = (_event: unknown, status: BackendStatus): void => listener(status);
    ipcRenderer.on(DESKTOP_CHANNELS.backend, hear);
    return () => ipcRenderer.off(DESKTOP_CHANNELS.backend, hear);
  },
};

contextBridge.exposeInMainWorld('desktop', desktop);

// A port cannot cross the bridge; the page checks source and origin of this message before it takes the port.
ipcRenderer.on(DESKTOP_CHANNELS.port, (event) => {
  window.postMessage({ type: PORT_MESSAGE }, window.location.origin, [...event.ports]);
});
