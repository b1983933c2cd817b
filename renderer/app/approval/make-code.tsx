// A one-time code for whoever will stand at a desk without a supervisor: shown this once.
import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inFours } from '../../ui/in-fours.ts';
import { APPROVABLE } from '../../../electron/api/rights.ts';
import type { Approvable } from '../../../electron/api/rights.ts';
import { Callout } from '../../ui/callout.tsx';
import { useProperty } from '../property.ts';
import { RefusalText } from '../refusal.tsx';
import { useServices } from '../services.ts';
import styles from './approval.module.css';

export function MakeCode() {
  const { t } = useTranslation('approvals');
  const { calls } = useServices();
  const { times } = useProperty();
  const [right, setRight] = useState<Approvable>('visits.void');
  const made = useMutation(calls.approvals.makeCode.mutationOptions({ gcTime: 0 }));
  return (
    <section className={styles.code} aria-label={t('makeCode')}>
      <NativeSelect
        label={t('codeFor')}
        value={right}
        data={APPROVABLE.map((value) => ({ value, label: t(`mayOnce.${value}`) }))}
        onChange={(event) => {
          made.reset();
          setRight(APPROVABLE.find((each) => each === event.currentTarget.value) ?? 'visits.void');
        }}
      />
      <Button variant="default" loading={made.isPending} onClick={() => made.mutate({ right })}>
        {t('makeCode')}
      </Button>
      {made.data ? (
        <p className={styles.made} role="status">
          <strong>{inFours(made.data.code)}</strong>
          <span>{t('codeMade', { time: times.time(made.data.expiresAt) })}</span>
        </p>
      ) : null}
      {made.error ? <Callout tone="bad" announce title={<RefusalText error={made.error} />} /> : null}
    </section>
  );
}
