// The panel beside the list of loans: the open forms, and whatever is looked at.
import { useTranslation } from 'react-i18next';
import { RegisterWork } from '../../app/register/register-work.tsx';
import { CashPanel } from './cash-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { LendForm } from './lend-form.tsx';
import { LoanPanel } from './loan-panel.tsx';
import { useLoansDesk } from './loans-desk.tsx';
import type { MayDo } from './may-do.ts';
import { ReturnForm } from './return-form.tsx';
import { StraysPanel } from './strays-panel.tsx';
import { TypePanel } from './type-panel.tsx';
import type { Shown } from './workplace.ts';

/** `active` is false while something lies over the desk; `may` is what the role allows. */
export function LoanWork({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation('loans');
  const { place, move } = useLoansDesk();
  return (
    <RegisterWork
      {...{ active, place, move }}
      listId="loans"
      label={t('workplace')}
      formLabel={({ kind }) => t(kind)}
      renderForm={(draft, { front, onCancel }) =>
        draft.kind === 'lend' ? (
          <LendForm {...{ draft, front, may, onCancel }} />
        ) : (
          <ReturnForm front={front} onCancel={() => onCancel(false)} />
        )
      }
      shownLabel={({ kind }) => t(`shown.${kind}`)}
    >
      {place.shown === null ? null : <ShownPage shown={place.shown} may={may} />}
    </RegisterWork>
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
