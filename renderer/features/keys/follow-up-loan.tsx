// Calling about keys that are due 跟进.
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { FollowUpForm } from '../../app/lending/follow-up-form.tsx';
import { useServices } from '../../app/services.ts';
import { KeyRefusal } from './key-refusal.tsx';

export function FollowUpLoan(props: { readonly loan: KeyLoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { api, calls } = useServices();
  const { loan, onClose } = props;
  const { id } = loan;
  return (
    <FollowUpForm
      title={t('followUp')}
      loan={loan}
      targets={calls.keys.followUpTargets.queryOptions({ input: { loan: id } })}
      send={(commandId, call) => api.keys.followUp({ commandId, loan: id, ...call })}
      readAfter={async () => (await api.keys.get({ loan: id })).followUp}
      Refusal={KeyRefusal}
      onClose={onClose}
    />
  );
}
