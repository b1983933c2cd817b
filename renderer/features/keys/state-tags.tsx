// How a key and its loan stand, as coloured words.
import { useTranslation } from 'react-i18next';
import type { KeyLoanState, KeyState } from '../../../electron/api/key-states.ts';
import type { KeyLoanRow } from '../../../electron/api/keys.contract.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';

const KEY_TONES: Readonly<Record<KeyState, TagTone>> = {
  in_cabinet: 'good',
  out: 'info',
  incomplete: 'warn',
  issued: 'info',
  in_transfer: 'warn',
  lost: 'bad',
  found: 'good',
  retired: 'quiet',
};

export function KeyStateTag({ state }: { readonly state: KeyState }) {
  const { t } = useTranslation('keys');
  return <Tag tone={KEY_TONES[state]}>{t(`key.${state}`)}</Tag>;
}

const LOAN_TONES: Readonly<Record<KeyLoanState, TagTone>> = {
  open: 'info',
  returned: 'quiet',
  lost: 'bad',
  taken_back: 'quiet',
  voided: 'quiet',
};

/** An open loan says how late it is, and what is special about it; a closed one how it ended. */
export function LoanStateTags({
  loan,
}: {
  readonly loan: Pick<KeyLoanRow, 'state' | 'due' | 'kind' | 'lines' | 'escalated' | 'contradicted'>;
}) {
  const { t } = useTranslation('keys');
  const { state, due, kind, lines, escalated, contradicted } = loan;
  const open = state === 'open';
  const late = open && (due === 'overdue' || due === 'soon') ? due : null;
  return (
    <>
      {late ? <Tag tone={late === 'overdue' ? 'bad' : 'warn'}>{t(`due.${late}`)}</Tag> : null}
      {late || (open && kind !== 'lent') ? null : <Tag tone={LOAN_TONES[state]}>{t(`loan.${state}`)}</Tag>}
      {kind === 'lent' ? null : (
        <Tag tone={kind === 'emergency' ? 'bad' : 'info'}>{t(`loanKind.${kind}`)}</Tag>
      )}
      {open && lines.some(({ back }) => back > 0) ? <Tag tone="warn">{t('incomplete')}</Tag> : null}
      {open && escalated ? <Tag tone="warn">{t('escalated')}</Tag> : null}
      {contradicted ? <Tag tone="bad">{t('contradicted')}</Tag> : null}
    </>
  );
}
