// How far the backup is, and what came of it, in one line that a screen reader says.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { backupErrors } from '../../../electron/api/data.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import styles from './data.module.css';
import { fileSize } from './file-size.ts';
import type { BackUpState } from './use-back-up.ts';

export function BackupProgress({ state }: { readonly state: BackUpState }) {
  const { t } = useTranslation('data');
  return (
    <span role="status" className={styles.progress} data-failed={state?.step === 'failed' || undefined}>
      {said()}
    </span>
  );

  function said() {
    switch (state?.step) {
      case undefined:
        return null;
      case 'copying':
        return t('copying', { percent: Math.round(state.done * 100) });
      case 'verifying':
        return t('verifying');
      case 'made':
        return t('backupMade', { size: fileSize(state.bytes), events: state.events });
      case 'failed': {
        const { error } = state;
        const known = backupErrors.BACKUP_FAILED.data.safeParse(
          error instanceof ORPCError ? error.data : null,
        );
        return known.success ? t(`problem.${known.data.problem}`) : <RefusalText error={error} />;
      }
    }
  }
}
