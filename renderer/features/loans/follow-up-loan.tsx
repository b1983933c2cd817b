// Calling about what is due 催还: whom, what came of it, and when to try again.
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CALL_RESULTS } from '../../../electron/api/lending.ts';
import type { CallResult } from '../../../electron/api/lending.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

const HOUR_MS = 3_600_000;

/** The next one in order is offered: borrower, the tenant's contacts, at last the supervisor. */
export function FollowUpLoan(props: { readonly loan: LoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('loans');
  const { loan, onClose } = props;
  const { api, calls } = useServices();
  const { times } = useProperty();
  const notices = useNotices();
  const targets = useQuery(calls.loans.followUpTargets.queryOptions({ input: { loan: loan.id } }));
  const [chosen, setChosen] = useState<number | null>(null);
  const [result, setResult] = useState<CallResult>('promised');
  const [note, setNote] = useState('');
  const [promised, setPromised] = useState(() => {
    const soon = Date.now() + HOUR_MS;
    return { day: times.day(soon), time: times.time(soon) };
  });
  const target = chosen ?? loan.followUp.next?.target ?? targets.data?.[0]?.target ?? 0;
  const promisedAt = result === 'promised' ? times.instant(promised.day, promised.time) : null;
  return (
    <LoanTool
      title={t('followUp')}
      hint={t('followUpHint')}
      onClose={onClose}
      check={() =>
        promisedAt === null || promisedAt > Date.now() ? {} : { promisedAt: 'field.laterNeeded' }
      }
      send={async (commandId) => {
        await api.loans.followUp({ commandId, loan: loan.id, target, result, promisedAt, note });
        notices.show({ tone: 'good', body: <DoneLine did="calledDone" loan={loan} /> });
      }}
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('called')}
            value={String(target)}
            error={error('target')}
            data-field="target"
            data={(targets.data ?? []).map((each) => ({
              value: String(each.target),
              label: [t(`role.${each.role}`), each.name, each.phone].filter(Boolean).join(' · '),
            }))}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          />
          <ChoiceChips
            label={t('callResult')}
            value={result}
            choices={CALL_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
            onChange={setResult}
          />
          {result === 'promised' ? (
            <LocalTimeFields
              labels={{ day: t('promisedDay'), time: t('promisedAt') }}
              value={promised}
              error={error('promisedAt')}
              field="promisedAt"
              onChange={setPromised}
            />
          ) : null}
          <TextInput
            label={t('remarks')}
            value={note}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </LoanTool>
  );
}
