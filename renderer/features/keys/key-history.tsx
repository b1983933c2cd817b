// Everything the journal has of a key or of its loan.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BORROWER_KINDS } from '../../../electron/api/borrowers.contract.ts';
import { KEY_KINDS } from '../../../electron/api/key-states.ts';
import { useProperty } from '../../app/property.ts';
import { RecordHistory } from '../../app/record-history.tsx';
import { useServices } from '../../app/services.ts';
import type { keys } from '../../copy/keys.ts';
import { KeyRefusal } from './key-refusal.tsx';
import { useComma } from '../../ui/use-comma.ts';

type EventWord = Extract<keyof typeof keys, `event.${string}`>;

const EVENT_WORDS: Readonly<Record<string, EventWord>> = {
  'key_loan.lent': 'event.lent',
  'key_loan.returned': 'event.returned',
  'key_loan.bringer_noted': 'event.bringer',
  'key_loan.key_lost': 'event.keyLost',
  'key_loan.key_not_lost': 'event.keyNotLost',
  'key_loan.reopened': 'event.reopened',
  'key_loan.extended': 'event.extended',
  'key_loan.amended': 'event.amended',
  'key_loan.taken_back': 'event.takenBack',
  'key_loan.voided': 'event.voided',
  'key_loan.followed_up': 'event.called',
  'key_loan.slip_reprinted': 'event.reprinted',
  'key.put': 'event.put',
  'key.sent': 'event.transferred',
  'key.brought': 'event.brought',
  'key.awaited': 'event.awaited',
  'key.arrived': 'event.arrived',
  'key.out_again': 'event.outAgain',
  'key.tag_bound': 'event.tagBound',
  'key.tag_printed': 'event.tagPrinted',
  'key.seal_opened': 'event.sealOpened',
  'key.resealed': 'event.resealed',
  'key.lost': 'event.lost',
  'key.not_lost': 'event.keyNotLost',
  'key.found': 'event.found',
  'key.hung_up': 'event.hungUp',
  'key.retired': 'event.retired',
  'key.reinstated': 'event.reinstated',
  'record.carried_over': 'event.carriedOver',
  'record.erased': 'event.erased',
};

export function KeyHistory({ record }: { readonly record: number }) {
  const { t } = useTranslation(['keys', 'keyFile']);
  const { calls } = useServices();
  const { times } = useProperty();
  const comma = useComma();
  const history = useQuery(calls.keys.history.queryOptions({ input: { record } }));

  /** Values that are words of the contract, or times. */
  function said(field: string, value: string): string | undefined {
    const kind = KEY_KINDS.find((each) => each === value);
    switch (field) {
      case 'kind':
        return kind && t(`kind.${kind}`);
      case 'idAsked':
        return t('keyFile:idAsked');
      case 'mayBorrow':
        return BORROWER_KINDS.filter((each) => value.split(',').includes(each))
          .map((each) => t(`keyFile:borrower.${each}`))
          .join(comma);
      case 'dueAt':
        return times.full(Number(value));
      default:
        return undefined;
    }
  }

  return (
    <RecordHistory
      entries={history.data}
      refusal={history.error ? <KeyRefusal error={history.error} /> : null}
      words={{
        eventOf(type) {
          const word = EVENT_WORDS[type];
          return word && t(word);
        },
        fieldOf: (field) =>
          isLoanField(field) ? t(LOAN[field]) : isKeyField(field) ? t(`keyFile:${field}`) : undefined,
        saidOf: ({ field }, value) => said(field, value),
      }}
    />
  );
}

const LOAN = { authorisedBy: 'authorisedBy', purpose: 'purpose', remarks: 'remarks', dueAt: 'due' } as const;
const KEY = [
  ...(['code', 'name', 'opens', 'kind', 'units', 'tenant', 'homeDesk', 'cabinet', 'hook'] as const),
  ...(['loanHours', 'pieces', 'copies', 'idAsked', 'mayBorrow', 'instruction'] as const),
] as const;

function isLoanField(field: string): field is keyof typeof LOAN {
  return field in LOAN;
}

function isKeyField(field: string): field is (typeof KEY)[number] {
  return KEY.some((each) => each === field);
}
