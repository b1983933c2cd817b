// Whom the visitor wants to see and where: host, units, and what the tenant has asked for, shown at once.
import { Pill } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './visitor-form.module.css';
import { PlaceSearch } from './place-search.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import { withPlace, withUnit } from './visitor-values.ts';

export function HostAndUnits({ state }: { readonly state: VisitorFormState }) {
  const { t } = useTranslation('visitors');
  const { form, error } = state;
  const { values } = form;
  const [places, setPlaces] = useState<readonly PlaceMatch[]>(state.place ? [state.place] : []);
  const [unitText, setUnitText] = useState('');
  const remember = (place: PlaceMatch): void => setPlaces([...places, place]);
  const host = places.find(({ contact }) => contact !== null && contact === values.host);

  return (
    <>
      <div className={styles.hostPair}>
        <PlaceSearch
          label={t('host')}
          value={values.hostName}
          searching={values.host === null}
          error={error('hostName') ?? error('host')}
          data-field="host"
          description={host ? [host.unitCode, host.tenantName].filter(Boolean).join(' · ') : undefined}
          unknown={t('hostUnknown')}
          onType={(hostName) => form.setValues({ host: null, hostName })}
          onChoose={(place) => {
            remember(place);
            form.setValues(withPlace(values, place));
            form.clearFieldError('host');
          }}
        />
        <div className={styles.units}>
          <PlaceSearch
            label={t('unit')}
            value={unitText}
            searching
            error={error('units')}
            data-field="units"
            onType={setUnitText}
            onChoose={(place) => {
              remember(place);
              setUnitText('');
              form.setFieldValue('units', withUnit(values.units, place));
            }}
          />
          <ul className={styles.pills} hidden={values.units.length === 0}>
            {values.units.map(({ id, label }) => (
              <li key={id}>
                <Pill
                  withRemoveButton
                  removeButtonProps={{ 'aria-label': t('removeUnit', { unit: label }), tabIndex: 0 }}
                  onRemove={() =>
                    form.setFieldValue(
                      'units',
                      values.units.filter((unit) => unit.id !== id),
                    )
                  }
                >
                  {label}
                </Pill>
              </li>
            ))}
          </ul>
        </div>
      </div>
      <Instructions places={places} units={values.units.map(({ id }) => id)} />
    </>
  );
}

function Instructions(props: { readonly places: readonly PlaceMatch[]; readonly units: readonly number[] }) {
  const { t } = useTranslation('visitors');
  const asked = new Map<string, string>();
  for (const { unit, tenantName, unitCode, instructions } of props.places) {
    if (instructions === null || unit === null || !props.units.includes(unit)) continue;
    asked.set(tenantName ?? unitCode ?? '', instructions);
  }
  return Array.from(asked, ([tenant, instructions]) => (
    <Callout key={tenant} tone="warn" announce title={`${t('instructions')} · ${tenant}`}>
      {instructions}
    </Callout>
  ));
}
