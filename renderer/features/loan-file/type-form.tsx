// A type of thing: what it is called, how it is kept, what it asks for; and how many a desk has where they are counted.
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { TRACKING } from '../../../electron/api/loan-states.ts';
import { ChoiceField, LineField, LinesField } from '../../app/records/record-fields.tsx';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { fileFieldsRefused, typeForm, typeValues, wrongType } from './loan-file-values.ts';
import type { FileMessage, TypeValues } from './loan-file-values.ts';
import own from './loan-file.module.css';
import { StockForm } from './stock-form.tsx';
import { useSaved } from './use-saved.tsx';

const TICKS = ['idAsked', 'rainGear', 'dailyCheck', 'restAlways'] as const;

export function TypePanel({ row, end }: { readonly row: LoanTypeRow | null; readonly end: PanelEnd }) {
  return (
    <>
      <TypeForm row={row} end={end} />
      {row?.tracking === 'count' ? <StockForm row={row} /> : null}
      {row && !row.withdrawn ? <Withdraw row={row} end={end} /> : null}
    </>
  );
}

function TypeForm({ row, end }: { readonly row: LoanTypeRow | null; readonly end: PanelEnd }) {
  const { t } = useTranslation('loanFile');
  const { api } = useServices();
  const saved = useSaved();
  const form = useRecordForm<TypeValues, FileMessage>({
    begun: { values: typeValues(row), revision: null },
    readOnly: !end.mayChange,
    check: wrongType,
    fieldsOf: fileFieldsRefused,
    say: (message) => t(message),
    async send(values, { commandId }) {
      const { id } = await api.loans.putType({ ...typeForm(values), commandId, type: row?.id ?? null });
      await saved(row ? 'savedDone' : 'addedDone', values.nameZh);
      end.onDone(id);
    },
    latest: () => Promise.resolve(null),
  });
  return (
    <RecordFrame
      label={row ? t('tab.types') : t('add.types')}
      confirm={row ? t('save') : t('add.types')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <div className={styles.pair}>
        <LineField form={form} name="nameZh" label={t('nameZh')} />
        <LineField form={form} name="nameEn" label={t('nameEn')} />
        <ChoiceField
          form={form}
          name="tracking"
          label={t('tracking')}
          data={TRACKING.map((value) => ({ value, label: t(`tracking.${value}`) }))}
        />
        <LineField form={form} name="prefix" label={t('prefix')} hint={t('prefixHint')} />
        <LineField form={form} name="loanHours" label={t('loanHours')} />
        <LineField form={form} name="least" label={t('least')} hint={t('leastHint')} />
        <LineField form={form} name="deposit" label={t('deposit')} hint={t('depositHint')} />
        <LineField form={form} name="lossPrice" label={t('lossPrice')} />
      </div>
      <LineField form={form} name="restMinutes" label={t('restMinutes')} hint={t('restHint')} />
      <LinesField form={form} name="accessories" label={t('accessories')} hint={t('accessoriesHint')} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('asked')}</legend>
        <div className={own.ticks}>
          {TICKS.map((tick) => (
            <Checkbox
              key={tick}
              label={t(tick)}
              checked={form.values[tick]}
              onChange={(event) => form.change({ [tick]: event.currentTarget.checked })}
            />
          ))}
        </div>
      </fieldset>
    </RecordFrame>
  );
}

function Withdraw({ row, end }: { readonly row: LoanTypeRow; readonly end: PanelEnd }) {
  const { t } = useTranslation('loanFile');
  const { api } = useServices();
  const saved = useSaved();
  const { busy, refusal, confirm } = useFormSending<FileMessage>({
    check: () => ({}),
    fieldsOf: () => ({}),
    async send() {
      await api.loans.withdrawType({ commandId: uuidV7(), type: row.id });
      await saved('withdrawnDone', row.nameZh);
      end.onDone(row.id);
    },
  });
  return (
    <section className={styles.section}>
      <p className={styles.hint}>{t('withdrawHint')}</p>
      {refusal === null ? null : <Callout tone="bad" announce title={<RefusalText error={refusal} />} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={busy} onClick={() => confirm()}>
          {t('withdraw')}
        </Button>
      </div>
    </section>
  );
}
