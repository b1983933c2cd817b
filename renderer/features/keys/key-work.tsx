// The panel beside the list of keys: the open forms, and the loan or key that is looked at.
import { useTranslation } from 'react-i18next';
import { RegisterWork } from '../../app/register/register-work.tsx';
import type { FormPlace } from '../../app/register/register-work.tsx';
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
  const { shown, focusAction } = place;
  return (
    <RegisterWork
      {...{ active, place, move }}
      listId={LIST_ID}
      label={t('workplace')}
      formLabel={({ kind }) => t(kind)}
      renderForm={(draft, at) => <DraftForm {...{ draft, may, ...at }} />}
      shownLabel={({ kind }) => t(kind === 'loan' ? 'loan' : 'keyDetails')}
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
    </RegisterWork>
  );
}

function DraftForm(props: FormPlace & { readonly draft: Draft; readonly may: MayDo }) {
  const { draft, front, may, onCancel } = props;
  const form = { draft, front, may };
  if (draft.kind === 'lend') return <LendForm {...form} onCancel={onCancel} />;
  const close = (): void => onCancel(false);
  if (draft.slip === null) return <ReturnForm {...form} onClose={close} />;
  return <ReturnSlip {...form} slip={draft.slip} onClose={close} />;
}
