// The buttons of a loan's panel: what its state allows, the likeliest first.
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { usePolicies } from '../../app/policies.ts';
import { DeedButtons } from '../../app/register/deed-buttons.tsx';
import { useKeyActions } from './key-actions.tsx';
import { LIST_ID } from './loans-list.tsx';
import { useKeysDesk } from './keys-desk.tsx';

/** What opens below the buttons. */
export type LoanTool = 'returnPart' | 'extend' | 'followUp' | 'amend' | 'void' | 'history';

type Deed = LoanTool | 'returnAll' | 'reopen' | 'takeBack' | 'reprint';

const TOOLS: ReadonlySet<Deed> = new Set<Deed>([
  ...(['returnPart', 'extend', 'followUp', 'amend', 'void', 'history'] as const),
]);

function isTool(deed: Deed): deed is LoanTool {
  return TOOLS.has(deed);
}

/** Pieces that are out and not given up. */
export function piecesOut({ lines }: KeyLoanDetail): number {
  return lines.reduce((sum, each) => sum + (each.lost ? 0 : each.pieces - each.back), 0);
}

function deedsOf({ state, kind, mayReopen, mayTakeBack }: KeyLoanDetail): readonly Deed[] {
  switch (state) {
    case 'open':
      return [
        'returnAll',
        'returnPart',
        ...(kind === 'issued' ? [] : (['extend', 'followUp'] as const)),
        'reprint',
        ...(mayTakeBack ? (['takeBack'] as const) : []),
        'amend',
        'void',
      ];
    case 'returned':
      return [...(mayReopen ? (['reopen'] as const) : []), 'amend', 'void'];
    case 'lost':
      return ['amend', 'void'];
    case 'taken_back':
    case 'voided':
      return [];
  }
}

export function LoanButtons(props: {
  readonly loan: KeyLoanDetail;
  readonly mayWrite: boolean;
  /** Above 0 the first button takes the focus, and again when the number rises. */
  readonly focusFirst: number;
  readonly tool: LoanTool | null;
  readonly onTool: (tool: LoanTool) => void;
}) {
  const { t } = useTranslation('keys');
  const { loan, mayWrite, focusFirst, tool, onTool } = props;
  const { move } = useKeysDesk();
  const actions = useKeyActions(move);
  const isSignedFor = usePolicies()['signature.asked'].keyIn;
  const deeds: readonly Deed[] = [...(mayWrite ? deedsOf(loan) : []), 'history'];

  function perform(deed: Deed): void {
    if (isTool(deed)) onTool(deed);
    else if (deed === 'returnAll' && isSignedFor) onTool('returnPart');
    else actions[deed](loan);
  }

  return (
    <DeedButtons
      {...{ deeds, tool, focusFirst }}
      main="returnAll"
      tools={TOOLS}
      wordOf={(deed) => t(wordOf(deed, loan))}
      state={loan.state}
      listId={LIST_ID}
      onDeed={perform}
    />
  );
}

/** Of one piece there are no parts: what its form has to say is who brings it. */
function wordOf(deed: Deed, loan: KeyLoanDetail): Deed | 'return' | 'returnFor' {
  if (deed === 'returnAll' && loan.lines.length === 1) return 'return';
  return deed === 'returnPart' && piecesOut(loan) === 1 ? 'returnFor' : deed;
}
