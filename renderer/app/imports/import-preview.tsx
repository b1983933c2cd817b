// What a spreadsheet comes to: how much is new, how much changes, and every cell that is wrong.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { FILE_FAULTS } from '../../../electron/api/imports.ts';
import type { ImportTally } from '../../../electron/api/imports.ts';
import { Callout } from '../../ui/callout.tsx';
import { RefusalText } from '../refusal.tsx';
import styles from './imports.module.css';
import table from '../../ui/plain-table.module.css';
import { useComma } from '../../ui/use-comma.ts';

interface CellFault {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly other: number | null;
}

/** What any preview says. */
export interface Preview {
  readonly rows: number;
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
  readonly unknownColumns: readonly string[];
}

/** The words that belong to one kind of spreadsheet. */
export interface ImportWords {
  readonly column: (column: string) => string;
  /** What is wrong with a cell, where that can be of this kind of spreadsheet only. */
  readonly fault: (fault: CellFault) => string;
}

/** What comes in, by the name of what it is. */
export type Tallies = readonly (readonly [label: string, tally: ImportTally])[];

export function isNews(tallies: Tallies): boolean {
  return tallies.some(([, { added, changed }]) => added + changed > 0);
}

export function ImportPreview(props: {
  readonly file: string;
  readonly preview: Preview;
  readonly tallies: Tallies;
  readonly words: ImportWords;
}) {
  const { t } = useTranslation('imports');
  const comma = useComma();
  const { file, preview, tallies, words } = props;
  const { faults, faultCount, unknownColumns } = preview;
  return (
    <>
      <p role="status" className={styles.said}>
        {t('fileRead', { file, count: preview.rows })}
      </p>
      {unknownColumns.length > 0 ? (
        <Callout tone="warn" title={t('unknownColumns', { columns: unknownColumns.join(comma) })} />
      ) : null}
      {faultCount > 0 ? (
        <Callout tone="bad" announce title={t('faults', { count: faultCount })}>
          {faultCount > faults.length ? t('faultsShown', { shown: faults.length }) : null}
        </Callout>
      ) : (
        <table className={table.table} aria-label={t('previewOf')}>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col" className={table.number}>
                {t('added')}
              </th>
              <th scope="col" className={table.number}>
                {t('changed')}
              </th>
              <th scope="col" className={table.number}>
                {t('same')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tallies.map(([label, { added, changed, same }]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className={table.number}>{added}</td>
                <td className={table.number}>{changed}</td>
                <td className={table.number}>{same}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {faultCount === 0 && !isNews(tallies) ? <Callout tone="good" title={t('nothingNew')} /> : null}
      {faults.length > 0 ? <FaultList faults={faults} words={words} /> : null}
    </>
  );
}

function FaultList(props: { readonly faults: readonly CellFault[]; readonly words: ImportWords }) {
  const { faults, words } = props;
  const { t } = useTranslation('imports');
  return (
    <table className={table.table} aria-label={t('faultList')}>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            {t('row')}
          </th>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.row}-${fault.column}-${fault.reason}`}>
            <td className={table.number}>{fault.row}</td>
            <td>{words.column(fault.column)}</td>
            <td>{words.fault(fault)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a file was not read, in the words of whoever chose it. */
export function ImportRefusal({ error, words }: { readonly error: unknown; readonly words: ImportWords }) {
  const { t } = useTranslation('imports');
  const data = error instanceof ORPCError ? (error.data as { reason?: unknown; column?: unknown }) : null;
  const reason = FILE_FAULTS.find((each) => each === data?.reason);
  if (reason === undefined) return <RefusalText error={error} />;
  return t(`file.${reason}`, {
    column: typeof data?.column === 'string' ? words.column(data.column) : '',
  });
}
