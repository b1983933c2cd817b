// The list of key loans: which keys, who has them, until when, and what is wrong with it.
import { useTranslation } from 'react-i18next';
import type { KeyLoanRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RegisterList } from '../../app/register/register-list.tsx';
import type { ListProps } from '../../app/register/register-list.tsx';
import type { GridColumn } from '../../ui/record-grid.tsx';
import { LoanStateTags } from './state-tags.tsx';
import styles from './keys-lists.module.css';
import type { ListView } from './workplace.ts';

/** The element that has the keys of the list, whichever of the lists it is. */
export const LIST_ID = 'keys';

export function LoansList({ view, ...list }: ListProps<KeyLoanRow> & { readonly view: ListView }) {
  const { t } = useTranslation('keys');
  return (
    <RegisterList
      {...{ ...list, view }}
      label={t('list')}
      id={LIST_ID}
      rowPrefix="key-loan"
      columns={useColumns(view)}
      rowClass={styles.loan}
      marksOf={marksOf}
    />
  );
}

function useColumns(view: ListView): readonly GridColumn<KeyLoanRow>[] {
  const { t } = useTranslation(['keys', 'records']);
  const { times } = useProperty();
  const at = (ms: number | null): string => (ms === null ? '–' : times.short(ms));
  const follows = view === 'overdue' || view === 'dueSoon';
  return [
    { label: t('key'), className: styles.key, cell: ({ lines }) => <Keys lines={lines} /> },
    { label: t('borrower'), cell: ({ borrowerName }) => borrowerName ?? t('records:erased') },
    { label: t('phone'), className: styles.phone, cell: ({ borrowerPhone }) => borrowerPhone ?? '–' },
    { label: t('lentAt'), className: styles.lent, cell: ({ lentAt }) => at(lentAt) },
    {
      label: t(view === 'all' ? 'returnedAt' : 'due'),
      cell: ({ returnedAt, dueAt }) => at(view === 'all' ? returnedAt : dueAt),
    },
    follows
      ? { label: t('nextCall'), className: styles.number, cell: ({ nextCallAt }) => at(nextCallAt) }
      : { label: t('number'), className: styles.number, cell: ({ number }) => number },
    { label: t('state'), className: styles.state, cell: (loan) => <LoanStateTags loan={loan} /> },
  ];
}

/** The first key that is not back by name, and how many more are not; once all are back, of all of them. */
function Keys({ lines: all }: Pick<KeyLoanRow, 'lines'>) {
  const missing = all.filter(({ pieces, back, lost }) => lost || back < pieces);
  const lines = missing.length > 0 ? missing : all;
  const [first] = lines;
  return (
    <>
      <strong>{first?.name ?? first?.code ?? '–'}</strong>
      {first?.name ? <span className={styles.code}>{first.code}</span> : null}
      {lines.length > 1 ? <span className={styles.code}>+{lines.length - 1}</span> : null}
    </>
  );
}

function marksOf({ state, due }: KeyLoanRow) {
  return {
    'data-late': (state === 'open' && due === 'overdue') || undefined,
    'data-gone': (state !== 'open' && state !== 'lost') || undefined,
    'data-voided': state === 'voided' || undefined,
  } as const;
}
