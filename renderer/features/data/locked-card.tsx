// A lost key found again: its recovery key typed here opens what was locked.
import { Button, TextInput } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recoveryErrors } from '../../../electron/api/data.contract.ts';
import type { data } from '../../copy/data.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DataCard } from './data-card.tsx';
import styles from './data.module.css';

type Message = Extract<keyof typeof data, `recovery.${string}` | 'field.needed'>;

export function LockedCard() {
  const { t } = useTranslation('data');
  const { api } = useServices();
  const client = useQueryClient();
  const notices = useNotices();
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<number | null>(null);
  const { box, busy, wrong, refusal, mend, confirm } = useFormSending<Message>({
    check: () => (typed.trim() === '' ? { typed: 'field.needed' } : {}),
    fieldsOf(error): FieldErrors<Message> {
      const known = recoveryErrors.RECOVERY_REFUSED.data.safeParse(
        error instanceof ORPCError ? error.data : null,
      );
      if (!known.success) return {};
      setGroup(known.data.group);
      return { typed: `recovery.${known.data.problem}` };
    },
    async send() {
      const { records } = await api.data.unlock({ typed });
      notices.show({ tone: 'good', body: <Unlocked records={records} /> });
      await client.invalidateQueries();
    },
  });
  const message = wrong['typed'];
  return (
    <DataCard title={t('locked')} hint={t('lockedHint')}>
      <form
        ref={box}
        className={styles.form}
        aria-label={t('unlock')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <TextInput
          autoComplete="off"
          spellCheck={false}
          label={t('oldKey')}
          classNames={{ input: styles.hash ?? '' }}
          data-field="typed"
          value={typed}
          error={message === undefined ? undefined : t(message, { group })}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            mend('typed');
          }}
        />
        {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={busy}>
            {t('unlock')}
          </Button>
        </div>
      </form>
    </DataCard>
  );
}

function Unlocked({ records }: { readonly records: number }) {
  const { t } = useTranslation('data');
  return t('unlocked', { records });
}
