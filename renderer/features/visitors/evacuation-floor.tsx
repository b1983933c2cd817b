// One floor of the evacuation list: a heading row, then a line a person with its tick box.
import { useTranslation } from 'react-i18next';
import type { EvacuationList } from '../../../electron/api/visitors.contract.ts';
import type { Times } from '../../ui/times.ts';
import styles from './evacuation-list.module.css';

export const EVACUATION_COLUMNS = ['out', 'name', 'phone', 'host', 'unit', 'company', 'arrived'] as const;

export function EvacuationFloor(props: {
  readonly title: string;
  readonly people: EvacuationList['unverified'];
  readonly met: ReadonlySet<number>;
  readonly times: Times;
  readonly onMet: (visit: number) => void;
}) {
  const { t } = useTranslation('evacuation');
  const { title, people, met, times, onMet } = props;
  return (
    <tbody>
      <tr className={styles.floor}>
        <th colSpan={EVACUATION_COLUMNS.length} scope="rowgroup">
          {`${title} · ${people.length}`}
        </th>
      </tr>
      {people.map((person) => {
        const name = person.name ?? t('nameLocked');
        return (
          <tr key={person.id} data-met={met.has(person.id) || undefined}>
            <td>
              {/* Two thousand boxes have to stand there at once: plain ones, drawn by the style sheet. */}
              <input
                type="checkbox"
                className={styles.box}
                aria-label={`${t('out')} ${name}`}
                checked={met.has(person.id)}
                onChange={() => onMet(person.id)}
              />
            </td>
            <td>
              <strong>{name}</strong>
              {person.needsHelp ? <span className={styles.help}>{t('needsHelp')}</span> : null}
              {person.card === null ? null : (
                <span className={styles.mark}>{t('card', { card: person.card })}</span>
              )}
              {person.contractor ? <span className={styles.mark}>{t('contractor')}</span> : null}
            </td>
            <td>{person.phone ?? '–'}</td>
            <td>{person.hostName ?? '–'}</td>
            <td>{person.unitText ?? '–'}</td>
            <td>{person.company ?? '–'}</td>
            <td>{person.arrivedAt === null ? '–' : times.short(person.arrivedAt)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
