// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useReasoned } from '../../app/approval/reason-fields.tsx';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { useServices } from '../../app/services.ts';
import { KeyTool } from './key-tool.tsx';

export function VoidLoan(props: {
  readonly loan: KeyLoanDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('keys');
  const { loan, needsApproval, onClose } = props;
  const { api } = useServices();
  const reasoned = useReasoned({ right: 'keys.void', record: loan.id, needsApproval });
  useHelpPage('corrections');
  return (
    <KeyTool
      title={t('void')}
      hint={t('voidHint')}
      done={{ did: 'voidedDone', number: loan.number }}
      onClose={onClose}
      check={reasoned.check}
      send={async (commandId) => api.keys.void({ loan: loan.id, ...(await reasoned.command(commandId)) })}
    >
      {reasoned.fields}
    </KeyTool>
  );
}
