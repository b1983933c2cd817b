// A unit: where it is, what it is, who rents it.
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '../../../electron/api/places-file.contract.ts';
import { UNIT_KINDS, unitForm } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceField, LineField, RecordField } from '../../app/records/record-fields.tsx';
import { PlaceForm, usePlaceForm } from './place-form.tsx';
import { floorNumber, unitValues, wrongIn } from './place-values.ts';
import type { UnitValues } from './place-values.ts';
import type { Choices } from '../../app/records/record-values.ts';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { useSaved } from './use-saved.tsx';

export function UnitForm(props: {
  readonly row: UnitRow | null;
  readonly tenants: Choices;
  readonly end: PanelEnd;
}) {
  const { t } = useTranslation('places');
  const { row, tenants, end } = props;
  const { api } = useServices();
  const saved = useSaved();
  const toForm = (values: UnitValues) => ({
    ...values,
    floor: floorNumber(values.floor),
    tenant: tenants.idOf(values.tenant) ?? null,
  });
  const form = usePlaceForm({
    begun: { values: unitValues(row, tenants), revision: row?.revision ?? null },
    readOnly: !end.mayChange,
    check: (values) => ({
      ...wrongIn(unitForm, toForm(values)),
      ...(values.floor.trim() === '' ? { floor: 'field.needed' as const } : {}),
      ...(tenants.idOf(values.tenant) === undefined ? { tenant: 'field.unknownTenant' as const } : {}),
    }),
    async send(values, claim) {
      const { id } = await api.places.putUnit({ ...claim, record: row?.id ?? null, ...toForm(values) });
      await saved(row ? 'savedDone' : 'addedDone', values.code);
      end.onDone(id);
    },
    async latest() {
      const now = (await api.places.units()).find(({ id }) => id === row?.id);
      return now ? { values: unitValues(now, tenants), revision: now.revision } : null;
    },
  });
  return (
    <PlaceForm
      record={row?.id ?? null}
      label={row ? t('tab.units') : t('add.units')}
      confirm={row ? t('save') : t('add.units')}
      form={form}
      focused={end.focused}
      onCancel={end.onClose}
    >
      <div className={styles.pair}>
        <LineField form={form} name="code" label={t('code')} />
        <LineField form={form} name="building" label={t('building')} />
        <LineField form={form} name="floor" label={t('floor')} hint={t('floorHint')} />
        <LineField form={form} name="room" label={t('room')} />
      </div>
      <ChoiceField
        form={form}
        name="kind"
        label={t('kind')}
        data={UNIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <RecordField form={form} name="tenant" label={t('tenant')} choices={tenants} />
    </PlaceForm>
  );
}
