// The panel beside a register's list: open forms as tabs, and what is looked at. Forms behind stay as they are.
import type { ReactNode } from 'react';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { FormCancelledLine, RestoreLabel } from '../quiet-words.tsx';
import type { OpenForm } from './open-forms.ts';
import type { RegisterMove, RegisterPlace } from './register-place.ts';
import { WorkPanel } from './work-panel.tsx';

/** What a form's component is told beside its draft. */
export interface FormPlace {
  readonly front: boolean;
  /** With `keep` the form can be brought back, and the quiet line says so. */
  readonly onCancel: (keep: boolean) => void;
}

/** `children` is what is looked at; it is drawn only while it is in front. */
export function RegisterWork<Form extends OpenForm, Shown, View>(props: {
  /** False while something lies over the desk: then the keys sleep. */
  readonly active: boolean;
  readonly place: RegisterPlace<Form, Shown, View>;
  readonly move: (step: RegisterMove<Shown, View>) => void;
  /** The element that has the keys of the list: the hand goes back there. */
  readonly listId: string;
  readonly label: string;
  readonly formLabel: (draft: Form) => string;
  readonly renderForm: (draft: Form, at: FormPlace) => ReactNode;
  readonly shownLabel: (shown: Shown) => string;
  readonly children: ReactNode;
}) {
  const { active, place, move, listId } = props;
  const { drafts, front, shown } = place;
  const notices = useNotices();
  useShortcuts({ Escape: closeShown }, active && front === 'shown');

  function backToList(): void {
    document.getElementById(listId)?.focus();
  }

  function closeShown(): void {
    move({ do: 'closeShown' });
    backToList();
  }

  function cancel(draft: Form, keep: boolean): void {
    move({ do: 'putAway', draft: draft.id, keep });
    backToList();
    if (!keep) return;
    notices.show({
      tone: 'plain',
      body: <FormCancelledLine />,
      action: { label: <RestoreLabel />, run: () => move({ do: 'restore' }) },
    });
  }

  return (
    <WorkPanel
      label={props.label}
      forms={drafts.map((draft) => {
        const inFront = draft.id === front;
        return {
          id: draft.id,
          label: props.formLabel(draft),
          front: inFront,
          away: draft.away,
          onFront: () => move({ do: 'toFront', draft: draft.id }),
          form: props.renderForm(draft, {
            front: active && inFront,
            onCancel: (keep) => cancel(draft, keep),
          }),
        };
      })}
      record={
        shown === null
          ? null
          : {
              id: 'shown',
              label: props.shownLabel(shown),
              front: front === 'shown',
              onFront: () => move({ do: 'show', shown, focusAction: false }),
              onClose: closeShown,
            }
      }
    >
      {shown === null ? null : props.children}
    </WorkPanel>
  );
}
