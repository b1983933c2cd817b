// The RFID tag of an item, beside its printed label: presented or typed, and taken off by emptying the field.
import { useTranslation } from 'react-i18next';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import styles from '../../app/records/records.module.css';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import { useServices } from '../../app/services.ts';
import { TagField } from '../../app/tag-field.tsx';
import { fileFieldsRefused } from './loan-file-values.ts';
import type { FileMessage } from './loan-file-values.ts';
import { useSaved } from './use-saved.tsx';

export function ItemTag(props: { readonly row: LoanItemRow; readonly onDone: (id: number) => void }) {
  const { t } = useTranslation('loanFile');
  const { row, onDone } = props;
  const { api } = useServices();
  const saved = useSaved();
  const form = useRecordForm<{ tag: string }, FileMessage>({
    begun: { values: { tag: row.rfid ?? '' }, revision: null },
    check: () => ({}),
    fieldsOf: fileFieldsRefused,
    say: (message) => t(message),
    async send({ tag }, { commandId }) {
      const read = tag.trim();
      await api.loans.bindTag({ commandId, item: row.id, tag: read === '' ? null : read });
      await saved(read === '' ? 'untaggedDone' : 'taggedDone', row.asset);
      onDone(row.id);
    },
    latest: () => Promise.resolve(null),
  });
  const error = form.errorOf('tag');
  return (
    <section className={styles.section} aria-label={t('rfid')}>
      <RecordFrame label={t('rfid')} confirm={t('bind')} form={form} focused={false}>
        <TagField
          label={t('rfid')}
          data-field="tag"
          value={form.values.tag}
          description={error === undefined ? t('rfidHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={error}
          onTag={(tag) => form.change({ tag })}
        />
      </RecordFrame>
    </section>
  );
}
