// Everything the journal has of one visit: what, when, who, at which desk, and how values came in.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../electron/api/history.ts';
import { DOCUMENT_TYPES, NO_DOCUMENT_REASONS, VERIFICATIONS } from '../../../electron/api/identity.ts';
import { PURPOSES } from '../../../electron/api/visit-states.ts';
import { useProperty } from '../../app/property.ts';
import { RecordHistory } from '../../app/record-history.tsx';
import { useServices } from '../../app/services.ts';
import type { visitors } from '../../copy/visitors.ts';
import { VisitRefusal } from './visit-refusal.tsx';

type EventWord = Extract<keyof typeof visitors, `event.${string}`>;

const EVENT_WORDS: Readonly<Record<string, EventWord>> = {
  'visit.expected': 'event.expected',
  'visit.cancelled': 'event.cancelled',
  'visit.arrived': 'event.arrived',
  'visit.left': 'event.left',
  'visit.denied': 'event.denied',
  'visit.came_back': 'event.cameBack',
  'visit.reopened': 'event.reopened',
  'visit.pass_reprinted': 'event.reprinted',
  'visit.card_out': 'event.cardOut',
  'visit.card_returned': 'event.cardReturned',
  'visit.card_lost': 'event.cardLost',
  'visit.closed_by_system': 'event.closedBySystem',
  'visit.extended': 'event.extended',
  'visit.amended': 'event.amended',
  'visit.taken_back': 'event.takenBack',
  'visit.voided': 'event.voided',
  'visit.document_revealed': 'event.revealed',
  'record.carried_over': 'event.carriedOver',
  'record.erased': 'event.erased',
};

export function VisitHistory({ id }: { readonly id: number }) {
  const { t } = useTranslation(['visitors', 'identity']);
  const { calls } = useServices();
  const { times } = useProperty();
  const history = useQuery(calls.visitors.history.queryOptions({ input: { visit: id } }));

  /** Values that are words of the contract, or times. */
  function said(field: string, value: string): string | undefined {
    const purpose = PURPOSES.find((each) => each === value);
    const document = DOCUMENT_TYPES.find((each) => each === value);
    const verified = VERIFICATIONS.find((each) => each === value);
    const without = NO_DOCUMENT_REASONS.find((each) => each === value);
    switch (field) {
      case 'purpose':
        return purpose && t(`purpose.${purpose}`);
      case 'documentType':
        return document && t(`identity:documentType.${document}`);
      case 'noDocument':
        return without && t(`noDocument.${without}`);
      case 'verifiedBy':
        return verified && t(`verifiedBy.${verified}`);
      case 'validUntil':
        return times.full(Number(value));
      case 'needsHelp':
        return t('needsHelp');
      default:
        return undefined;
    }
  }

  return (
    <RecordHistory
      entries={history.data}
      refusal={history.error ? <VisitRefusal error={history.error} /> : null}
      words={{
        eventOf(type) {
          const word = EVENT_WORDS[type];
          return word && t(word);
        },
        fieldOf: (field) => (isNamed(field) ? t(NAMED[field]) : undefined),
        saidOf: ({ field }, value) => said(field, value),
        More: Asked,
      }}
    />
  );
}

function Asked({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('visitors');
  const { hostConfirmation, noDocument, denial } = entry;
  return (
    <>
      {hostConfirmation === null || hostConfirmation === 'none' ? null : (
        <span>{`${t('hostConfirmation')}: ${t(`hostConfirmation.${hostConfirmation}`)}`}</span>
      )}
      {denial === null ? null : <span>{`${t('denialReason')}: ${t(`denial.${denial}`)}`}</span>}
      {noDocument === null || entry.type === 'visit.amended' ? null : (
        <span>{`${t('noDocumentReason')}: ${t(`noDocument.${noDocument}`)}`}</span>
      )}
    </>
  );
}

const NAMED = {
  name: 'name',
  documentNumber: 'documentNumber',
  nationality: 'nationality',
  phone: 'phone',
  company: 'company',
  host: 'host',
  hostName: 'host',
  purpose: 'purpose',
  units: 'unit',
  documentType: 'documentType',
  plate: 'plate',
  items: 'items',
  remarks: 'remarks',
  verifiedBy: 'verifiedBy',
  noDocument: 'noDocumentReason',
  needsHelp: 'needsHelp',
  children: 'children',
  validUntil: 'validUntil',
} as const;

function isNamed(field: string): field is keyof typeof NAMED {
  return field in NAMED;
}
