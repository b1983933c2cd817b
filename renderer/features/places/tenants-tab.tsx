// Tenants 业户: who is in the building, and what the desk has to know of them.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenantRow, TenantStatus } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { MoveOut } from './move-out.tsx';
import { tenantNameIn } from './place-values.ts';
import styles from '../../app/records/records.module.css';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { PlaceRecords } from './place-records.tsx';
import { TenantForm } from './tenant-form.tsx';
import table from '../../ui/plain-table.module.css';

const TONES: Readonly<Record<TenantStatus, TagTone>> = {
  movingIn: 'info',
  inResidence: 'good',
  movedOut: 'quiet',
};

export function TenantsTab({ active, mayKeep }: { readonly active: boolean; readonly mayKeep: boolean }) {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const list = useQuery(calls.places.tenants.queryOptions());
  return (
    <PlaceRecords
      noun="tenants"
      active={active}
      rows={list.data}
      error={list.error}
      mayAdd={mayKeep}
      textOf={textOf}
      readingsOf={readingsOf}
      isPast={isPast}
      columns={[
        { label: t('tenantName'), width: 'minmax(160px, 2fr)', Cell: NameCell },
        { label: t('units'), width: 'minmax(90px, 1fr)', Cell: UnitsCell },
        { label: t('phone'), width: '128px', Cell: PhoneCell },
        { label: t('status'), width: '96px', Cell: StatusCell },
      ]}
      Title={Title}
      Panel={TenantPanel}
    />
  );
}

type OfRow = { readonly row: TenantRow };

const PhoneCell = ({ row }: OfRow) => row.phone;

function UnitsCell({ row }: OfRow) {
  return row.units.join(useTranslation('places').t('comma'));
}

function NameCell({ row }: OfRow) {
  const { t, i18n } = useTranslation('places');
  return <strong>{tenantNameIn(i18n.language, row) ?? t('erased')}</strong>;
}

function StatusCell({ row: { status } }: OfRow) {
  const { t } = useTranslation('places');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}

function Title({ row }: OfRow) {
  return (
    <>
      <NameCell row={row} /> <StatusCell row={row} />
    </>
  );
}

function textOf({ nameZh, nameEn, shortName, phone, units }: TenantRow): string {
  return [nameZh, nameEn, shortName, phone?.replaceAll(/[\s-]/g, ''), phone, ...units].join(' ');
}

function isPast({ status }: TenantRow): boolean {
  return status === 'movedOut';
}

function TenantPanel({ row, end }: { readonly row: TenantRow | null; readonly end: PanelEnd }) {
  const { t } = useTranslation('places');
  const [leaving, setLeaving] = useState(false);
  if (row && leaving) return <MoveOut tenant={row} onDone={end.onDone} onCancel={() => setLeaving(false)} />;
  return (
    <>
      <TenantForm row={row} end={end} />
      {row && row.carried.length > 0 ? (
        <section className={styles.section} aria-label={t('carried')}>
          <h3 className={styles.subtitle}>{t('carried')}</h3>
          <table className={table.table}>
            <tbody>
              {row.carried.map(({ record, number, remark }) => (
                <tr key={record}>
                  <td>{number}</td>
                  <td>{remark}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {row && end.mayChange && row.nameZh !== null && row.status !== 'movedOut' ? (
        <section className={styles.section} aria-label={t('moveOut')}>
          <p className={styles.hint}>{t('moveOutHint')}</p>
          <Button variant="default" w="fit-content" onClick={() => setLeaving(true)}>
            {t('moveOut')}
          </Button>
        </section>
      ) : null}
    </>
  );
}

function readingsOf({ readings }: TenantRow): readonly string[] {
  return readings;
}
