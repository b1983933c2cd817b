// The sentence after an action, with the state of its slip as it goes from the queue to paper.
import { useTranslation } from 'react-i18next';
import type { KeyLoanState, KeyState } from '../../../electron/api/key-states.ts';
import { PrintState } from '../../app/print-state.tsx';
import type { keys } from '../../copy/keys.ts';

export type Did = Extract<keyof typeof keys, `${string}Done`>;

export function DoneLine(props: {
  readonly did: Did;
  readonly number?: string;
  /** Of the borrower. */
  readonly name?: string | null;
  /** What came back, or was sent. */
  readonly keyName?: string | null;
  readonly desk?: string;
  readonly job?: number | null;
  /** A tenant's spare came back and its bag lies open. */
  readonly bagOpen?: boolean;
}) {
  const { t } = useTranslation('keys');
  const { did, number = '', name, keyName, desk = '', job, bagOpen = false } = props;
  return (
    <>
      {t(did, { number, name: name ?? '', key: keyName ?? '', desk })}
      {bagOpen ? ` · ${t('unsealedBack')}` : null}
      {typeof job === 'number' ? <PrintState job={job} say={(state) => t(`print.${state}`)} /> : null}
    </>
  );
}

/** What to do about a key that can neither leave nor come in as it stands. */
const TODO = ['lost', 'found', 'in_transfer', 'retired'] as const;

/** A scan changed nothing: how the key stands, and what to do. */
export function KeyIs(props: {
  readonly keyName: string;
  readonly state: KeyState | KeyLoanState;
  /** Where it is on its way to. */
  readonly desk: string | null;
}) {
  const { t } = useTranslation('keys');
  const todo = TODO.find((state) => state === props.state);
  if (todo) return t(`keyIs.${todo}`, { key: props.keyName, desk: props.desk ?? '' });
  return <LoanIs {...props} />;
}

/** A scan changed nothing: how the loan stands. */
export function LoanIs(props: { readonly keyName: string; readonly state: KeyState | KeyLoanState }) {
  const { t } = useTranslation('keys');
  return t('keyIs', { key: props.keyName, state: t(wordOf(props.state)) });
}

function wordOf(state: KeyState | KeyLoanState) {
  return state === 'open' || state === 'returned' || state === 'taken_back' || state === 'voided'
    ? (`loan.${state}` as const)
    : (`key.${state}` as const);
}

/** Of the way to the form that seals a bag again. */
export function ResealLabel() {
  return useTranslation('keys').t('reseal');
}

export function LookUpLabel() {
  return useTranslation('keys').t('lookUpByName');
}

/** Of the button that puts an unknown tag on file. */
export function RegisterLabel() {
  return useTranslation('keys').t('registerTag');
}
