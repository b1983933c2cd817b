// Approvals in the status bar, for those who may sign: how many wait for a signature, and the panel above it.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../services.ts';
import { StatusPanel } from '../status-panel.tsx';
import { DueList } from './due-list.tsx';
import { MakeCode } from './make-code.tsx';

/** `now` is the backend's time, UTC ms. */
export function ApprovalsButton({ now }: { readonly now: number }) {
  const { t } = useTranslation('approvals');
  const { calls } = useServices();
  const due = useQuery(calls.approvals.due.queryOptions());
  const rows = due.data ?? [];
  const overdue = rows.filter(({ dueAt }) => dueAt < now).length;
  return (
    <StatusPanel
      word={word()}
      tone={overdue > 0 ? 'bad' : rows.length > 0 ? 'warn' : undefined}
      label={t('panel')}
      title={t('dueTitle')}
      width={480}
      answers
    >
      <DueList rows={rows} error={due.error} now={now} />
      <MakeCode />
    </StatusPanel>
  );

  function word(): string {
    if (overdue > 0) return t('buttonOverdue', { due: overdue });
    return rows.length > 0 ? t('buttonDue', { due: rows.length }) : t('button');
  }
}
