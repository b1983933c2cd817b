// The panel beside the list of keys: the open forms, and the loan or key that is looked at.
import { useTranslation } from 'react-i18next';
import { FormCancelledLine, RestoreLabel } from '../../app/quiet-words.tsx';
import { WorkPanel } from '../../app/work-panel.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { KeyPanel } from './key-panel.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { LendForm } from './lend-form.tsx';
import { LoanPanel } from './loan-panel.tsx';
import { LIST_ID } from './loans-list.tsx';
import type { MayDo } from './may-do.ts';
import { ReturnForm } from './return-form.tsx';
import { ReturnSlip } from './return-slip.tsx';
import type { Draft } from './workplace.ts';

/** `active` is false while something lies over the desk; `may` is what the role allows. */
export function KeyWork({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation('keys');
  const { place, move } = useKeysDesk();
  const { drafts, front, shown, focusAction } = place;
  const notices = useNotices();
  useShortcuts({ Escape: closeShown }, active && front === 'shown');

  function closeShown(): void {
    move({ do: 'closeShown' });
    document.getElementById(LIST_ID)?.focus();
  }

  function cancel(draft: Draft, keep: boolean): void {
    move({ do: 'putAway', draft: draft.id, keep });
    document.getElementById(LIST_ID)?.focus();
    if (!keep) return;
    notices.show({
      tone: 'plain',
      body: <FormCancelledLine />,
      action: { label: <RestoreLabel />, run: () => move({ do: 'restore' }) },
    });
  }

  return (
    <WorkPanel
      label={t('workplace')}
      forms={drafts.map((draft) => {
        const inFront = draft.id === front;
        const form = { draft, front: active && inFront, may };
        return {
          id: draft.id,
          label: t(draft.kind),
          front: inFront,
          away: draft.away,
          onFront: () => move({ do: 'toFront', draft: draft.id }),
          form:
            draft.kind === 'lend' ? (
              <LendForm {...form} onCancel={(keep) => cancel(draft, keep)} />
            ) : draft.slip === null ? (
              <ReturnForm {...form} onClose={() => cancel(draft, false)} />
            ) : (
              <ReturnSlip {...form} slip={draft.slip} onClose={() => cancel(draft, false)} />
            ),
        };
      })}
      record={
        shown === null
          ? null
          : {
              id: 'shown',
              label: t(shown.kind === 'loan' ? 'loan' : 'keyDetails'),
              front: front === 'shown',
              onFront: () => move({ do: 'show', shown, focusAction: false }),
              onClose: closeShown,
            }
      }
    >
      {shown?.kind === 'loan' ? (
        <LoanPanel key={shown.id} id={shown.id} focusAction={focusAction} may={may} />
      ) : null}
      {shown?.kind === 'key' ? (
        <KeyPanel
          // What it is to open with counts each time anew.
          key={shown.tool ? `${shown.id}-${focusAction}` : shown.id}
          id={shown.id}
          focusAction={focusAction}
          may={may}
          {...(shown.tool ? { begins: shown.tool } : {})}
        />
      ) : null}
    </WorkPanel>
  );
}
