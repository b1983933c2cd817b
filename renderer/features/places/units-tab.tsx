// Units 单元: every place that can be visited or receive things. A whole building comes in from a spreadsheet.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import { BuildingImport } from './building-import.tsx';
import { floorText } from './place-values.ts';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { PlaceRecords } from './place-records.tsx';
import { UnitForm } from './unit-form.tsx';
import { usePlaceChoices } from '../../app/records/use-place-choices.ts';

export function UnitsTab({ active, maySetUp }: { readonly active: boolean; readonly maySetUp: boolean }) {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const list = useQuery(calls.places.units.queryOptions());
  const [importing, setImporting] = useState(false);
  return (
    <PlaceRecords
      noun="units"
      active={active && !importing}
      rows={list.data}
      error={list.error}
      mayAdd={maySetUp}
      textOf={textOf}
      readingsOf={readingsOf}
      isPast={isEmpty}
      columns={[
        { label: t('code'), width: '110px', Cell: CodeCell },
        { label: t('building'), width: '80px', Cell: BuildingCell },
        { label: t('floor'), width: '60px', Cell: FloorCell },
        { label: t('kind'), width: '96px', Cell: KindCell },
        { label: t('tenant'), width: 'minmax(140px, 1fr)', Cell: TenantCell },
      ]}
      Title={Title}
      Panel={UnitPanel}
      tools={
        maySetUp ? (
          <Button variant="default" onClick={() => setImporting(true)}>
            {t('openImport')}
          </Button>
        ) : null
      }
      over={importing ? <BuildingImport active={active} onClose={() => setImporting(false)} /> : undefined}
    />
  );
}

type OfRow = { readonly row: UnitRow };

const Title = ({ row }: OfRow) => row.code;
const CodeCell = ({ row }: OfRow) => <strong>{row.code}</strong>;
const BuildingCell = ({ row }: OfRow) => row.building;
const FloorCell = ({ row }: OfRow) => floorText(row.floor);
const TenantCell = ({ row }: OfRow) => row.tenantName;

function KindCell({ row: { kind } }: OfRow) {
  const { t } = useTranslation('places');
  return kind === 'vacant' ? <Tag tone="quiet">{t('kind.vacant')}</Tag> : t(`kind.${kind}`);
}

function UnitPanel({ row, end }: { readonly row: UnitRow | null; readonly end: PanelEnd }) {
  const choices = usePlaceChoices();
  return choices ? <UnitForm row={row} tenants={choices.tenants} end={end} /> : null;
}

function textOf({ code, building, floor, room, tenantName }: UnitRow): string {
  return [code, building, `${floorText(floor)}F`, room, tenantName].join(' ');
}

function isEmpty({ kind }: UnitRow): boolean {
  return kind === 'vacant' || kind === 'plant';
}

function readingsOf({ readings }: UnitRow): readonly string[] {
  return readings;
}
