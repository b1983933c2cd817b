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

/** A deed that can be taken back still, though something was refused or told since. */
export type Deed = Notice & { readonly action: NoticeAction };

export interface Notices {
  readonly current: Notice | null;
  /** The last deed, while `current` is a refusal or a hint that came after it. */
  readonly deed: Deed | null;
  /** Stands until the next one, or until it is closed. */
  show(notice: Notice): void;
  clear(): void;
  /** Somebody goes on: a refusal is over, and the deed before it stands again; anything else stays. */
  clearRefusal(): void;
  /** Somebody goes to another page, where Alt+1 means other things: what more could be said is over, the way back stays. */
  turnPage(): void;
}

type Shown = Pick<Notices, 'current' | 'deed'>;
const NOTHING: Shown = { current: null, deed: null };

/** What was only refused or told has changed nothing: the deed before it can be taken back all the same. */
function afterwards({ current, deed }: Shown, notice: Notice): Shown {
  const tells = (notice.tone === 'bad' || notice.tone === 'warn') && !notice.action;
  return { current: notice, deed: tells ? (asDeed(current) ?? deed) : null };
}

function asDeed(notice: Notice | null): Deed | null {
  return notice?.action ? { ...notice, action: notice.action } : null;
}

function withoutChoices<Said extends Notice>(notice: Said | null): Said | null {
  return notice && { ...notice, choices: [] };
}

const NoticesContext = createContext<Notices | null>(null);

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const notices = useMemo(
    () => ({
      ...shown,
      show: (notice: Notice) => setShown((before) => afterwards(before, notice)),
      clear: () => setShown(NOTHING),
      clearRefusal: () =>
        setShown((before) =>
          before.current?.tone === 'bad' ? { current: before.deed, deed: null } : before,
        ),
      turnPage: () =>
        setShown(({ current, deed }) => ({ current: withoutChoices(current), deed: withoutChoices(deed) })),
    }),
    [shown],
  );
  return <NoticesContext value={notices}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  const notices = useContext(NoticesContext);
  if (!notices) throw new Error('no notices above this component');
  return notices;
}
