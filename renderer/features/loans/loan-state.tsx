// How a loan, an item or a deposit stands, as a coloured word.
import { useTranslation } from 'react-i18next';
import type { DepositState } from '../../../electron/api/deposit-states.ts';
import { ITEM_STATES, LOAN_STATES } from '../../../electron/api/loan-states.ts';
import type { ItemState, LoanState } from '../../../electron/api/loan-states.ts';
import type { SearchHit } from '../../../electron/api/search.contract.ts';
import type { LoanRow } from '../../../electron/api/loans.contract.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';

const LOAN_TONES: Readonly<Record<LoanState, TagTone>> = {
  open: 'info',
  returned: 'quiet',
  returned_damaged: 'warn',
  lost: 'bad',
  taken_back: 'quiet',
  voided: 'quiet',
};

/** What is late says so instead of "out". */
export function LoanStateTag({ loan }: { readonly loan: Pick<LoanRow, 'state' | 'due'> }) {
  const { t } = useTranslation('loans');
  if (loan.state === 'open' && loan.due === 'overdue') return <Tag tone="warn">{t('overdue')}</Tag>;
  return <Tag tone={LOAN_TONES[loan.state]}>{t(`state.${loan.state}`)}</Tag>;
}

const ITEM_TONES: Readonly<Record<ItemState, TagTone>> = {
  available: 'good',
  out: 'info',
  resting: 'warn',
  out_of_service: 'bad',
  lost: 'bad',
  retired: 'quiet',
};

export function ItemStateTag({ state }: { readonly state: ItemState }) {
  const { t } = useTranslation('loans');
  return <Tag tone={ITEM_TONES[state]}>{t(`item.${state}`)}</Tag>;
}

const DEPOSIT_TONES: Readonly<Record<DepositState, TagTone>> = {
  held: 'info',
  refunded: 'quiet',
  part_refunded: 'quiet',
  forfeited: 'quiet',
  refund_pending: 'warn',
  unclaimed: 'warn',
  to_finance: 'quiet',
  voided: 'quiet',
};

export function DepositStateTag({ state }: { readonly state: DepositState }) {
  const { t } = useTranslation('deposits');
  return <Tag tone={DEPOSIT_TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** A find of the box is a loan or a thing: the states of both stand apart but for `lost`, which reads alike. */
export function LoanHitTag({ hit }: { readonly hit: Pick<SearchHit, 'state' | 'overdue'> }) {
  const loan = LOAN_STATES.find((each) => each === hit.state);
  const item = ITEM_STATES.find((each) => each === hit.state);
  if (loan) return <LoanStateTag loan={{ state: loan, due: hit.overdue ? 'overdue' : null }} />;
  return item ? <ItemStateTag state={item} /> : null;
}
