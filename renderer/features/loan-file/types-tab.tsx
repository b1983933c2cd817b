// Types 种类: what is lent, by asset code or by count, for how long, against which deposit.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { Tag } from '../../ui/tag.tsx';
import { FileRecords } from './file-records.tsx';
import { TypePanel } from './type-form.tsx';

export function TypesTab({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('loanFile');
  const { calls } = useServices();
  const list = useQuery(calls.loans.types.queryOptions());
  return (
    <FileRecords
      noun="types"
      active={active}
      rows={list.data}
      error={list.error}
      mayAdd
      textOf={({ nameZh, nameEn, prefix }) => `${nameZh} ${nameEn} ${prefix}`}
      isPast={({ withdrawn }) => withdrawn}
      columns={[
        { label: t('name'), width: 'minmax(140px, 1fr)', Cell: NameCell },
        { label: t('tracking'), width: '96px', Cell: TrackingCell },
        { label: t('loanHours'), width: '130px', Cell: HoursCell },
        { label: t('deposit'), width: '110px', Cell: DepositCell },
      ]}
      Title={NameCell}
      Panel={TypePanel}
    />
  );
}

type OfRow = { readonly row: LoanTypeRow };

function NameCell({ row }: OfRow) {
  const { t, i18n } = useTranslation('loanFile');
  const name = i18n.language === 'en' ? row.nameEn : row.nameZh;
  return row.withdrawn ? (
    <>
      {name} <Tag tone="quiet">{t('withdrawn')}</Tag>
    </>
  ) : (
    name
  );
}

function TrackingCell({ row: { tracking } }: OfRow) {
  const { t } = useTranslation('loanFile');
  return t(`tracking.${tracking}`);
}

function HoursCell({ row: { loanHours } }: OfRow) {
  const { t } = useTranslation('loanFile');
  return t('hours', { count: loanHours });
}

function DepositCell({ row: { depositFen } }: OfRow) {
  return depositFen === 0 ? '—' : yuan(depositFen);
}
