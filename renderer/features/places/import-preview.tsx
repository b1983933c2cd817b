// What a spreadsheet comes to: how much is new, how much changes, and every cell that is wrong.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import type {
  CellFault,
  ImportColumn,
  ImportPreview as Preview,
} from '../../../electron/api/places-import.contract.ts';
import { FILE_FAULTS, IMPORT_COLUMNS } from '../../../electron/api/places-import.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { Callout } from '../../ui/callout.tsx';
import styles from './places.module.css';

const KINDS = ['units', 'tenants', 'contacts'] as const;

export function ImportPreview({ file, preview }: { readonly file: string; readonly preview: Preview }) {
  const { t } = useTranslation('placesImport');
  const { faults, faultCount, unknownColumns } = preview;
  const news = KINDS.some((kind) => preview[kind].added + preview[kind].changed > 0);
  return (
    <>
      <p role="status" className={styles.said}>
        {t('fileRead', { file, count: preview.rows })}
      </p>
      {unknownColumns.length > 0 ? (
        <Callout tone="warn" title={t('unknownColumns', { columns: unknownColumns.join('、') })} />
      ) : null}
      {faultCount > 0 ? (
        <Callout tone="bad" announce title={t('faults', { count: faultCount })}>
          {faultCount > faults.length ? t('faultsShown', { shown: faults.length }) : null}
        </Callout>
      ) : (
        <table className={styles.table} aria-label={t('previewOf')}>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col" className={styles.number}>
                {t('added')}
              </th>
              <th scope="col" className={styles.number}>
                {t('changed')}
              </th>
              <th scope="col" className={styles.number}>
                {t('same')}
              </th>
            </tr>
          </thead>
          <tbody>
            {KINDS.map((kind) => (
              <tr key={kind}>
                <th scope="row">{t(kind)}</th>
                <td className={styles.number}>{preview[kind].added}</td>
                <td className={styles.number}>{preview[kind].changed}</td>
                <td className={styles.number}>{preview[kind].same}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {faultCount === 0 && !news ? <Callout tone="good" title={t('nothingNew')} /> : null}
      {faults.length > 0 ? <FaultList faults={faults} /> : null}
    </>
  );
}

function FaultList({ faults }: { readonly faults: readonly CellFault[] }) {
  const { t } = useTranslation('placesImport');
  return (
    <table className={styles.table} aria-label={t('faultList')}>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            {t('row')}
          </th>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('reason')}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ row, column, reason, other }) => (
          <tr key={`${row}-${column}-${reason}`}>
            <td className={styles.number}>{row}</td>
            <td>{t(`column.${column}`)}</td>
            <td>{t(`fault.${reason}`, { other })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a file was not read, in the words of whoever chose it. */
export function ImportRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('placesImport');
  const data = error instanceof ORPCError ? (error.data as { reason?: unknown; column?: unknown }) : null;
  const reason = FILE_FAULTS.find((each) => each === data?.reason);
  if (reason === undefined) return <RefusalText error={error} />;
  const column: ImportColumn | undefined = IMPORT_COLUMNS.find((each) => each === data?.column);
  return t(`file.${reason}`, { column: column ? t(`column.${column}`) : '' });
}
