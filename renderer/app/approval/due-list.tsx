// What waits for a signature 补签: what was done, by whom, on whose word, and until when it is to be signed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueApproval } from '../../../electron/api/approvals.contract.ts';
import { Callout } from '../../ui/callout.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useProperty } from '../property.ts';
import { RefusalText } from '../refusal.tsx';
import styles from './approval.module.css';
import { SignForm } from './sign-form.tsx';

export function DueList(props: {
  readonly rows: readonly DueApproval[];
  readonly error: unknown;
  /** The backend's time, UTC ms. */
  readonly now: number;
}) {
  const { t } = useTranslation('approvals');
  const { rows, error, now } = props;
  if (error) return <Callout tone="bad" announce title={<RefusalText error={error} />} />;
  if (rows.length === 0) return <p className={styles.none}>{t('nothingDue')}</p>;
  return (
    <ul className={styles.due} aria-label={t('dueTitle')}>
      {rows.map((row) => (
        <Due key={row.id} row={row} now={now} />
      ))}
    </ul>
  );
}

function Due({ row, now }: { readonly row: DueApproval; readonly now: number }) {
  const { t, i18n } = useTranslation('approvals');
  const { times } = useProperty();
  const [answer, setAnswer] = useState<'countersign' | 'decline' | null>(null);
  const colon = i18n.language === 'en' ? ': ' : '：';
  const fact = (label: string, value: string | null): ReactNode =>
    value === null ? null : (
      <span>
        {label}
        {colon}
        {value}
      </span>
    );
  const called =
    row.called === null || row.calledAt === null
      ? null
      : t('phoned', { time: times.short(row.calledAt), called: row.called });
  return (
    <li className={styles.one}>
      <strong>
        {t(`right.${row.right}`)} {[row.subject.number, row.subject.title].filter(Boolean).join(' ')}
      </strong>
      <span className={styles.tags}>
        <Tag tone={row.way === 'emergency' ? 'bad' : 'info'}>{t(`way.${row.way}`)}</Tag>
        <Tag tone={row.dueAt < now ? 'warn' : 'quiet'}>
          {row.dueAt < now ? t('overdue') : t('dueBy', { time: times.short(row.dueAt) })}
        </Tag>
      </span>
      {fact(t('by'), [row.requester, row.desk, times.short(row.at)].filter(Boolean).join(' · '))}
      {fact(t('approvedBy'), [row.approver, called].filter(Boolean).join(' · ') || null)}
      {fact(t('witness'), row.witness)}
      {fact(t('reason'), row.reason)}
      {row.mine ? null : <span>{t('notYours')}</span>}
      {row.mine && answer === null ? (
        <span className={styles.answers}>
          <Button size="compact-sm" data-next onClick={() => setAnswer('countersign')}>
            {t('countersign')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAnswer('decline')}>
            {t('decline')}
          </Button>
        </span>
      ) : null}
      {answer === null ? null : (
        <SignForm approval={row.id} answer={answer} onClose={() => setAnswer(null)} />
      )}
    </li>
  );
}
