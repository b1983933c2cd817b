// Everything the journal has of one visit: what, when, who, at which desk, and how values came in.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../electron/api/history.ts';
import { useApprovalWords } from '../../app/approval/approval-words.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { visitors } from '../../copy/visitors.ts';
import styles from './visit-panel.module.css';
import { VisitRefusal } from './visit-refusal.tsx';

type EventWord = Extract<keyof typeof visitors, `event.${string}`>;

const EVENT_WORDS: Readonly<Record<string, EventWord>> = {
  'visit.expected': 'event.expected',
  'visit.cancelled': 'event.cancelled',
  'visit.arrived': 'event.arrived',
  'visit.left': 'event.left',
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
  'record.erased': 'event.erased',
};

/** A typed time and a true time that lie further apart than this were entered late 补录. */
const LATE_MS = 60_000;

export function VisitHistory({ id }: { readonly id: number }) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const history = useQuery(calls.visitors.history.queryOptions({ input: { visit: id } }));
  if (history.error) return <Callout tone="bad" announce title={<VisitRefusal error={history.error} />} />;
  if (!history.data) return <EmptyState title={t('loading')} />;
  return (
    <ol className={styles.history} aria-label={t('history.title')}>
      {history.data.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const approved = useApprovalWords(entry);
  const who = [entry.staffNumber, entry.staffName].filter(Boolean).join(' ') || t('history.bySystem');
  const late = Math.abs(entry.recordedAt - entry.happenedAt) > LATE_MS;
  return (
    <li>
      <time dateTime={new Date(entry.happenedAt).toISOString()}>{times.full(entry.happenedAt)}</time>
      <strong>{approved ?? t(EVENT_WORDS[entry.type] ?? 'event.other')}</strong>
      <span>{[who, entry.desk, entry.shift].filter(Boolean).join(' · ')}</span>
      {late ? <span>{t('history.recorded', { time: times.full(entry.recordedAt) })}</span> : null}
      {entry.paperLine ? <span>{t('history.paperLine', { line: entry.paperLine })}</span> : null}
      <Confirmation given={entry.hostConfirmation} />
      {entry.origins ? <Origins origins={entry.origins} /> : null}
    </li>
  );
}

function Confirmation({ given }: { readonly given: HistoryEntry['hostConfirmation'] }) {
  const { t } = useTranslation('visitors');
  if (given === null || given === 'none') return null;
  return <span>{`${t('hostConfirmation')}: ${t(`hostConfirmation.${given}`)}`}</span>;
}

/** Fields by the way they came in: `读卡：姓名、证件号码`. */
function Origins({ origins }: { readonly origins: NonNullable<HistoryEntry['origins']> }) {
  const { t, i18n } = useTranslation('visitors');
  const comma = i18n.language === 'en' ? ', ' : '、';
  const ways = new Map<string, string[]>();
  for (const [field, way] of Object.entries(origins)) {
    const label = isNamed(field) ? t(NAMED[field]) : field;
    const known = ways.get(t(`origin.${way}`)) ?? [];
    if (!known.includes(label)) ways.set(t(`origin.${way}`), [...known, label]);
  }
  return Array.from(ways, ([way, fields]) => (
    <span key={way} className={styles.origin}>{`${way}: ${fields.join(comma)}`}</span>
  ));
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
} as const;

function isNamed(field: string): field is keyof typeof NAMED {
  return field in NAMED;
}
