// Refunding a deposit: all of it by one Enter, or itemised deductions and the balance.
import { Button, Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEDUCTION_KINDS } from '../../../electron/api/deposit-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { readYuan, yuan } from '../../ui/money.ts';
import { useAccessories } from './came-back.tsx';
import { useDepositActions } from './deposit-actions.tsx';
import styles from './loan-panel.module.css';
import { LoanTool } from './loan-tool.tsx';
import type { ErrorOf } from './loan-tool.tsx';
import { proofSent, ProofFields, wrongInProof } from './proof-fields.tsx';
import type { Proof } from './proof-fields.tsx';
import { noDeduction, sumsOf, usualDeductions, wrongInDeductions } from './settle-values.ts';
import type { Deduction } from './settle-values.ts';
import { useThingsText } from './type-name.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import { useComma } from '../../ui/use-comma.ts';

export function SettleDeposit(props: {
  readonly loan: LoanDetail;
  readonly deposit: DepositRow;
  readonly mayDecide: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deposits');
  const { loan, deposit, mayDecide, onClose } = props;
  const { api } = useServices();
  const actions = useDepositActions();
  const usual = useUsualDeductions(loan);
  const [typed, setDeductions] = useState<readonly Deduction[] | null>(null);
  const deductions = typed ?? usual;
  const [accepted, setAccepted] = useState(false);
  const [proof, setProof] = useState<Proof>({
    how: deposit.receiptLost ? 'receiptLost' : 'receipt',
    ...{ verifiedBy: '', verified: '', name: '', phone: '' },
  });
  const approval = useApproval('loans.decide');
  const signature = useSignature('refund');
  const sums = sumsOf(deposit, deductions);
  const asks = deductions.length > 0 && !mayDecide;
  const byCash = deposit.method === 'cash';

  async function send(commandId: string): Promise<void> {
    const reason = deductions.map(({ what }) => what).join(', ');
    const granted = asks ? await approval.grant({ commandId, record: deposit.id, reason }) : null;
    const settled = await api.loans.settle({
      commandId,
      deposit: deposit.id,
      deductions: deductions.map(({ kind, what, amount }) => ({ kind, what, amountFen: readYuan(amount) })),
      proof: proofSent(proof),
      acceptShortfall: accepted,
      approval: granted,
      signature: signature.value,
    });
    actions.announceSettled(deposit, {
      refundFen: settled.refundFen,
      pending: settled.state === 'refund_pending',
      job: settled.printJobs[0],
    });
  }

  return (
    <LoanTool
      title={t('settle')}
      hint={t(byCash ? 'settleCashHint' : 'settlePendingHint', { method: t(`method.${deposit.method}`) })}
      confirm={
        sums.refundFen > 0 ? t(byCash ? 'payOut' : 'payBack', { amount: yuan(sums.refundFen) }) : t('keep')
      }
      ready
      onClose={onClose}
      send={send}
      check={() => ({
        ...wrongInDeductions(deductions),
        ...(sums.shortfallFen > 0 && !accepted ? { shortfall: 'field.shortfall' } : {}),
        ...wrongInProof(proof),
        ...signature.check(),
        ...(asks ? approval.check() : {}),
      })}
    >
      {(error) => (
        <>
          <Accessories loan={loan} />
          <p className={styles.sums}>
            <Sum label={t('taken')} fen={deposit.amountFen} />
            {sums.deductedFen > 0 ? <Sum label={t('deducted')} fen={sums.deductedFen} /> : null}
            {sums.shortfallFen > 0 ? <Sum label={t('shortfall')} fen={sums.shortfallFen} /> : null}
          </p>
          <p className={styles.counted}>
            {t(byCash ? 'countOut' : 'sendBack', { amount: yuan(sums.refundFen) })}
          </p>
          <Deductions deductions={deductions} error={error} onChange={setDeductions} />
          {sums.shortfallFen > 0 ? (
            <Checkbox
              label={t('acceptShortfall', { amount: yuan(sums.shortfallFen) })}
              checked={accepted}
              error={error('shortfall')}
              data-field="shortfall"
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
          ) : null}
          <ProofFields proof={proof} error={error} onChange={setProof} />
          {signature.pad(error)}
          {asks ? <ApprovalFields approval={approval} error={error} /> : null}
        </>
      )}
    </LoanTool>
  );
}

/** Of what is lost or broken with the loan as it stands; nothing until its types are known. */
function useUsualDeductions({ lines }: LoanDetail): readonly Deduction[] {
  const { calls } = useServices();
  const textOf = useThingsText();
  const types = useQuery(calls.loans.types.queryOptions()).data;
  if (!types) return [];
  return usualDeductions(lines, {
    lossPriceFen: ({ type }) => types.find(({ id }) => id === type)?.lossPriceFen ?? 0,
    text: (line, count) => textOf([{ ...line, count }]),
  });
}

/** What belongs to the things and how they came: looked at before any money goes out. */
function Accessories({ loan }: { readonly loan: LoanDetail }) {
  const { t } = useTranslation('loans');
  const comma = useComma();
  const accessories = useAccessories(loan.lines);
  const broken = loan.lines.flatMap(({ condition }) =>
    condition === null || condition === 'ok' ? [] : [t(`condition.${condition}`)],
  );
  if (accessories === '' && broken.length === 0) return null;
  return (
    <Callout
      tone="warn"
      title={[
        accessories && t('checkAccessories', { what: accessories }),
        broken.length > 0 && t('cameAs', { how: [...new Set(broken)].join(comma) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  );
}

function Sum({ label, fen }: { readonly label: string; readonly fen: number }) {
  return (
    <span>
      {label}
      <strong>{yuan(fen)}</strong>
    </span>
  );
}

function Deductions(props: {
  readonly deductions: readonly Deduction[];
  readonly error: ErrorOf;
  readonly onChange: (deductions: readonly Deduction[]) => void;
}) {
  const { t } = useTranslation('deposits');
  const { deductions, error, onChange } = props;
  const change = (index: number, changed: Partial<Deduction>): void =>
    onChange(deductions.map((each, at) => (at === index ? { ...each, ...changed } : each)));
  return (
    <>
      {deductions.map((deduction, index) => (
        <div key={index} className={styles.deduction} role="group" aria-label={t('deduction')}>
          <NativeSelect
            aria-label={t('deductionKind')}
            value={deduction.kind}
            data={DEDUCTION_KINDS.map((value) => ({ value, label: t(`deduct.${value}`) }))}
            onChange={(event) =>
              change(index, {
                kind: DEDUCTION_KINDS.find((each) => each === event.currentTarget.value) ?? 'other',
              })
            }
          />
          <TextInput
            aria-label={t('deductionWhat')}
            placeholder={t('deductionWhat')}
            value={deduction.what}
            error={error(`what-${index}`)}
            data-field={`what-${index}`}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => change(index, { what: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('amountYuan')}
            placeholder={t('amountYuan')}
            value={deduction.amount}
            error={error(`amount-${index}`)}
            data-field={`amount-${index}`}
            inputMode="decimal"
            autoComplete="off"
            onChange={(event) => change(index, { amount: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('removeDeduction')}
            onClick={() => onChange(deductions.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        w="fit-content"
        onClick={() => onChange([...deductions, noDeduction])}
      >
        {t('addDeduction')}
      </Button>
    </>
  );
}
