// Which screen the window shows: trouble, the first start, signing in, or the desk; below the band of training mode.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Language } from '../../electron/api/boot.ts';
import type { DesktopState } from '../../electron/api/desktop.contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import type { PropertyCard } from '../../electron/api/places.contract.ts';
import { holdsRight } from '../../electron/api/rights.ts';
import { AdminPage } from '../features/setup/admin-page.tsx';
import { SetupPage } from '../features/setup/setup-page.tsx';
import { KeysDeskProvider } from '../features/keys/keys-desk.tsx';
import { LoansDeskProvider } from '../features/loans/loans-desk.tsx';
import { VisitorsDeskProvider } from '../features/visitors/visitors-desk.tsx';
import { EvacuationList } from '../features/visitors/evacuation-list.tsx';
import { openAgain } from '../features/visitors/roll-call.ts';
import { useShortcuts } from '../ui/keyboard.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { NoticesProvider } from '../ui/notice.tsx';
import { createTimes } from '../ui/times.ts';
import { useDesktopState } from './desktop-status.ts';
import { EvacuationProvider } from './evacuation.ts';
import { HelpProvider } from './help/help-place.tsx';
import { followLanguage } from './i18n.ts';
import { FirstSheet } from './first-sheet.tsx';
import { LanguageButton } from './language-button.tsx';
import { PropertyProvider } from './property.ts';
import { useServices } from './services.ts';
import styles from './screen.module.css';
import { useRollCall, useRollCalls } from './roll-calls.ts';
import type { RollCalls } from './roll-calls.ts';
import { Shell } from './shell.tsx';
import type { Asking } from './shell.tsx';
import { SignIn } from './sign-in.tsx';
import { useStaffLanguage } from './staff-language.ts';
import { TrainingBand } from './training/training-band.tsx';
import { TroubleScreen } from './trouble-screen.tsx';

export function App() {
  const { t, i18n } = useTranslation('trouble');
  const { desktopStatus } = useServices();
  const desktop = useDesktopState(desktopStatus);
  const language = desktop?.language;
  const rollCalls = useRollCalls();
  const followed = useRef<Language | null>(null);
  useEffect(() => {
    // The instance is another object after every switch: that is no new word from the command line.
    if (!language || followed.current === language) return;
    followed.current = language;
    followLanguage(i18n, language);
  }, [i18n, language]);

  if (!desktop) return <EmptyState title={t('starting')} />;
  return (
    // Another property is another desk: nothing of the one before stays, neither its screens nor its last line.
    <NoticesProvider key={desktop.opened}>
      <HelpProvider>
        <div className={styles.window}>
          {desktop.property === 'training' ? <TrainingBand /> : null}
          <div className={styles.below}>
            <Screens {...{ desktop, rollCalls }} />
          </div>
        </div>
      </HelpProvider>
    </NoticesProvider>
  );
}

function Screens(props: { readonly desktop: DesktopState; readonly rollCalls: RollCalls }) {
  const { t } = useTranslation('trouble');
  const { desktop, rollCalls } = props;
  const { calls } = useServices();
  const property = useQuery(calls.places.property.queryOptions());
  const acting = useQuery(calls.people.acting.queryOptions());
  const setup = useQuery(calls.setup.needed.queryOptions());
  const [newAdmin, setNewAdmin] = useState('');
  const { backend } = desktop;
  const trouble = backend.state === 'gaveUp' || backend.state === 'refused' ? backend : null;
  if (property.data === undefined || acting.data === undefined || setup.data === undefined) {
    return trouble ? (
      <TroubleScreen trouble={trouble} desktop={desktop} />
    ) : (
      <EmptyState title={t('starting')} />
    );
  }
  return (
    <>
      {trouble ? <TroubleScreen trouble={trouble} desktop={desktop} /> : null}
      <div style={{ height: '100%' }} hidden={trouble !== null}>
        {property.data === null ? (
          <SetupPage backend={backend} onAdmin={setNewAdmin} />
        ) : (
          <Desk
            property={property.data}
            staff={acting.data}
            desktop={desktop}
            rollCalls={rollCalls}
            first={newAdmin}
            onAdmin={setup.data.admin ? setNewAdmin : null}
          />
        )}
      </div>
    </>
  );
}

function Desk(props: {
  readonly property: PropertyCard;
  readonly staff: ActingStaff | null;
  readonly desktop: DesktopState;
  readonly rollCalls: RollCalls;
  /** Number of the admin who was set up in this window, who signs in first; else empty. */
  readonly first: string;
  /** Where no admin's PIN opens any more: another one is set up before anybody signs in. */
  readonly onAdmin: ((number: string) => void) | null;
}) {
  const { property, staff, desktop, first, onAdmin } = props;
  const [, navigate] = useLocation();
  const facts = useMemo(() => ({ property, times: createTimes(property.timeZone) }), [property]);
  // Whoever acted last: the screens of the desk stay mounted below the sign-in, with what is half typed.
  const [last, setLast] = useState(staff);
  if (staff && staff !== last) setLast(staff);
  // Who switched the language on the screen that signs them in has said which they want.
  const [chosen, setChosen] = useState(false);
  useStaffLanguage(staff, { given: desktop.languageGiven, chosen });
  const [settled, setSettled] = useState(false);
  const isFirst = first !== '' && staff?.number === first && !settled;
  const [evacuating, setEvacuating] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  // Behind the sign-in and while names are hidden the evacuation list is read and ticked; nothing is written from it.
  const mayWrite = staff !== null && asking === null && holdsRight(staff.role, 'visits.write');
  const [call, setCall] = useRollCall(desktop.property, props.rollCalls);
  const evacuate = useCallback(() => {
    setCall((before) => openAgain(before, Date.now()));
    setEvacuating(true);
  }, [setCall]);
  useShortcuts({ 'Ctrl+Shift+KeyE': evacuate }, true, 'everywhere');
  const reveal = useMemo(() => () => navigate('/visitors'), [navigate]);
  const revealKeys = useMemo(() => () => navigate('/keys'), [navigate]);
  const revealFile = useMemo(() => () => navigate('/settings'), [navigate]);
  const revealLoans = useMemo(() => () => navigate('/loans'), [navigate]);
  return (
    <PropertyProvider value={facts}>
      {evacuating ? (
        <EvacuationList {...{ mayWrite, call }} onCall={setCall} onClose={() => setEvacuating(false)} />
      ) : null}
      <EvacuationProvider value={evacuate}>
        {onAdmin ? (
          <AdminPage onAdmin={onAdmin} />
        ) : isFirst ? (
          <FirstSheet staff={staff} onDone={() => setSettled(true)} />
        ) : last ? (
          <VisitorsDeskProvider reveal={reveal}>
            <KeysDeskProvider
              reveal={revealKeys}
              revealFile={revealFile}
              mayFile={holdsRight(staff?.role ?? null, 'keys.manage')}
            >
              <LoansDeskProvider
                reveal={revealLoans}
                mayRelease={holdsRight(staff?.role ?? null, 'loans.manage')}
              >
                <Shell staff={staff} last={last} desktop={desktop} asking={asking} onAsk={setAsking} />
              </LoansDeskProvider>
            </KeysDeskProvider>
          </VisitorsDeskProvider>
        ) : (
          <main style={{ height: '100%' }}>
            <SignIn again={first} onDone={() => {}} back={null} />
            <LanguageButton className={styles.top} onChosen={() => setChosen(true)} />
          </main>
        )}
      </EvacuationProvider>
    </PropertyProvider>
  );
}
