// Borrowers as the field lists them, and the one who is chosen: who holds something overdue is flagged before and after.
import { useTranslation } from 'react-i18next';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import search from '../../ui/search-field.module.css';
import { Tag } from '../../ui/tag.tsx';
import { saidOf } from './borrower-choice.ts';
import styles from './borrower-pick.module.css';

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export function BorrowerList(props: {
  readonly id: string;
  readonly rows: readonly BorrowerRow[];
  readonly active: number;
  readonly onChoose: (row: BorrowerRow) => void;
}) {
  const { t } = useTranslation('lending');
  const { id, rows, active, onChoose } = props;
  return (
    <div className={search.list} hidden={rows.length === 0}>
      <div id={id} role="listbox" aria-label={t('borrowers')}>
        {rows.map((row, index) => (
          <div
            key={JSON.stringify(row.pick)}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={search.option}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(row);
            }}
          >
            <span className={styles.name}>{row.name}</span>
            <span className={`${search.where} ${styles.where}`}>{saidOf(row)}</span>
            <HoldsTag row={row} />
          </div>
        ))}
      </div>
      <p className={styles.several} role="status">
        {rows.length > 1 && active < 0 ? t('several') : ''}
      </p>
    </div>
  );
}

/** Read before Enter: whose name this goes under. */
export function ChosenBorrower({ row }: { readonly row: BorrowerRow }) {
  return (
    <p className={styles.chosen} role="status">
      <strong>{row.name}</strong>
      <span>{saidOf(row)}</span>
      <HoldsTag row={row} />
    </p>
  );
}

function HoldsTag({ row: { overdue, holds } }: { readonly row: BorrowerRow }) {
  const { t } = useTranslation('lending');
  if (overdue > 0) return <Tag tone="warn">{t('hasOverdue', { count: overdue })}</Tag>;
  return holds > 0 ? <Tag tone="quiet">{t('hasThings', { count: holds })}</Tag> : null;
}
