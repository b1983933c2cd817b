// Refusals of the keys register: beside a field where one is named, in a sentence otherwise.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { keyCaseErrors } from '../../../electron/api/key-cases.contract.ts';
import type { BorrowerKind } from '../../../electron/api/borrowers.contract.ts';
import { KEY_LOAN_STATES, KEY_STATES, keyErrors } from '../../../electron/api/key-states.ts';
import type { KeyBar } from '../../../electron/api/key-states.ts';
import { approvalFieldsRefused } from '../../app/approval/approval-values.ts';
import { borrowerFieldsRefused } from '../../app/lending/borrower-refusal.ts';
import { useProperty } from '../../app/property.ts';
import { RefusalText } from '../../app/refusal.tsx';
import type { keys } from '../../copy/keys.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type FieldMessage = Extract<keyof typeof keys, `field.${string}`>;

/** The data of a refusal, where it is the one that `code` names. */
function dataOf<Shape extends z.ZodType>(error: unknown, code: string, shape: Shape): z.infer<Shape> | null {
  if (!(error instanceof ORPCError) || error.code !== code) return null;
  return shape.safeParse(error.data).data ?? null;
}

const NEEDED: Readonly<Record<string, FieldMessage>> = {
  keys: 'field.keyNeeded',
  borrower: 'field.borrowerNeeded',
  dueAt: 'field.futureNeeded',
  lentAt: 'field.pastNeeded',
  returnedAt: 'field.pastNeeded',
};

const BESIDE: Readonly<Record<string, FieldErrors<FieldMessage>>> = {
  UNKNOWN_AUTHORISER: { authorisedBy: 'field.authoriser' },
  UNKNOWN_DESK: { desk: 'field.desk' },
  PIECES_WRONG: { pieces: 'field.pieces' },
  SEAL_USED: { seal: 'field.sealUsed' },
  CONSENT_NEEDED: { consentBy: 'field.consent' },
  SECOND_PERSON: { approver: 'field.secondPerson' },
  CASE_TIME: { at: 'field.caseTime' },
  SIGNATURE_NEEDED: { signature: 'field.signature' },
  SIGNATURE_WRONG: { signature: 'field.signature' },
};

/** Field → message, for refusals that name a field; empty for the others. */
export function fieldsRefused(error: unknown): FieldErrors<FieldMessage> {
  const needed = dataOf(error, 'FIELD_NEEDED', keyErrors.FIELD_NEEDED.data);
  if (needed) return { [needed.field]: NEEDED[needed.field] ?? 'field.needed' };
  const beside = error instanceof ORPCError ? BESIDE[String(error.code)] : undefined;
  return beside ?? { ...borrowerFieldsRefused(error), ...approvalFieldsRefused(error) };
}

/** The first key that policy keeps here, and why, where that is the refusal. */
export function barredKey(error: unknown) {
  return dataOf(error, 'KEY_BARRED', keyErrors.KEY_BARRED.data);
}

/** The key that lies in a sealed bag, where that is the refusal. */
export function sealedKey(error: unknown): number | null {
  return dataOf(error, 'KEY_SEALED', keyErrors.KEY_SEALED.data)?.key ?? null;
}

/** Why a code is no tag of ours; null for any other refusal. */
export function unknownTag(error: unknown) {
  return dataOf(error, 'UNKNOWN_TAG', keyErrors.UNKNOWN_TAG.data)?.reason ?? null;
}

const PLAIN: Readonly<Record<string, 'tooLate' | 'sealed' | 'signatureNeeded' | 'caseClosed'>> = {
  TOO_LATE: 'tooLate',
  KEY_SEALED: 'sealed',
  SIGNATURE_NEEDED: 'signatureNeeded',
  CASE_CLOSED: 'caseClosed',
};

/** One sentence for any refusal of this register's calls. */
export function KeyRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('keys');
  const barsText = useBarsText();
  const { times } = useProperty();
  const out = dataOf(error, 'KEY_NOT_IN', keyErrors.KEY_NOT_IN.data);
  if (out) {
    if (out.desk !== null) return t('keyAtDesk', { desk: out.desk });
    const state = t(`key.${out.state}`);
    return out.number === null ? t('keyNotIn', { state }) : t('keyNotInLoan', { state, number: out.number });
  }
  const held = dataOf(error, 'KEY_HELD_THEN', keyErrors.KEY_HELD_THEN.data);
  if (held) {
    const span = [held.from, ...(held.until === null ? [] : [held.until])].map(times.short).join(' – ');
    return t('keyHeldThen', { number: held.number, span });
  }
  const barred = barredKey(error);
  if (barred) return barsText(barred);
  const tag = unknownTag(error);
  if (tag) return tag === 'NOT_ISSUED' ? t('unknownTag') : t(`tag.${tag}`);
  const wrong = dataOf(error, 'WRONG_STATE', keyErrors.WRONG_STATE.data);
  if (wrong) return <WrongState state={wrong.state} />;
  const seal = dataOf(error, 'SEAL_WRONG', keyCaseErrors.SEAL_WRONG.data);
  if (seal) return t('sealWrong', { expected: seal.expected });
  const state = dataOf(error, 'KEY_STATE', keyCaseErrors.KEY_STATE.data);
  if (state) return <WrongState state={state.state} />;
  const elsewhere = dataOf(error, 'KEY_ELSEWHERE', keyCaseErrors.KEY_ELSEWHERE.data);
  if (elsewhere) return t('bagElsewhere', { desk: elsewhere.desk });
  const plain = error instanceof ORPCError ? PLAIN[String(error.code)] : undefined;
  if (plain) return t(plain);
  return <RefusalText error={error} />;
}

/** Why a key does not leave, in a sentence; who may have it stands beside who may not. */
export function useBarsText(): (barred: {
  readonly bars: readonly KeyBar[];
  readonly allowed: readonly BorrowerKind[];
}) => string {
  const { t } = useTranslation('keys');
  return ({ bars, allowed }) => {
    const who = allowed.map((kind) => t(`allowed.${kind}`)).join(t('comma'));
    return bars.map((bar) => t(`bar.${bar}`, { who })).join(' · ');
  };
}

function WrongState({ state }: { readonly state: string }) {
  const { t } = useTranslation('keys');
  const ofLoan = KEY_LOAN_STATES.find((each) => each === state);
  if (ofLoan) return t('wrongState', { state: t(`loan.${ofLoan}`) });
  const ofKey = KEY_STATES.find((each) => each === state);
  return ofKey ? t('wrongState', { state: t(`key.${ofKey}`) }) : t('changedMeanwhile');
}
