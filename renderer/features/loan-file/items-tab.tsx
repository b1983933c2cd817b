// Items 物品: everything with an asset code of its own, and where it is.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { FileRecords } from './file-records.tsx';
import { ItemPanel } from './item-form.tsx';

export function ItemsTab({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('loanFile');
  const { calls } = useServices();
  const list = useQuery(calls.loans.items.queryOptions({ input: {} }));
  return (
    <FileRecords
      noun="items"
      active={active}
      rows={list.data}
      error={list.error}
      mayAdd
      textOf={({ asset, typeNameZh, typeNameEn, desk, remark }) =>
        [asset, typeNameZh, typeNameEn, desk, remark].join(' ')
      }
      isPast={({ state }) => state === 'retired'}
      columns={[
        { label: t('asset'), width: '110px', Cell: AssetCell },
        { label: t('type'), width: 'minmax(120px, 1fr)', Cell: TypeCell },
        { label: t('desk'), width: '96px', Cell: DeskCell },
        { label: t('state'), width: '140px', Cell: StateCell },
      ]}
      Title={AssetCell}
      Panel={ItemPanel}
    />
  );
}

type OfRow = { readonly row: LoanItemRow };

const TONES: Readonly<Record<LoanItemRow['state'], TagTone>> = {
  ...{ available: 'good', out: 'info', resting: 'quiet', out_of_service: 'warn' },
  ...{ lost: 'bad', retired: 'quiet' },
};

const AssetCell = ({ row }: OfRow) => <strong>{row.asset}</strong>;
const DeskCell = ({ row }: OfRow) => row.desk;

function TypeCell({ row }: OfRow) {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? row.typeNameEn : row.typeNameZh;
}

function StateCell({ row: { state } }: OfRow) {
  const { t } = useTranslation('loanFile');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
