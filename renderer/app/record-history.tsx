// Everything the journal has of one record: what, when, who, at which desk, and how values came in.
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryChange, HistoryEntry } from '../../electron/api/history.ts';
import { Callout } from '../ui/callout.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from '../ui/record-panel.module.css';
import { useApprovalWords } from './approval/approval-words.ts';
import { useProperty } from './property.ts';
import { useComma } from '../ui/use-comma.ts';

/** What a register says of its own entries. */
export interface HistoryWords {
  /** The deed of an event; undefined where the register has no word for it. */
  eventOf(type: string): string | undefined;
  /** The name of a field on the register's forms; undefined for one that is shown as it is. */
  fieldOf?(field: string): string | undefined;
  /** A value as the register says it; undefined for one that is shown as it is. */
  saidOf?(change: HistoryChange, value: string): string | undefined;
  /** What else an entry says. */
  readonly More?: ComponentType<{ readonly entry: HistoryEntry }>;
}

/** A typed time and a true time that lie further apart than this were entered late 补录. */
const LATE_MS = 60_000;

export function RecordHistory(props: {
  readonly entries: readonly HistoryEntry[] | undefined;
  /** The refusal in words, where the history could not be read. */
  readonly refusal: ReactNode;
  readonly words: HistoryWords;
}) {
  const { t } = useTranslation('records');
  const { entries, refusal, words } = props;
  if (refusal !== null) return <Callout tone="bad" announce title={refusal} />;
  if (!entries) return <EmptyState title={t('loading')} />;
  return (
    <ol className={styles.history} aria-label={t('history')}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} words={words} />
      ))}
    </ol>
  );
}

function Entry({ entry, words }: { readonly entry: HistoryEntry; readonly words: HistoryWords }) {
  const { t } = useTranslation('records');
  const { times } = useProperty();
  const approved = useApprovalWords(entry);
  const who = [entry.staffNumber, entry.staffName].filter(Boolean).join(' ') || t('bySystem');
  const late = Math.abs(entry.recordedAt - entry.happenedAt) > LATE_MS;
  return (
    <li>
      <time dateTime={new Date(entry.happenedAt).toISOString()}>{times.full(entry.happenedAt)}</time>
      <strong>{approved ?? words.eventOf(entry.type) ?? t('event.other')}</strong>
      <span>{[who, entry.desk, entry.shift].filter(Boolean).join(' · ')}</span>
      {late ? <span>{t('recorded', { time: times.full(entry.recordedAt) })}</span> : null}
      {entry.begunBy === null ? null : <span>{t('begunBy', { who: entry.begunBy })}</span>}
      {entry.paperLine ? <span>{t('paperLine', { line: entry.paperLine })}</span> : null}
      {words.More ? <words.More entry={entry} /> : null}
      {entry.reason === null ? null : <span>{t('because', { reason: entry.reason })}</span>}
      {entry.changes.length > 0 ? <Changes changes={entry.changes} words={words} /> : null}
      {entry.origins ? <Origins origins={entry.origins} words={words} /> : null}
    </li>
  );
}

/** Each field that was changed, with what it said before: `姓名：张三 → 张山`. */
function Changes(props: { readonly changes: readonly HistoryChange[]; readonly words: HistoryWords }) {
  const { t } = useTranslation('records');
  const { changes, words } = props;
  const said = (change: HistoryChange, value: string | null): string =>
    value === null ? t('nothingBefore') : (words.saidOf?.(change, value) ?? value);
  return (
    <ul className={styles.changes} aria-label={t('changes')}>
      {changes.map((change) => (
        <li key={change.field}>
          <span>{t('changed', { field: words.fieldOf?.(change.field) ?? change.field })}</span>
          <del>{said(change, change.before)}</del>
          {' → '}
          <ins>{said(change, change.after)}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Fields by the way they came in: `读卡：姓名、证件号码`. */
function Origins(props: {
  readonly origins: NonNullable<HistoryEntry['origins']>;
  readonly words: HistoryWords;
}) {
  const { t } = useTranslation('records');
  const comma = useComma();
  const ways = new Map<string, string[]>();
  for (const [field, way] of Object.entries(props.origins)) {
    const label = props.words.fieldOf?.(field) ?? field;
    const known = ways.get(t(`origin.${way}`)) ?? [];
    if (!known.includes(label)) ways.set(t(`origin.${way}`), [...known, label]);
  }
  return Array.from(ways, ([way, fields]) => (
    <span key={way} className={styles.origin}>{`${way}: ${fields.join(comma)}`}</span>
  ));
}
