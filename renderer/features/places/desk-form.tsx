// A desk 服务台: its code, its names, where it stands and when it is open.
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../electron/api/places-file.contract.ts';
import { deskForm } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { LineField } from '../../app/records/record-fields.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { deskValues, wrongIn } from './place-values.ts';
import type { DeskValues } from './place-values.ts';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { useSaved } from './use-saved.tsx';

export function DeskForm({ row, end }: { readonly row: DeskRow | null; readonly end: PanelEnd }) {
  const { t } = useTranslation('places');
  const { api } = useServices();
  const saved = useSaved();
  const form = usePlaceForm({
    begun: { values: deskValues(row), revision: row?.revision ?? null },
    check: (values) => wrongIn(deskForm, toForm(values)),
    async send(values, claim) {
      const { id } = await api.places.putDesk({ ...claim, record: row?.id ?? null, ...toForm(values) });
      await saved(row ? 'savedDone' : 'addedDone', values.code);
      end.onDone(id);
    },
    async latest() {
      const now = (await api.places.desks()).find(({ id }) => id === row?.id);
      return now ? { values: deskValues(now), revision: now.revision } : null;
    },
  });
  return (
    <PlaceForm
      record={row?.id ?? null}
      label={row ? t('tab.desks') : t('add.desks')}
      confirm={row ? t('save') : t('add.desks')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <LineField
        form={row?.frozen ? { ...form, readOnly: true } : form}
        name="code"
        label={t('deskCode')}
        hint={t('deskCodeHint')}
      />
      <div className={styles.pair}>
        <LineField form={form} name="nameZh" label={t('nameZh')} />
        <LineField form={form} name="nameEn" label={t('nameEn')} />
      </div>
      <LineField form={form} name="location" label={t('location')} />
      <div className={styles.pair}>
        <LineField form={form} name="opens" label={t('opens')} hint={t('hoursHint')} />
        <LineField form={form} name="closes" label={t('closes')} />
      </div>
    </PlaceForm>
  );
}

function toForm({ opens, closes, code, ...values }: DeskValues) {
  return { ...values, code: code.trim().toUpperCase(), opens: opens || null, closes: closes || null };
}
