// Whom the visitor wants to see and where: host, units, and what the tenant has asked for, shown at once.
import { Pill } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './visitor-form.module.css';
import { PlaceSearch } from './place-search.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import type { ChosenUnit } from './visitor-values.ts';
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
      <Instructions places={places} units={values.units} />
    </>
  );
}

/** Units that came with an earlier visit or a pre-registration were not chosen here: they are looked up by their code. */
function Instructions(props: {
  readonly places: readonly PlaceMatch[];
  readonly units: readonly ChosenUnit[];
}) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const { places, units } = props;
  const brought = units.filter(({ id }) => !places.some(({ unit }) => unit === id));
  const found = useQueries({
    queries: brought.map(({ label }) =>
      calls.places.find.queryOptions({ input: { text: label.split(' ')[0] ?? label } }),
    ),
  });
  const asked = new Map<string, string>();
  for (const place of [...places, ...found.flatMap(({ data }) => data ?? [])]) {
    const { unit, tenantName, unitCode, instructions } = place;
    if (instructions === null || !units.some(({ id }) => id === unit)) continue;
    asked.set(tenantName ?? unitCode ?? '', instructions);
  }
  return Array.from(asked, ([tenant, instructions]) => (
    <Callout key={tenant} tone="warn" announce title={`${t('instructions')} · ${tenant}`}>
      {instructions}
    </Callout>
  ));
}
