// The buttons of a loan's panel: what its state allows, the likeliest first.
import { useTranslation } from 'react-i18next';
import { isOpenDeposit } from '../../../electron/api/deposit-states.ts';
import type { LoanDetail } from '../../../electron/api/loans.contract.ts';
import { usePolicies } from '../../app/policies.ts';
import { DeedButtons } from '../../app/register/deed-buttons.tsx';
import { useLoanActions } from './loan-actions.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import type { ToolName } from './workplace.ts';

type Deed = 'giveBack' | 'reopen' | 'takeBack' | 'takeBackCall' | 'reprint' | ToolName;

function deedsOf(loan: LoanDetail): readonly Deed[] {
  const held = loan.deposits.some(isOpenDeposit);
  const lost = loan.lines.some((line) => line.lost > 0);
  const out = loan.state === 'open';
  const gone = loan.state === 'voided' || loan.state === 'taken_back';
  const deeds: readonly (Deed | false)[] = [
    out && 'giveBack',
    out && 'returnPart',
    held && !out && !gone && 'settle',
    out && 'extend',
    out && 'followUp',
    loan.mayTakeBackCall && 'takeBackCall',
    out && 'lose',
    lost && !gone && 'found',
    loan.mayReopen && !out && 'reopen',
    out && 'reprint',
    loan.mayTakeBack && 'takeBack',
    !gone && loan.borrowerName !== null && 'amend',
    !gone && 'void',
  ];
  return deeds.filter((deed) => deed !== false);
}

const TOOLS: ReadonlySet<Deed> = new Set<Deed>([
  ...(['returnPart', 'settle', 'extend', 'followUp', 'lose', 'found', 'amend', 'void', 'history'] as const),
]);
const MAIN: ReadonlySet<Deed> = new Set<Deed>(['giveBack', 'settle']);

function isTool(deed: Deed): deed is ToolName {
  return TOOLS.has(deed);
}

export function LoanButtons(props: {
  readonly loan: LoanDetail;
  readonly may: MayDo;
  /** Above 0 the first button takes the focus, and again with every higher number. */
  readonly focusFirst: number;
  readonly tool: ToolName | null;
  readonly onTool: (tool: ToolName) => void;
}) {
  const { t } = useTranslation('loans');
  const { loan, may, focusFirst, tool, onTool } = props;
  const { move } = useLoansDesk();
  const actions = useLoanActions(move);
  const isSignedFor = usePolicies()['signature.asked'].itemIn;
  const deeds: readonly Deed[] = [...(may.write ? deedsOf(loan) : []), 'history'];
  const main = deeds.find((deed) => MAIN.has(deed));

  function perform(deed: Deed): void {
    // What is signed for has a form of its own.
    if (deed === 'giveBack' && isSignedFor) onTool('returnPart');
    else if (isTool(deed)) onTool(deed);
    else actions[deed](loan);
  }

  return (
    <DeedButtons
      {...{ deeds, main, tool, focusFirst }}
      tools={TOOLS}
      wordOf={(deed) => t(deed)}
      state={loan.state}
      listId="loans"
      onDeed={perform}
    />
  );
}
