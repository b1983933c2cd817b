// The quiet line: what was just done, and the way to take it back. One at a time, nothing pops up.
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export interface NoticeAction {
  readonly label: ReactNode;
  readonly run: () => void;
}

export interface Notice {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  /** A component, so that a switch of language reaches it. */
  readonly body: ReactNode;
  readonly action?: NoticeAction;
  /** Ways to say more about it, by Alt+1, Alt+2 and so on; at most five. */
  readonly choices?: readonly NoticeAction[];
}

export interface Notices {
  readonly current: Notice | null;
  /** Stands until the next one, or until it is closed. */
  show(notice: Notice): void;
  clear(): void;
  /** Somebody goes on: a refusal is over, anything else stays. */
  clearRefusal(): void;
}

const NoticesContext = createContext<Notices | null>(null);

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [current, setCurrent] = useState<Notice | null>(null);
  const notices = useMemo(
    () => ({
      current,
      show: setCurrent,
      clear: () => setCurrent(null),
      clearRefusal: () => setCurrent((shown) => (shown?.tone === 'bad' ? null : shown)),
    }),
    [current],
  );
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('no notices above this component');
  return notices;
}
