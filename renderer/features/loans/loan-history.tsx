// What the journal has of one loan or deposit, in this register's words.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryChange } from '../../../electron/api/history.ts';
import { useProperty } from '../../app/property.ts';
import { RecordHistory } from '../../app/record-history.tsx';
import { useServices } from '../../app/services.ts';
import type { loans } from '../../copy/loans.ts';
import { LoanRefusal } from './loan-refusal.tsx';

type EventWord = Extract<keyof typeof loans, `event.${string}`>;

const EVENT_WORDS: Readonly<Record<string, EventWord>> = {
  'loan.lent': 'event.lent',
  'loan.returned': 'event.returned',
  'loan.reopened': 'event.reopened',
  'loan.extended': 'event.extended',
  'loan.lost': 'event.lost',
  'loan.found': 'event.found',
  'loan.amended': 'event.amended',
  'loan.slip_reprinted': 'event.reprinted',
  'loan.followed_up': 'event.called',
  'loan.call_taken_back': 'event.callTakenBack',
  'loan.signed': 'event.signed',
  'loan.taken_back': 'event.takenBack',
  'loan.voided': 'event.voided',
  'record.carried_over': 'event.carriedOver',
  'record.erased': 'event.erased',
};

export function LoanHistory({ id }: { readonly id: number }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const { times } = useProperty();
  const history = useQuery(calls.loans.history.queryOptions({ input: { record: id } }));
  const words = {
    eventOf(type: string) {
      const word = EVENT_WORDS[type];
      return word && t(word);
    },
    fieldOf: (field: string) => (isNamed(field) ? t(field) : undefined),
    saidOf: ({ field }: HistoryChange, value: string) =>
      field === 'dueAt' ? times.full(Number(value)) : undefined,
  };
  return (
    <RecordHistory
      entries={history.data}
      refusal={history.error ? <LoanRefusal error={history.error} /> : null}
      words={words}
    />
  );
}

const NAMED = ['borrower', 'phone', 'company', 'remarks', 'dueAt'] as const;

function isNamed(field: string): field is (typeof NAMED)[number] {
  return NAMED.some((each) => each === field);
}
