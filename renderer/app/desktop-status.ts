// Where the backend stands, as main tells it; one copy for the whole window.
import { useSyncExternalStore } from 'react';
import type { DesktopApi, DesktopState } from '../../electron/api/desktop.contract.ts';

export interface DesktopStatus {
  /** Null until main has answered for the first time. */
  read(): DesktopState | null;
  subscribe(listener: () => void): () => void;
}

/** Follows main from now on; `changed` hears every change, before any component does. */
export function followDesktop(desktop: DesktopApi, changed: (state: DesktopState) => void): DesktopStatus {
  let state: DesktopState | null = null;
  const listeners = new Set<() => void>();

  function become(next: DesktopState): void {
    state = next;
    changed(next);
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    become(await desktop.state());
  }

  desktop.onBackend((backend) => {
    if (state) become({ ...state, backend });
    // The property may have become another one; and the first answer may still be under way.
    refresh().catch(ignoreClosedWindow);
  });
  refresh().catch(ignoreClosedWindow);

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Main refuses only messages of windows that are not ours or are closing: there is nobody left to tell. */
function ignoreClosedWindow(): void {}

export function useDesktopState(status: DesktopStatus): DesktopState | null {
  return useSyncExternalStore(status.subscribe, status.read);
}
