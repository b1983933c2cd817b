// Whom the visitor wants to see and where: host, units, and what the tenant has asked for, shown at once.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceMatch } from '../../../electron/api/places.contract.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './visitor-form.module.css';
import { PlaceSearch } from './place-search.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';
import type { ChosenUnit } from './visitor-values.ts';
import { withHostTyped, withPlace, withUnit } from './visitor-values.ts';

/** `vouching` is true while the host has to be named, since no document proves who comes. */
export function HostAndUnits({
  state,
  vouching,
}: {
  readonly state: VisitorFormState;
  readonly vouching: boolean;
}) {
  const { t } = useTranslation('visitors');
  const { form, error } = state;
  const { values } = form;
  const [places, setPlaces] = useState<readonly PlaceMatch[]>(state.place ? [state.place] : []);
  const remember = (place: PlaceMatch): void => setPlaces([...places, place]);
  const earlier = useEarlierHost(state);
  const host = [...places, ...earlier].find(({ contact }) => contact !== null && contact === values.host);

  return (
    <>
      <div className={styles.hostPair}>
        <PlaceSearch
          label={t('host')}
          required={vouching}
          value={values.hostName}
          searching={values.host === null}
          error={error('hostName') ?? error('host')}
          data-field="host"
          description={host ? placeOf(host, values.units) : undefined}
          unknown={t('hostUnknown')}
          near={values.units.filter(({ byHost }) => byHost !== true).map(({ id }) => id)}
          onType={(hostName) => form.setValues(withHostTyped(values, hostName, broughtBy(earlier)))}
          onChoose={(place) => {
            remember(place);
            form.setValues(withPlace(values, place, broughtBy(earlier)));
            form.clearFieldError('host');
          }}
        />
        <PlaceSearch
          label={t('unit')}
          value={state.unitText}
          searching
          error={error('units')}
          data-field="units"
          chosen={{
            chips: values.units,
            removeWord: (unit) => t('removeUnit', { unit }),
            onRemove: (id) =>
              form.setFieldValue(
                'units',
                values.units.filter((unit) => unit.id !== id),
              ),
          }}
          onType={state.typeUnit}
          onChoose={(place) => {
            remember(place);
            state.typeUnit('');
            form.setFieldValue('units', withUnit(values.units, place));
          }}
        />
      </div>
      <Instructions places={places} units={values.units} host={host} />
    </>
  );
}

/** The host that the form began with or took over from an earlier visit, as the book has them now. */
function useEarlierHost({ base }: VisitorFormState): readonly PlaceMatch[] {
  const { calls } = useServices();
  const found = useQuery({
    ...calls.places.find.queryOptions({ input: { text: base.hostName } }),
    enabled: base.host !== null && base.hostName !== '',
  });
  return found.data?.filter(({ contact }) => contact === base.host) ?? [];
}

/** Where the host belongs; a unit that stands in the field beside theirs is not said twice. */
function placeOf({ unit, unitCode, tenantName }: PlaceMatch, units: readonly ChosenUnit[]): string {
  const stands = units.some(({ id }) => id === unit);
  return [stands ? null : unitCode, tenantName].filter(Boolean).join(' · ');
}

function broughtBy(hosts: readonly PlaceMatch[]): readonly number[] {
  return hosts.flatMap(({ unit }) => unit ?? []);
}

/**
 * Every unit is looked up by its code: what a tenant asks for may change while the form is open, and units of an
 * earlier visit were not chosen here. What was chosen speaks until the answer comes.
 */
function Instructions(props: {
  readonly places: readonly PlaceMatch[];
  readonly units: readonly ChosenUnit[];
  readonly host: PlaceMatch | undefined;
}) {
  const { t } = useTranslation(['visitors', 'places']);
  const { calls } = useServices();
  const { places, units, host } = props;
  const found = useQueries({
    queries: units.map(({ label }) =>
      calls.places.find.queryOptions({ input: { text: label.split(' ')[0] ?? label } }),
    ),
  });
  const latest = new Map(
    [...places, ...found.flatMap(({ data }) => data ?? [])].map((place) => [place.unit, place]),
  );
  const chosen = units.flatMap(({ id }) => latest.get(id) ?? []);
  // A host without a unit has left with the tenant, or was never given one.
  const asked = new Map(
    [...chosen, ...(host && host.unit === null ? [host] : [])].map((place) => [
      place.tenantName ?? place.unitCode ?? '',
      place,
    ]),
  );
  return Array.from(asked, ([tenant, { instructions, caution }]) => (
    <Fragment key={tenant}>
      {caution === null ? null : (
        <Callout tone="warn" announce title={`${t(`places:caution.${caution}`)} · ${tenant}`}>
          {t(`places:cautionHint.${caution}`)}
        </Callout>
      )}
      {instructions === null ? null : (
        <Callout tone="warn" announce title={`${t('instructions')} · ${tenant}`}>
          <span className={styles.asked}>{instructions}</span>
        </Callout>
      )}
    </Fragment>
  ));
}
