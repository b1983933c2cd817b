// The frame around every register: rail, top bar, page, quiet line, status bar, and the sign-in that lies over it.
import { useIdle } from '@mantine/hooks';
import { Activity, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DesktopState } from '../../electron/api/desktop.contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import { holdsRight } from '../../electron/api/rights.ts';
import { KeyFilePart } from '../features/keys/key-file-part.tsx';
import { useKeysDesk } from '../features/keys/keys-desk.tsx';
import { KeysPage } from '../features/keys/keys-page.tsx';
import { mayDo as mayDoKeys } from '../features/keys/may-do.ts';
import { useLoansDesk } from '../features/loans/loans-desk.tsx';
import { LoansPage } from '../features/loans/loans-page.tsx';
import { mayDo as mayDoLoans } from '../features/loans/may-do.ts';
import { PlacesPart } from '../features/places/places-part.tsx';
import { DataPart } from '../features/data/data-part.tsx';
import { PoliciesPart } from '../features/policies/policies-part.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { LoanFilePart } from '../features/loan-file/loan-file-part.tsx';
import { CardStockPart } from '../features/visitors/card-stock.tsx';
import { mayDo } from '../features/visitors/may-do.ts';
import { useVisitorsDesk } from '../features/visitors/visitors-desk.tsx';
import { VisitorsPage } from '../features/visitors/visitors-page.tsx';
import { useHandBack } from '../ui/hand.ts';
import { useShortcuts } from '../ui/keyboard.ts';
import { useNotices } from '../ui/notice.tsx';
import { useScanListener } from '../ui/scan-listener.ts';
import { ClockBanner } from './clock-banner.tsx';
import { ComingSoon } from './coming-soon.tsx';
import { DataBanner } from './data-banner.tsx';
import { BOX_ID } from './find-box.tsx';
import { HelpAt } from './help/help-place.tsx';
import type { HelpPage } from './help/help-pages.ts';
import { LostBanner } from './lost-banner.tsx';
import { NoticeLine } from './notice-line.tsx';
import { usePolicies } from './policies.ts';
import { isBuilt, registerAt } from './registers.ts';
import type { RegisterName } from './registers.ts';
import styles from './shell.module.css';
import { SideRail } from './side-rail.tsx';
import { SignIn } from './sign-in.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useScans } from './use-scans.ts';
import { useTags } from './use-tags.ts';

/**
 * Why the sign-in lies over the desk of somebody who is signed in; null where it does not. From `switch` one may go
 * back to the desk; after a refused try, and from a desk that is locked, only a PIN or a badge does.
 */
export type Asking = 'switch' | 'refused' | 'locked' | null;

