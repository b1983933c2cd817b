// Tenants and units to choose from in a form, by the words that staff know them by.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TenantRow, UnitRow } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../services.ts';
import { choicesOf } from './record-values.ts';
import type { Choices } from './record-values.ts';
import { useComma } from '../../ui/use-comma.ts';

const NONE: readonly never[] = [];

/** Null until both lists are read: a form that began without them would not know whom its record names. */
export function usePlaceChoices(): { readonly tenants: Choices; readonly units: Choices } | null {
  const { calls } = useServices();
  const comma = useComma();
  const tenants = useQuery(calls.places.tenants.queryOptions());
  const units = useQuery(calls.places.units.queryOptions());
  const ready = tenants.data !== undefined && units.data !== undefined;
  const ofTenants = useMemo(() => tenantChoices(tenants.data ?? NONE, comma), [tenants.data, comma]);
  const ofUnits = useMemo(() => unitChoices(units.data ?? NONE), [units.data]);
  return ready ? { tenants: ofTenants, units: ofUnits } : null;
}

function tenantChoices(rows: readonly TenantRow[], comma: string): Choices {
  return choicesOf(
    rows.flatMap(({ id, nameZh, shortName, nameEn, units }) =>
      nameZh === null
        ? []
        : [
            {
              ...{ id, name: nameZh, detail: units.join(comma) },
              aliases: [shortName, nameEn].flatMap((name) => name || []),
            },
          ],
    ),
  );
}

function unitChoices(rows: readonly UnitRow[]): Choices {
  return choicesOf(rows.map(({ id, code, tenantName }) => ({ id, name: code, detail: tenantName ?? '' })));
}
