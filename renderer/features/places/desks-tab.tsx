// Desks 服务台: the counters of this property, one to ten.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeskRow } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import { DeskForm } from './desk-form.tsx';
import { PlaceRecords } from './place-records.tsx';

export function DesksTab({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const list = useQuery(calls.places.desks.queryOptions());
  return (
    <PlaceRecords
      noun="desks"
      active={active}
      rows={list.data}
      error={list.error}
      mayAdd
      textOf={textOf}
      columns={[
        { label: t('deskCode'), width: '80px', Cell: CodeCell },
        { label: t('name'), width: 'minmax(130px, 1fr)', Cell: NameCell },
        { label: t('location'), width: 'minmax(140px, 1.6fr)', Cell: LocationCell },
        { label: t('hours'), width: '120px', Cell: HoursCell },
      ]}
      Title={Title}
      Panel={DeskForm}
    />
  );
}

type OfRow = { readonly row: DeskRow };

const CodeCell = ({ row }: OfRow) => <strong>{row.code}</strong>;
const LocationCell = ({ row }: OfRow) => row.location;

function NameCell({ row: { nameZh, nameEn, own } }: OfRow) {
  const { t, i18n } = useTranslation('places');
  return (
    <>
      {i18n.language === 'en' ? nameEn : nameZh} {own ? <Tag tone="info">{t('ownDesk')}</Tag> : null}
    </>
  );
}

function Title({ row }: OfRow) {
  return (
    <>
      {row.code} <NameCell row={row} />
    </>
  );
}

function HoursCell({ row: { opens, closes } }: OfRow) {
  const { t } = useTranslation('places');
  return opens === null ? t('allDay') : `${opens}–${closes ?? ''}`;
}

function textOf({ code, nameZh, nameEn, location }: DeskRow): string {
  return [code, nameZh, nameEn, location].join(' ');
}
