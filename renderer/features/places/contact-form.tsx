// A contact: somebody of a tenant who receives visitors and parcels, and may say yes for the tenant.
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../electron/api/places-file.contract.ts';
import { AUTHORITIES, contactForm } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { LineField, RecordField } from '../../app/records/record-fields.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { contactValues, wrongIn } from './place-values.ts';
import type { ContactValues } from './place-values.ts';
import type { Choices } from '../../app/records/record-values.ts';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { pinyinHint } from './pinyin-hint.ts';
import { useSaved } from './use-saved.tsx';

export function ContactForm(props: {
  readonly row: ContactRow | null;
  readonly tenants: Choices;
  readonly units: Choices;
  readonly end: PanelEnd;
}) {
  const { t } = useTranslation('places');
  const { row, tenants, units, end } = props;
  const { api } = useServices();
  const saved = useSaved();
  const toForm = (values: ContactValues) => ({
    ...values,
    tenant: tenants.idOf(values.tenant) ?? null,
    unit: units.idOf(values.unit) ?? null,
  });
  const form = usePlaceForm({
    begun: { values: contactValues(row, tenants, units), revision: row?.revision ?? null },
    readOnly: !end.mayChange,
    check: (values) => ({
      ...wrongIn(contactForm, toForm(values)),
      ...(tenants.idOf(values.tenant) === undefined ? { tenant: 'field.unknownTenant' as const } : {}),
      ...(units.idOf(values.unit) === undefined ? { unit: 'field.unknownUnit' as const } : {}),
    }),
    async send(values, claim) {
      const { id } = await api.places.putContact({ ...claim, record: row?.id ?? null, ...toForm(values) });
      await saved(row ? 'savedDone' : 'addedDone', values.name);
      end.onDone(id);
    },
    async latest() {
      const now = (await api.places.contacts()).find(({ id }) => id === row?.id);
      return now ? { values: contactValues(now, tenants, units), revision: now.revision } : null;
    },
  });
  const { authorises, active } = form.values;
  return (
    <PlaceForm
      record={row?.id ?? null}
      label={row ? t('tab.contacts') : t('add.contacts')}
      confirm={row ? t('save') : t('add.contacts')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <div className={styles.pair}>
        <LineField form={form} name="name" label={t('name')} />
        <LineField form={form} name="phone" label={t('phone')} />
      </div>
      <LineField form={form} name="pinyin" label={t('pinyin')} hint={pinyinHint(t, row)} />
      <RecordField form={form} name="tenant" label={t('tenant')} choices={tenants} />
      <RecordField form={form} name="unit" label={t('unit')} choices={units} />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('mayAuthorise')}</legend>
        <div className={styles.choices}>
          {AUTHORITIES.map((authority) => (
            <Checkbox
              key={authority}
              label={t(`authority.${authority}`)}
              disabled={form.readOnly}
              checked={authorises.includes(authority)}
              onChange={(event) => {
                const others = authorises.filter((each) => each !== authority);
                const chosen = event.currentTarget.checked ? [...others, authority] : others;
                form.change({ authorises: AUTHORITIES.filter((each) => chosen.includes(each)) });
              }}
            />
          ))}
        </div>
      </fieldset>
      {row ? (
        <Checkbox
          label={t('isActive')}
          disabled={form.readOnly}
          description={t('isActiveHint')}
          checked={active}
          onChange={(event) => form.change({ active: event.currentTarget.checked })}
        />
      ) : null}
    </PlaceForm>
  );
}