/** `staff` is null after the backend died and nobody has signed in again; `last` acted before that. */
export function Shell(props: {
  readonly staff: ActingStaff | null;
  readonly last: ActingStaff;
  readonly desktop: DesktopState;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
}) {
  const { t } = useTranslation('shell');
  const { staff, last, desktop, asking, onAsk } = props;
  const [path] = useLocation();
  // After that long without a hand on the desk names are hidden until a PIN is given (registers.md §2).
  const idle = useIdle(usePolicies()['idleLock.minutes'] * MINUTE_MS, { initialState: false });
  useEffect(() => {
    if (idle) onAsk('locked');
  }, [idle, onAsk]);
  const current = registerAt(path);
  const scan = useTags(useScans());
  const { newTag } = useKeysDesk();
  useGoingOn(last, useFront());
  const working = staff !== null && asking === null;
  const handBack = useHandBack(working);
  const mayGoBack = staff !== null && asking === 'switch';
  const mayWrite = holdsRight((staff ?? last).role, 'visits.write');

  useScanListener(scan, working && mayWrite);
  useShortcuts(
    {
      F1: focusBox,
      'Ctrl+KeyK': focusBox,
      'Ctrl+KeyL': () => onAsk('switch'),
    },
    working,
  );
  useEffect(() => {
    document.title = `${t(`rail.${current}`)} · ${t('product')}`;
  }, [current, t]);

  return (
    <>
      <div className={styles.shell} inert={!working} data-covered={!working || undefined} {...handBack}>
        <HelpAt page={HELP[current] ?? 'first-day'} />
        <SideRail current={current} by={working ? (staff ?? last).number : null} />
        <div className={styles.main}>
          <TopBar onSwitchStaff={() => onAsk('switch')} mayWrite={mayWrite} />
          <LostBanner status={desktop.backend} />
          {working ? <ClockBanner /> : null}
          {working ? <DataBanner /> : null}
          <main className={styles.page}>
            <Activity mode={current === 'visitors' ? 'visible' : 'hidden'}>
              <VisitorsPage active={working && current === 'visitors'} may={mayDo((staff ?? last).role)} />
            </Activity>
            <Activity mode={current === 'keys' ? 'visible' : 'hidden'}>
              <KeysPage
                active={working && current === 'keys'}
                may={mayDoKeys((staff ?? last).role)}
                by={(staff ?? last).number}
              />
            </Activity>
            <Activity mode={current === 'loans' ? 'visible' : 'hidden'}>
              <LoansPage active={working && current === 'loans'} may={mayDoLoans((staff ?? last).role)} />
            </Activity>
            <Activity mode={current === 'settings' ? 'visible' : 'hidden'}>
              <SettingsPage
                key={last.id}
                active={working && current === 'settings'}
                staff={staff ?? last}
                asked={newTag?.nth ?? 0}
                features={SETTINGS}
              />
            </Activity>
            {isBuilt(current) ? null : <ComingSoon register={current} />}
          </main>
          <NoticeLine active={working} />
          <StatusBar staff={staff ?? last} desktop={desktop} locked={!working} />
        </div>
      </div>
      {working ? null : (
        <main className={styles.cover}>
          <LostBanner status={desktop.backend} />
          <SignIn
            // Locking begins anew, with the number of whoever left.
            key={asking === 'locked' ? 'locked' : 'open'}
            again={mayGoBack ? '' : last.number}
            onDone={() => onAsk(null)}
            back={
              mayGoBack
                ? {
                    cancel: () => onAsk(null),
                    refused: () => onAsk('refused'),
                    lock: () => onAsk('locked'),
                  }
                : null
            }
          />
        </main>
      )}
    </>
  );
}

/** Which form or record is in front, on whichever page. */
function useFront(): string {
  const { place: visits } = useVisitorsDesk();
  const { place: keys } = useKeysDesk();
  const { place: loans } = useLoansDesk();
  return [visits, keys, loans].map(({ front, shown }) => JSON.stringify([front, shown])).join(' ');
}

/** What the quiet line refused is over once another form or visit is in `front`; nothing of it is for other staff. */
function useGoingOn(last: ActingStaff, front: string): void {
  const { clear, clearRefusal } = useNotices();
  const goOn = useEffectEvent(clearRefusal);
  useEffect(() => goOn(), [front]);
  const handOver = useEffectEvent(clear);
  const before = useRef(last.id);
  useEffect(() => {
    if (before.current === last.id) return;
    before.current = last.id;
    handOver();
  }, [last.id]);
}

const MINUTE_MS = 60_000;

/** Parts of the settings that are features of their own. */
const SETTINGS = {
  places: (active: boolean, staff: ActingStaff) => <PlacesPart active={active} staff={staff} />,
  keys: (active: boolean) => <KeyFilePart active={active} />,
  cards: () => <CardStockPart />,
  loans: (active: boolean) => <LoanFilePart active={active} />,
  policies: (active: boolean) => <PoliciesPart active={active} />,
  data: (staff: ActingStaff) => <DataPart staff={staff} />,
};

/** The page of the manual that fits a register. */
const HELP: Readonly<Partial<Record<RegisterName, HelpPage>>> = {
  visitors: 'visitors',
  keys: 'keys',
  loans: 'loans',
  settings: 'settings',
};

function focusBox(): void {
  const box = document.getElementById(BOX_ID);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}
