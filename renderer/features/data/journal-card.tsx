// The journal, verified from its first entry when somebody asks.
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Verified } from '../../../electron/api/data.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { DataCard } from './data-card.tsx';
import cards from '../../ui/cards.module.css';
import styles from './data.module.css';

export function JournalCard() {
  const { t } = useTranslation('data');
  const { calls } = useServices();
  const verify = useMutation(calls.data.verifyJournal.mutationOptions());
  return (
    <DataCard title={t('journal')} hint={t('journalHint')}>
      <div className={styles.buttons}>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate({})}>
          {t('verifyJournal')}
        </Button>
      </div>
      <div role="status" className={cards.answer}>
        {verify.isPending ? <p className={cards.hint}>{t('walking')}</p> : null}
        {verify.data ? <Answer found={verify.data} /> : null}
      </div>
      {verify.error ? <Callout tone="bad" announce title={<RefusalText error={verify.error} />} /> : null}
    </DataCard>
  );
}

function Answer({ found }: { readonly found: Verified }) {
  const { t } = useTranslation('data');
  if (!found.ok) {
    return (
      <Callout tone="bad" title={t('journalBroken', { seq: found.seq })}>
        {t('journalBrokenTodo')}
      </Callout>
    );
  }
  return (
    <Callout tone="good" title={t('journalWhole')}>
      {found.heads.map(({ journal, seq, hash }) => (
        <span key={journal} className={styles.hash}>
          {t('journalHead', { journal: journal === found.own ? t('ownJournal') : journal, seq, hash })}
        </span>
      ))}
    </Callout>
  );
}
