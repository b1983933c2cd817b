// One backup: when, how large, and whether it still holds.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import type { BackupRow as Row } from '../../../electron/api/data.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import { fileSize } from './file-size.ts';
import styles from './data.module.css';

export function BackupRow({ backup }: { readonly backup: Row }) {
  const { t } = useTranslation('data');
  const { calls } = useServices();
  const { times } = useProperty();
  const verify = useMutation(calls.data.verifyBackup.mutationOptions());
  const time = times.full(backup.at);
  return (
    <tr>
      <td>{time}</td>
      <td>{fileSize(backup.bytes)}</td>
      <td className={styles.verified}>
        <span role="status">{said()}</span>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('verifyOf', { time })}
          loading={verify.isPending}
          onClick={() => verify.mutate({ at: backup.at })}
        >
          {t('verifyAgain')}
        </Button>
      </td>
    </tr>
  );

  function said() {
    if (verify.data) {
      return <Tag tone={verify.data.ok ? 'good' : 'bad'}>{verify.data.ok ? t('whole') : t('notWhole')}</Tag>;
    }
    if (verify.error instanceof ORPCError && verify.error.code === 'BACKUP_GONE') return t('gone');
    return verify.error ? <RefusalText error={verify.error} /> : t('verifiedWhenMade');
  }
}
