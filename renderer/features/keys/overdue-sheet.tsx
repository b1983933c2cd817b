// Keys that are overdue, on A4: whom to call, and since when.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeyLoanRow } from '../../../electron/api/keys.contract.ts';
import { PaperSheet } from '../../app/paper-sheet.tsx';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import { KeyLoanTable } from './keys-out.tsx';

const MINUTE_MS = 60_000;
const DAY_HOURS = 24;

export function OverdueSheet(props: { readonly by: string; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { times } = useProperty();
  const list = useQuery({
    ...calls.keys.list.queryOptions({ input: { view: 'overdue', limit: 500 } }),
    staleTime: 0,
  });
  const at = list.dataUpdatedAt;

  function lateBy({ dueAt }: KeyLoanRow): string {
    const minutes = Math.max(0, Math.floor((at - (dueAt ?? at)) / MINUTE_MS));
    const hours = Math.floor(minutes / 60);
    if (hours === 0) return t('lateMinutes', { minutes });
    return hours >= DAY_HOURS
      ? t('lateDays', { days: Math.floor(hours / DAY_HOURS), hours: hours % DAY_HOURS })
      : t('lateHours', { hours, minutes: minutes % 60 });
  }

  return (
    <PaperSheet title={t('overdueList')} by={props.by} onClose={props.onClose}>
      {list.error ? <Callout tone="bad" announce title={<KeyRefusal error={list.error} />} /> : null}
      {list.data ? (
        <>
          <p>{t('overdueCount', { time: times.full(at), count: list.data.rows.length })}</p>
          {list.data.rows.length === 0 ? (
            <p>{t('noneOverdue')}</p>
          ) : (
            <KeyLoanTable loans={list.data.rows} last={{ label: t('overdueSince'), width: 30, of: lateBy }} />
          )}
        </>
      ) : null}
    </PaperSheet>
  );
}
