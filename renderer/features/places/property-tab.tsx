// The property 项目: its names, where it is, and what stands at the head and foot of every slip.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PropertyRow } from '../../../electron/api/places-file.contract.ts';
import { propertyForm } from '../../../electron/api/places-file.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LineField } from '../../app/records/record-fields.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { propertyValues, wrongIn } from './place-values.ts';
import records from '../../app/records/records.module.css';
import styles from './places.module.css';
import { useSaved } from './use-saved.tsx';

export function PropertyTab() {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const property = useQuery(calls.places.propertyFile.queryOptions());
  // The form begins anew once it was sent.
  const [sent, setSent] = useState(0);
  if (property.error) return <Callout tone="bad" announce title={<RefusalText error={property.error} />} />;
  if (!property.data) return <EmptyState title={t('loading')} />;
  return (
    <div className={styles.page}>
      <PropertyForm key={sent} row={property.data} onDone={() => setSent(sent + 1)} />
    </div>
  );
}

function PropertyForm({ row, onDone }: { readonly row: PropertyRow; readonly onDone: () => void }) {
  const { t } = useTranslation('places');
  const { api } = useServices();
  const saved = useSaved();
  const form = usePlaceForm({
    begun: { values: propertyValues(row), revision: row.revision },
    check: (values) => wrongIn(propertyForm, values),
    async send(values, { commandId, revision }) {
      await api.places.putProperty({ commandId, revision: revision ?? row.revision, ...values });
      await saved('savedDone', values.nameZh);
      onDone();
    },
    async latest() {
      const now = await api.places.propertyFile();
      return now && { values: propertyValues(now), revision: now.revision };
    },
  });
  return (
    <PlaceForm record={row.id} label={t('propertyFile')} confirm={t('save')} form={form}>
      <p className={records.hint}>{t('propertyCode', { code: row.code })}</p>
      <div className={records.pair}>
        <LineField form={form} name="nameZh" label={t('nameZh')} />
        <LineField form={form} name="nameEn" label={t('nameEn')} />
      </div>
      <LineField form={form} name="address" label={t('address')} />
      <LineField form={form} name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} />
      <div className={records.pair}>
        <LineField form={form} name="slipHeaderZh" label={t('slipHeaderZh')} />
        <LineField form={form} name="slipHeaderEn" label={t('slipHeaderEn')} />
        <LineField form={form} name="slipFooterZh" label={t('slipFooterZh')} />
        <LineField form={form} name="slipFooterEn" label={t('slipFooterEn')} />
      </div>
    </PlaceForm>
  );
}
