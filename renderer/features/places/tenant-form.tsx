// A tenant: names, how to reach them, whom to call at night, and what they have asked of the desk.
import { useTranslation } from 'react-i18next';
import type { TenantRow } from '../../../electron/api/places-file.contract.ts';
import { TENANT_STATUSES, tenantForm } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { CalleeFields } from './callee-fields.tsx';
import { ChoiceField, LineField, LinesField } from '../../app/records/record-fields.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { tenantValues, wrongIn } from './place-values.ts';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { pinyinHint } from './pinyin-hint.ts';
import { useSaved } from './use-saved.tsx';

export function TenantForm({ row, end }: { readonly row: TenantRow | null; readonly end: PanelEnd }) {
  const { t } = useTranslation('places');
  const { api } = useServices();
  const saved = useSaved();
  const form = usePlaceForm({
    begun: { values: tenantValues(row), revision: row?.revision ?? null },
    readOnly: !end.mayChange,
    check: (values) => wrongIn(tenantForm, values),
    async send(values, claim) {
      const { id } = await api.places.putTenant({ ...claim, record: row?.id ?? null, ...values });
      await saved(row ? 'savedDone' : 'addedDone', values.shortName || values.nameZh);
      end.onDone(id);
    },
    async latest() {
      const now = (await api.places.tenants()).find(({ id }) => id === row?.id);
      return now ? { values: tenantValues(now), revision: now.revision } : null;
    },
  });
  // Moving out has a list of its own; whoever has moved out may come back.
  const statuses = TENANT_STATUSES.filter((status) => status !== 'movedOut' || row?.status === 'movedOut');
  return (
    <PlaceForm
      record={row?.id ?? null}
      label={row ? t('tab.tenants') : t('add.tenants')}
      confirm={row ? t('save') : t('add.tenants')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <LineField form={form} name="nameZh" label={t('nameZh')} />
      <LineField form={form} name="nameEn" label={t('nameEn')} />
      <div className={styles.pair}>
        <LineField form={form} name="shortName" label={t('shortName')} hint={t('shortNameHint')} />
        <LineField form={form} name="phone" label={t('phone')} />
      </div>
      {form.readOnly ? (
        <CalleeFields form={form} />
      ) : (
        <LineField form={form} name="pinyin" label={t('pinyin')} hint={pinyinHint(t, row)} />
      )}
      <ChoiceField
        form={form}
        name="status"
        label={t('status')}
        data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <LinesField form={form} name="instructions" label={t('instructions')} hint={t('instructionsHint')} />
      <LinesField form={form} name="mailInstructions" label={t('mailInstructions')} />
      {form.readOnly ? null : <CalleeFields form={form} />}
      <LinesField form={form} name="notes" label={t('notes')} />
    </PlaceForm>
  );
}
