// It is needed longer: a later due time, proposed by the type's own loan time, confirmed by one Enter.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

const HOUR_MS = 3_600_000;

export function ExtendLoan(props: { readonly loan: LoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['loans', 'lending']);
  const { loan, onClose } = props;
  const { api, calls } = useServices();
  const { times } = useProperty();
  const notices = useNotices();
  const types = useQuery(calls.loans.types.queryOptions());
  const lent = new Set(loan.lines.map(({ type }) => type));
  const hours = (types.data ?? []).filter(({ id }) => lent.has(id)).map(({ loanHours }) => loanHours);
  const [typed, setTyped] = useState<{ readonly day: string; readonly time: string } | null>(null);
  const [now] = useState(() => Date.now());
  // Never shorter than it is lent for now.
  const later = Math.max(now, loan.dueAt) + Math.min(24, ...hours) * HOUR_MS;
  const until = typed ?? { day: times.day(later), time: times.time(later) };
  const dueAt = times.instant(until.day, until.time);
  return (
    <LoanTool
      title={t('extend')}
      hint={t('extendHint')}
      onClose={onClose}
      ready
      check={() => (Number.isNaN(dueAt) || dueAt <= now ? { dueAt: 'field.laterNeeded' } : {})}
      send={async (commandId) => {
        await api.loans.extend({ commandId, loan: loan.id, dueAt });
        const what = times.short(dueAt);
        notices.show({ tone: 'good', body: <DoneLine did="extendedDone" loan={loan} what={what} /> });
      }}
    >
      {(error) => (
        <LocalTimeFields
          labels={{ day: t('lending:dueDay'), time: t('lending:due') }}
          value={until}
          error={error('dueAt')}
          field="dueAt"
          onChange={setTyped}
        />
      )}
    </LoanTool>
  );
}
