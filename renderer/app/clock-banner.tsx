// The machine's clock and the journal are over a day apart: what that means, and the one answer that goes on.
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/callout.tsx';
import styles from './clock-banner.module.css';
import { useProperty } from './property.ts';
import { RefusalText } from './refusal.tsx';
import { useServices } from './services.ts';

/** Nothing is written until somebody answers; whoever sees the wrong time sets the machine's clock instead. */
export function ClockBanner() {
  const { t } = useTranslation('trouble');
  const { calls } = useServices();
  const { times } = useProperty();
  const status = useQuery(calls.desk.status.queryOptions());
  const confirm = useMutation(calls.desk.confirmClock.mutationOptions());
  const jump = status.data?.clockJump;
  if (!jump) return null;
  return (
    <Callout tone="warn" announce title={t('clock.title')}>
      <span>
        {t('clock.facts', { clock: times.full(jump.clockAt), journal: times.full(jump.journalAt) })}
      </span>
      <span>{t('clock.todo')}</span>
      <Button
        className={styles.right}
        size="xs"
        loading={confirm.isPending}
        onClick={() => confirm.mutate({})}
      >
        {t('clock.right')}
      </Button>
      {confirm.error ? <RefusalText error={confirm.error} /> : null}
    </Callout>
  );
}
