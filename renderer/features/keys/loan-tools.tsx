// The small forms of a loan's panel, by name.
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { AmendLoan } from './amend-loan.tsx';
import { ExtendLoan } from './extend-loan.tsx';
import { FollowUpLoan } from './follow-up-loan.tsx';
import type { LoanTool } from './loan-buttons.tsx';
import { ReturnPart } from './return-part.tsx';
import { VoidLoan } from './void-loan.tsx';

export function LoanToolForm(props: {
  readonly tool: Exclude<LoanTool, 'history'>;
  readonly loan: KeyLoanDetail;
  /** Whether a void has to be approved, by the role of whoever acts. */
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { tool, needsApproval, ...form } = props;
  switch (tool) {
    case 'returnPart':
      return <ReturnPart {...form} />;
    case 'extend':
      return <ExtendLoan {...form} />;
    case 'followUp':
      return <FollowUpLoan {...form} />;
    case 'amend':
      return <AmendLoan {...form} />;
    case 'void':
      return <VoidLoan {...form} needsApproval={needsApproval} />;
  }
}
