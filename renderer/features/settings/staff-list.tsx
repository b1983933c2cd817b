// Everybody on file: who works here first, by number; whoever was let go below.
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { useProperty } from '../../app/property.ts';
import { Tag } from '../../ui/tag.tsx';
import rowButton from '../../ui/row-button.module.css';
import styles from './staff-list.module.css';

/** Id of the control that opens a row, for whoever sends the focus there. */
export function rowId(staff: number): string {
  return `staff-${staff}`;
}

export function StaffList(props: {
  readonly rows: readonly StaffRow[];
  /** Who acts. */
  readonly self: number;
  readonly open: number | null;
  readonly onOpen: (staff: number) => void;
}) {
  const { t } = useTranslation(['settings', 'people']);
  const sorted = props.rows.toSorted(
    (a, b) =>
      Number(b.active) - Number(a.active) || a.number.localeCompare(b.number, 'en', { numeric: true }),
  );
  return (
    // Scrolls by itself, so that the keyboard has to be able to reach it.
    <section className={styles.box} aria-label={t('staffList')}>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">{t('people:number')}</th>
            <th scope="col">{t('staffName')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('language')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr
              key={row.id}
              className={rowButton.row}
              data-open={row.id === props.open || undefined}
              data-left={!row.active || undefined}
            >
              <td>{row.number}</td>
              <td>
                <button
                  id={rowId(row.id)}
                  type="button"
                  className={rowButton.button}
                  aria-current={row.id === props.open}
                  onClick={() => props.onOpen(row.id)}
                >
                  {row.name ?? t('erased')}
                </button>
              </td>
              <td>{t(`people:role.${row.role}`)}</td>
              <td>{t(`language.${row.language}`)}</td>
              <td>
                <StaffState staff={row} self={row.id === props.self} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function StaffState({ staff, self }: { readonly staff: StaffRow; readonly self: boolean }) {
  const { t } = useTranslation('settings');
  const { times } = useProperty();
  return (
    <span className={styles.tags}>
      <Tag tone={staff.active ? 'good' : 'quiet'}>{t(staff.active ? 'state.active' : 'state.left')}</Tag>
      {staff.lockedUntil === null ? null : (
        <Tag tone="warn">{t('state.locked', { time: times.short(staff.lockedUntil) })}</Tag>
      )}
      {staff.lent ? (
        <Tag tone="info">
          {t('state.lent', { desk: staff.lent.desk, time: times.short(staff.lent.until) })}
        </Tag>
      ) : null}
      {staff.hasBadge ? <Tag tone="quiet">{t('state.badge')}</Tag> : null}
      {self ? <Tag tone="info">{t('you')}</Tag> : null}
    </span>
  );
}
