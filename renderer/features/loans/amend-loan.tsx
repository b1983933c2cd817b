// What was written down wrongly about a loan is put right: who has it, remarks; the old values stay in its history.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { ReasonFields } from '../../app/approval/reason-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { BorrowerPick } from '../../app/lending/borrower-pick.tsx';
import { RemarksField } from '../../app/lending/remarks-field.tsx';
import { useBorrower } from '../../app/lending/use-borrower.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DoneLine } from './done-line.tsx';
import { barsOf } from './loan-refusal.tsx';
import { LoanTool } from './loan-tool.tsx';

/** Whoever is to have it may be barred from borrowing: the sentence says why, and an approval lets it through. */
export function AmendLoan(props: {
  readonly loan: LoanDetail;
  readonly mayOverride: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('loans');
  const { loan, mayOverride, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [written] = useState(loan.remarks ?? '');
  const [remarks, setRemarks] = useState(written);
  const [other, setOther] = useState(false);
  const borrower = useBorrower('walkIn');
  const [barred, setBarred] = useState(false);
  const [reason, setReason] = useState('');
  const approval = useApproval('loans.override');
  const asks = barred && !mayOverride;
  useHelpPage('corrections');

  async function send(commandId: string): Promise<void> {
    try {
      const granted = asks ? await approval.grant({ commandId, record: loan.id, reason }) : null;
      const pick = other ? borrower.pick : null;
      await api.loans.amend({ commandId, loan: loan.id, borrower: pick, remarks, approval: granted });
    } catch (error) {
      setBarred(barsOf(error).length > 0);
      borrower.refused(error);
      throw error;
    }
    notices.show({ tone: 'good', body: <DoneLine did="amendedDone" loan={loan} /> });
  }

  return (
    <LoanTool
      title={t('amend')}
      hint={t('amendHint')}
      onClose={onClose}
      check={() => ({
        ...(other ? borrower.check(false) : {}),
        ...(other || remarks !== written ? {} : { remarks: 'field.nothingChanged' }),
        ...(asks && reason.trim() === '' ? { reason: 'field.needed' } : {}),
        ...(asks ? approval.check() : {}),
      })}
      send={send}
    >
      {(error) => (
        <>
          <Checkbox
            label={t('otherBorrower', { name: loan.borrowerName ?? '' })}
            checked={other}
            onChange={(event) => setOther(event.currentTarget.checked)}
          />
          {other ? (
            <BorrowerPick
              borrower={borrower}
              front={false}
              documentAsked={null}
              error={error}
              onMend={() => setBarred(false)}
            />
          ) : null}
          <RemarksField label={t('remarks')} value={remarks} error={error} onChange={setRemarks} />
          {asks ? (
            <ReasonFields
              {...{ approval, reason, error }}
              needsApproval
              field="reason"
              onReason={setReason}
            />
          ) : null}
        </>
      )}
    </LoanTool>
  );
}
