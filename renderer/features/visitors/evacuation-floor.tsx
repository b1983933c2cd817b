// One floor of the evacuation list: its name comes again on every page, and each person has a tick box.
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvacuationList } from '../../../electron/api/visitors.contract.ts';
import { useProperty } from '../../app/property.ts';
import { SheetTable } from '../../ui/sheet-table.tsx';
import type { Times } from '../../ui/times.ts';
import styles from './evacuation-list.module.css';

type Person = EvacuationList['unverified'][number];
type Translate = ReturnType<typeof useTranslation<'evacuation'>>['t'];

/** Behind box and name, whose place the floor takes. */
const COLUMNS = [
  { word: 'phone', width: 29 },
  { word: 'host' },
  { word: 'unit' },
  { word: 'company' },
  { word: 'arrived', width: 14 },
] as const;

export function EvacuationFloor(props: {
  readonly title: string;
  /** Said below the title, before the first of them. */
  readonly note?: string;
  readonly people: readonly Person[];
  readonly met: ReadonlySet<number>;
  readonly onMet: (visit: number) => void;
}) {
  const { t } = useTranslation('evacuation');
  const { times } = useProperty();
  const { title, note, people, met, onMet } = props;
  return (
    <SheetTable
      group={{ title: t('floorOf', { floor: title, count: people.length }), widths: [8, 34] }}
      columns={COLUMNS.map(({ word, ...column }) => ({ ...column, label: t(word) }))}
    >
      <tbody>
        {note === undefined ? null : (
          <tr>
            <td colSpan={COLUMNS.length + 2} className={styles.note}>
              {note}
            </td>
          </tr>
        )}
        {people.map((person) => (
          <Line key={person.id} {...{ person, onMet, t, times }} met={met.has(person.id)} />
        ))}
      </tbody>
    </SheetTable>
  );
}

/** Two thousand of them may stand there: they ask for nothing themselves, and a tick draws one anew. */
const Line = memo(function Line(props: {
  readonly person: Person;
  readonly met: boolean;
  readonly onMet: (visit: number) => void;
  readonly t: Translate;
  readonly times: Times;
}) {
  const { person, met, onMet, t, times } = props;
  const name = person.name ?? t('nameLocked');
  return (
    <tr className={met ? styles.met : undefined}>
      <td>
        <input
          type="checkbox"
          className={styles.box}
          aria-label={`${t('out')} ${name}`}
          checked={met}
          onChange={() => onMet(person.id)}
        />
      </td>
      <td>
        <strong>{name}</strong>{' '}
        {person.needsHelp ? <span className={styles.help}>{t('needsHelp')}</span> : null}
        {person.card === null ? null : (
          <span className={styles.mark}>{t('card', { card: person.card })}</span>
        )}
        {person.children > 0 ? (
          <span className={styles.help}>{t('withChildren', { count: person.children })}</span>
        ) : null}
        {person.contractor ? <span className={styles.mark}>{t('contractor')}</span> : null}
      </td>
      <td>{person.phone ?? '–'}</td>
      <td>{person.hostName ?? '–'}</td>
      <td>{person.unitText ?? '–'}</td>
      <td>{person.company ?? '–'}</td>
      <td>{person.arrivedAt === null ? '–' : times.short(person.arrivedAt)}</td>
    </tr>
  );
});
