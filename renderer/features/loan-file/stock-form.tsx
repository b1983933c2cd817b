// How many of a kind the desks have: all of them to be read, one's own to be counted anew.
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { LineField } from '../../app/records/record-fields.tsx';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import styles from '../../app/records/records.module.css';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import { useServices } from '../../app/services.ts';
import { wholeNumber } from './loan-file-values.ts';
import type { FileMessage } from './loan-file-values.ts';
import own from './loan-file.module.css';
import { useSaved } from './use-saved.tsx';

export function StockForm({ row }: { readonly row: LoanTypeRow }) {
  const { t, i18n } = useTranslation('loanFile');
  const { api } = useServices();
  const saved = useSaved();
  const name = i18n.language === 'en' ? row.nameEn : row.nameZh;
  const form = useRecordForm<{ total: string }, FileMessage>({
    begun: { values: { total: '' }, revision: null },
    check: ({ total }): Partial<Record<string, FileMessage>> =>
      Number.isNaN(wholeNumber(total)) ? { total: 'field.number' } : {},
    fieldsOf: () => ({}),
    say: (message) => t(message),
    async send({ total }, { commandId }) {
      await api.loans.setStock({ commandId, type: row.id, total: wholeNumber(total) });
      await saved('countedDone', name);
    },
    latest: () => Promise.resolve(null),
  });
  return (
    <section className={styles.section} aria-label={t('stock')}>
      <h3 className={styles.legend}>{t('stock')}</h3>
      <ul className={own.stock}>
        {row.desks.map(({ desk, total, available, out, resting, outOfService, lost }) => (
          <li key={desk}>
            {t('stockLine', { desk, total, available, out, off: resting + outOfService, lost })}
          </li>
        ))}
      </ul>
      <RecordFrame label={t('setTotal')} confirm={t('setTotal')} form={form} focused={false}>
        <LineField form={form} name="total" label={t('total')} hint={t('totalHint')} />
      </RecordFrame>
    </section>
  );
}
