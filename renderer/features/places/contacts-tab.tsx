// Contacts 联系人: the people of the tenants, whom visitors ask for.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactRow } from '../../../electron/api/places-file.contract.ts';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import { ContactForm } from './contact-form.tsx';
import type { PanelEnd } from '../../app/records/records-tab.tsx';
import { PlaceRecords } from './place-records.tsx';
import { usePlaceChoices } from '../../app/records/use-place-choices.ts';

export function ContactsTab({ active, mayKeep }: { readonly active: boolean; readonly mayKeep: boolean }) {
  const { t } = useTranslation('places');
  const { calls } = useServices();
  const list = useQuery(calls.places.contacts.queryOptions());
  return (
    <PlaceRecords
      noun="contacts"
      active={active}
      rows={list.data}
      error={list.error}
      mayAdd={mayKeep}
      textOf={textOf}
      readingsOf={readingsOf}
      isPast={hasLeft}
      columns={[
        { label: t('name'), width: 'minmax(110px, 1fr)', Cell: NameCell },
        { label: t('tenant'), width: 'minmax(120px, 1.4fr)', Cell: TenantCell },
        { label: t('unit'), width: '90px', Cell: UnitCell },
        { label: t('phone'), width: '120px', Cell: PhoneCell },
        { label: t('mayAuthorise'), width: '110px', Cell: AuthorityCell },
      ]}
      Title={Title}
      Panel={ContactPanel}
    />
  );
}

type OfRow = { readonly row: ContactRow };

const TenantCell = ({ row }: OfRow) => row.tenantName;
const UnitCell = ({ row }: OfRow) => row.unitCode;
const PhoneCell = ({ row }: OfRow) => row.phone;

function Title({ row }: OfRow) {
  const { t } = useTranslation('places');
  return row.name ?? t('erased');
}

function NameCell({ row }: OfRow) {
  return (
    <strong>
      <Title row={row} />
    </strong>
  );
}

function AuthorityCell({ row: { active, authorises } }: OfRow) {
  const { t } = useTranslation('places');
  if (!active) return <Tag tone="quiet">{t('left')}</Tag>;
  return authorises.map((authority) => t(`authorityShort.${authority}`)).join(t('comma'));
}

function ContactPanel({ row, end }: { readonly row: ContactRow | null; readonly end: PanelEnd }) {
  const choices = usePlaceChoices();
  return choices ? <ContactForm row={row} tenants={choices.tenants} units={choices.units} end={end} /> : null;
}

function textOf({ name, phone, tenantName, unitCode }: ContactRow): string {
  return [name, phone, tenantName, unitCode].join(' ');
}

function hasLeft({ active }: ContactRow): boolean {
  return !active;
}

function readingsOf({ readings }: ContactRow): readonly string[] {
  return readings;
}
