// Calling about what is due 催还.
import { useTranslation } from 'react-i18next';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { FollowUpForm } from '../../app/lending/follow-up-form.tsx';
import { useServices } from '../../app/services.ts';
import { useLoanActions } from './loan-actions.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { useLoansDesk } from './loans-desk.tsx';

export function FollowUpLoan(props: { readonly loan: LoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('loans');
  const { api, calls } = useServices();
  const { loan, onClose } = props;
  const { id } = loan;
  const actions = useLoanActions(useLoansDesk().move);
  return (
    <FollowUpForm
      title={t('followUp')}
      loan={loan}
      targets={calls.loans.followUpTargets.queryOptions({ input: { loan: id } })}
      send={(commandId, call) => api.loans.followUp({ commandId, loan: id, ...call })}
      readAfter={async () => (await api.loans.get({ loan: id })).followUp}
      undo={() => actions.takeBackCall(loan)}
      Refusal={LoanRefusal}
      onClose={onClose}
    />
  );
}
