// An item: which type, its asset code; its label to be printed, and its end.
import { Button } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { ChoiceField, LineField } from '../../app/records/record-fields.tsx';
import { RecordFrame } from '../../app/records/record-frame.tsx';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { useRecordForm } from '../../app/records/use-record-form.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { fileFieldsRefused, itemValues, nextAsset, wrongItem } from './loan-file-values.ts';
import type { FileMessage, ItemValues } from './loan-file-values.ts';
import { ItemTag } from './item-tag.tsx';
import { useSaved } from './use-saved.tsx';

export function ItemPanel({ row, end }: { readonly row: LoanItemRow | null; readonly end: PanelEnd }) {
  const { calls } = useServices();
  const types = useQuery(calls.loans.types.queryOptions());
  const items = useQuery(calls.loans.items.queryOptions({ input: {} }));
  if (!types.data || !items.data) return null;
  const tracked = types.data.filter(({ tracking, withdrawn }) => tracking === 'asset' && !withdrawn);
  return (
    <>
      <ItemForm row={row} end={end} types={tracked} items={items.data} />
      {row && row.state !== 'retired' ? (
        <>
          <ItemTag row={row} onDone={end.onDone} />
          <ItemTools row={row} end={end} />
        </>
      ) : null}
    </>
  );
}

function ItemForm(props: {
  readonly row: LoanItemRow | null;
  readonly end: PanelEnd;
  readonly types: readonly LoanTypeRow[];
  readonly items: readonly LoanItemRow[];
}) {
  const { t, i18n } = useTranslation('loanFile');
  const { row, end, types, items } = props;
  const { api } = useServices();
  const saved = useSaved();
  const first = types[0];
  const begun = itemValues(row, first?.id ?? null);
  const form = useRecordForm<ItemValues, FileMessage>({
    begun: {
      values: row || !first ? begun : { ...begun, asset: nextAsset(first.prefix, items) },
      revision: null,
    },
    readOnly: row?.state === 'retired',
    check: wrongItem,
    fieldsOf: fileFieldsRefused,
    say: (message) => t(message),
    async send({ type, asset, remark }, { commandId }) {
      const code = asset.trim().toUpperCase();
      const item = { commandId, item: row?.id ?? null, type: Number(type), asset: code, remark };
      const { id } = await api.loans.putItem(item);
      await saved(row ? 'savedDone' : 'addedDone', code);
      end.onDone(id);
    },
    latest: () => Promise.resolve(null),
  });
  // A new one gets the next code of whichever type is chosen.
  const following: typeof form = {
    ...form,
    change(changed) {
      const type = row ? undefined : types.find(({ id }) => String(id) === changed.type);
      form.change(type ? { ...changed, asset: nextAsset(type.prefix, items) } : changed);
    },
  };
  return (
    <RecordFrame
      label={row ? t('tab.items') : t('add.items')}
      confirm={row ? t('save') : t('add.items')}
      form={following}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <div className={styles.pair}>
        <ChoiceField
          form={following}
          name="type"
          label={t('type')}
          data={types.map(({ id, nameZh, nameEn }) => ({
            value: String(id),
            label: i18n.language === 'en' ? nameEn : nameZh,
          }))}
        />
        <LineField form={following} name="asset" label={t('asset')} />
      </div>
      <LineField form={following} name="remark" label={t('remark')} />
    </RecordFrame>
  );
}

function ItemRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('loanFile');
  const isOut = error instanceof ORPCError && error.code === 'WRONG_STATE';
  return isOut ? t('outFirst') : <RefusalText error={error} />;
}

/** Its label, and its end, which asks once more. */
function ItemTools({ row, end }: { readonly row: LoanItemRow; readonly end: PanelEnd }) {
  const { t } = useTranslation('loanFile');
  const { api } = useServices();
  const saved = useSaved();
  const [asking, setAsking] = useState(false);
  const nothing = { check: () => ({}), fieldsOf: () => ({}) };
  const print = useFormSending<FileMessage>({
    ...nothing,
    async send() {
      await api.loans.printTag({ commandId: uuidV7(), item: row.id });
      await saved('printedDone', row.asset);
    },
  });
  const retire = useFormSending<FileMessage>({
    ...nothing,
    async send() {
      await api.loans.retireItem({ commandId: uuidV7(), item: row.id });
      await saved('retiredDone', row.asset);
      end.onDone(row.id);
    },
  });
  const refusal = print.refusal ?? retire.refusal;
  return (
    <section className={styles.section}>
      <p className={styles.hint}>{t('retireHint')}</p>
      {refusal === null ? null : <Callout tone="bad" announce title={<ItemRefusal error={refusal} />} />}
      <div className={styles.buttons}>
        <Button variant="default" loading={print.busy} onClick={() => print.confirm()}>
          {t('printTag')}
        </Button>
        <Button
          variant="default"
          loading={retire.busy}
          onClick={() => (asking ? retire.confirm() : setAsking(true))}
        >
          {asking ? t('reallyRetire') : t('retire')}
        </Button>
      </div>
    </section>
  );
}
