// Which keys are out, on paper: to be checked off by pen while the desk is without power.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KeyLoanRow } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { SheetTable } from '../../ui/sheet-table.tsx';

/** As many as one call gives: where more are out, the sheet says so. */
const MOST_LOANS = 500;

const COLUMNS = [
  { word: 'number', width: 31 },
  { word: 'key' },
  { word: 'borrower' },
  { word: 'phone', width: 27 },
  { word: 'due', width: 24 },
] as const;

/** Beside what all these sheets show stands a column of the sheet's own. */
export function KeyLoanTable(props: {
  readonly loans: readonly KeyLoanRow[];
  readonly last: {
    readonly label: string;
    readonly width: number;
    readonly of: (loan: KeyLoanRow) => string;
  };
}) {
  const { t } = useTranslation('keys');
  const { times } = useProperty();
  const { loans, last } = props;
  return (
    <SheetTable columns={[...COLUMNS.map(({ word, ...column }) => ({ ...column, label: t(word) })), last]}>
      <tbody>
        {loans.map((loan) => (
          <tr key={loan.id}>
            <td>{loan.number}</td>
            <td>{loan.lines.map(nameOf).join(' · ')}</td>
            <td>{loan.borrowerName ?? '–'}</td>
            <td>{loan.borrowerPhone ?? '–'}</td>
            <td>{loan.dueAt === null ? t(`loanKind.${loan.kind}`) : times.short(loan.dueAt)}</td>
            <td>{last.of(loan)}</td>
          </tr>
        ))}
      </tbody>
    </SheetTable>
  );
}

/** Everything that is out, whatever it is out for. */
export function KeysOut() {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const { times } = useProperty();
  const list = useQuery({
    ...calls.keys.list.queryOptions({ input: { view: 'away', limit: MOST_LOANS } }),
    staleTime: 0,
  });
  if (list.error && !list.data) return <Callout tone="warn" title={t('outUnreadable')} />;
  if (!list.data) return null;
  const { rows, more } = list.data;
  return (
    <>
      <h2>{t('keysOut', { time: times.full(list.dataUpdatedAt), count: rows.length })}</h2>
      {more ? <Callout tone="warn" title={t('outCut', { count: rows.length })} /> : null}
      {rows.length === 0 ? (
        <p>{t('noneOut')}</p>
      ) : (
        <KeyLoanTable loans={rows} last={{ label: t('returnedAt'), width: 20, of: forThePen }} />
      )}
    </>
  );
}

function forThePen(): string {
  return '\u00a0';
}

function nameOf({ name, code, pieces, back }: KeyLoanRow['lines'][number]): string {
  const out = pieces - back;
  return [name ?? '', code, out > 1 ? `×${out}` : ''].filter(Boolean).join(' ');
}
