// Backups: where they lie, one made now, and each verified again when somebody asks.
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DataOverview } from '../../../electron/api/data.contract.ts';
import { useProperty } from '../../app/property.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { BackupRow } from './backup-row.tsx';
import { DataCard } from './data-card.tsx';
import cards from '../../ui/cards.module.css';
import styles from './data.module.css';
import { useBackUp } from './use-back-up.ts';

export function BackupsCard({ overview }: { readonly overview: DataOverview }) {
  const { t } = useTranslation('data');
  const { times } = useProperty();
  const backUp = useBackUp();
  const { backups, place, problem } = overview;
  return (
    <DataCard title={t('backups')} hint={t('backupsHint')}>
      {problem ? (
        <Callout tone="bad" title={t('backupFailed', { since: times.full(problem.since) })}>
          {t(`problem.${problem.problem}`)}
        </Callout>
      ) : null}
      <div className={styles.buttons}>
        <Button loading={backUp.running} onClick={backUp.run}>
          {t('backUp')}
        </Button>
        <BackupProgress state={backUp.state} />
      </div>
      {backups.length === 0 ? (
        <EmptyState title={t('noBackups')} hint={t('noBackupsHint')} />
      ) : (
        <div className={styles.box}>
          <table className={styles.list} aria-label={t('backups')}>
            <thead>
              <tr>
                <th scope="col">{t('madeAt')}</th>
                <th scope="col">{t('size')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <BackupRow key={backup.at} backup={backup} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Place place={place} />
      <div>
        <h3 className={styles.subtitle}>{t('restore')}</h3>
        <p className={cards.hint}>{t('restoreHow')}</p>
        <code className={styles.command}>{RESTORE}</code>
      </div>
    </DataCard>
  );
}

/** Typed as it is, in any language. */
const RESTORE = 'npm run foyer -- restore [--preview] --from BACKUP --data-dir DIR --key-file FILE';

function Place({ place }: { readonly place: DataOverview['place'] }) {
  const { t } = useTranslation('data');
  const { path, sameDrive } = place;
  return (
    <div>
      <h3 className={styles.subtitle}>{t('place')}</h3>
      <p className={styles.path}>{path}</p>
      {sameDrive === null ? <Callout tone="bad" title={t('placeGone')} /> : null}
      {sameDrive === true ? <Callout tone="info" title={t('sameDrive')} /> : null}
      {sameDrive === false ? <p className={cards.hint}>{t('otherDrive')}</p> : null}
    </div>
  );
}
