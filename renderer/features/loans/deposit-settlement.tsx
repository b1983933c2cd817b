// How a deposit was settled: when and where, on what, to whom, and what was kept of it for what.
import { useTranslation } from 'react-i18next';
import type { DepositDetail } from '../../../electron/api/deposits.contract.ts';
import { useProperty } from '../../app/property.ts';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { yuan } from '../../ui/money.ts';

export function DepositSettlement({ deposit }: { readonly deposit: DepositDetail }) {
  const { t } = useTranslation('deposits');
  const { times } = useProperty();
  const { proof, proxyName, verified, settledAt, settledDesk, signed } = deposit;
  const join = (...parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(' · ');
  const facts: readonly Fact[] = [
    [t('payer'), deposit.payerName],
    [t('reference'), deposit.reference],
    [
      t('settledAt'),
      settledAt === null ? null : join(times.short(settledAt), settledDesk, signed && t('signed')),
    ],
    [t('proof'), proof === null ? null : join(t(`proof.${proof}`), proxyName, verified)],
    ...deposit.deductions.map(
      ({ kind, what, amountFen }) =>
        [t('deducted'), join(t(`deduct.${kind}`), what, yuan(amountFen))] as const,
    ),
  ];
  return <FactList facts={facts} label={deposit.number} />;
}
