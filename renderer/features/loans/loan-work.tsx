// The panel beside the list: open forms as tabs, and whatever is looked at. Forms behind stay as they are.
import { useTranslation } from 'react-i18next';
import { FormCancelledLine, RestoreLabel } from '../../app/quiet-words.tsx';
import { WorkPanel } from '../../app/work-panel.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { CashPanel } from './cash-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { LendForm } from './lend-form.tsx';
import { LoanPanel } from './loan-panel.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { ReturnForm } from './return-form.tsx';
import { StraysPanel } from './strays-panel.tsx';
import { TypePanel } from './type-panel.tsx';
import type { Draft, Shown } from './workplace.ts';

/** `active` is false while something lies over the desk; `may` is what the role allows. */
export function LoanWork({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { place, move } = useLoansDesk();
  const { drafts, front, shown } = place;
  useShortcuts({ Escape: closeShown }, active && front === 'shown');

  function closeShown(): void {
    move({ do: 'closeShown' });
    document.getElementById('loans')?.focus();
  }

  return (
    <WorkPanel
      label={t('workplace')}
      forms={drafts.map((draft) => ({
        id: draft.id,
        label: t(draft.kind),
        front: draft.id === front,
        away: draft.away,
        onFront: () => move({ do: 'toFront', draft: draft.id }),
        form: <DraftForm draft={draft} front={active && draft.id === front} may={may} />,
      }))}
      record={
        shown === null
          ? null
          : {
              id: 'shown',
              label: t(`shown.${shown.kind}`),
              front: front === 'shown',
              onFront: () => move({ do: 'show', shown, focusAction: false }),
              onClose: closeShown,
            }
      }
    >
      {shown === null ? null : <ShownPage shown={shown} may={may} />}
    </WorkPanel>
  );
}

function DraftForm(props: { readonly draft: Draft; readonly front: boolean; readonly may: MayDo }) {
  const { draft, front, may } = props;
  const { move } = useLoansDesk();
  const notices = useNotices();

  function cancel(keep: boolean): void {
    move({ do: 'putAway', draft: draft.id, keep });
    document.getElementById('loans')?.focus();
    if (!keep) return;
    notices.show({
      tone: 'plain',
      body: <FormCancelledLine />,
      action: { label: <RestoreLabel />, run: () => move({ do: 'restore' }) },
    });
  }

  return draft.kind === 'lend' ? (
    <LendForm draft={draft} front={front} may={may} onCancel={cancel} />
  ) : (
    <ReturnForm front={front} onCancel={() => cancel(false)} />
  );
}

function ShownPage(props: { readonly shown: Shown; readonly may: MayDo }) {
  const { place } = useLoansDesk();
  const { shown, may } = props;
  switch (shown.kind) {
    case 'loan':
      return <LoanPanel id={shown.loan} tool={shown.tool} focusAction={place.focusAction} may={may} />;
    case 'type':
      return <TypePanel key={shown.type} id={shown.type} may={may} />;
    case 'checks':
      return <ChecksPanel may={may} />;
    case 'strays':
      return (
        <StraysPanel
          key={typeof shown.adding === 'boolean' ? String(shown.adding) : shown.adding.id}
          adding={shown.adding}
          may={may}
        />
      );
    case 'cash':
      return <CashPanel may={may} />;
  }
}
