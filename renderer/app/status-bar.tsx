// The status bar: who acts, what the devices do, how far the journal is, what is not real.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeskStatus } from '../../electron/api/desk.contract.ts';
import type { DesktopState } from '../../electron/api/desktop.contract.ts';
import type { ActingStaff } from '../../electron/api/people.contract.ts';
import { holdsRight } from '../../electron/api/rights.ts';
import { ApprovalsButton } from './approval/approvals-button.tsx';
import { DataNotices } from './data-notices.tsx';
import { PrintJobs } from './print-jobs.tsx';
import { useProperty } from './property.ts';
import { useServices } from './services.ts';
import styles from './status-bar.module.css';
import { useClock } from './use-clock.ts';

/** `locked`: nobody may read names just now. */
export function StatusBar(props: {
  readonly staff: ActingStaff;
  readonly desktop: DesktopState;
  readonly locked: boolean;
}) {
  const { t } = useTranslation(['shell', 'people']);
  const { calls } = useServices();
  const { property } = useProperty();
  const status = useQuery(calls.desk.status.queryOptions());
  const { staff, desktop, locked } = props;
  const signs = !locked && holdsRight(staff.role, 'approvals.sign');
  return (
    <footer className={styles.bar} aria-label={t('statusBar')}>
      {property.sample && desktop.property !== 'training' ? (
        <span className={styles.sample}>{t('sample')}</span>
      ) : null}
      {desktop.host === 'electron-host' ? (
        <abbr className={styles.sample} title={t('electronHostWhy')}>
          {t('electronHost')}
        </abbr>
      ) : null}
      <span className={styles.roomy}>
        {property.code} · {property.desk.code}
      </span>
      <span className={styles.who}>
        {staff.number} {staff.name} · {t(`people:role.${staff.role}`)}
      </span>
      <span>{staff.shift ? t('shift', { number: staff.shift.number }) : t('noShift')}</span>
      <span className={styles.space} />
      {desktop.keyStore === 'file' ? (
        <abbr className={styles.warn} title={t('fileKeyStoreWhy')}>
          {t('fileKeyStore')}
        </abbr>
      ) : null}
      {status.data ? <DataNotices notices={status.data.notices} /> : null}
      {status.data ? <Devices status={status.data} fetchedAt={status.dataUpdatedAt} signs={signs} /> : null}
    </footer>
  );
}

function Devices(props: {
  readonly status: DeskStatus;
  readonly fetchedAt: number;
  readonly signs: boolean;
}) {
  const { status, fetchedAt, signs } = props;
  const { t } = useTranslation(['shell', 'lineReaders']);
  const { times } = useProperty();
  const now = useClock(status.now - fetchedAt);
  const { reader, lineReaders, journal, unsynced } = status;
  return (
    <>
      {signs ? <ApprovalsButton now={now} /> : null}
      <span
        data-state={reader}
        className={reader === 'offline' || reader === 'fault' ? styles.warn : undefined}
      >
        {t(`reader.${reader}`)}
      </span>
      {lineReaders.map(({ id, kind, state }) =>
        state === 'offline' || state === 'fault' ? (
          <span key={id} className={styles.warn}>
            {t('lineReaders:down', {
              device: t(`lineReaders:kind.${kind}`),
              state: t(`lineReaders:state.${state}`),
            })}
          </span>
        ) : null,
      )}
      <PrintJobs status={status} />
      <span>
        {t('journal', { seq: journal.seq })}
        <span className={styles.roomy}> · {journal.hash.slice(0, 8)}</span>
      </span>
      <span>{unsynced === null ? t('notConnected') : t('unsynced', { events: unsynced })}</span>
      <time className={styles.clock} dateTime={new Date(now).toISOString()}>
        <span className={styles.roomy}>{times.day(now)} </span>
        {times.time(now)}
      </time>
    </>
  );
}
