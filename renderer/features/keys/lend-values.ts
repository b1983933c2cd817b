// What a form that lends keys holds beside the borrower, what is wrong with it, and what is sent. Pure.
import type { BorrowerKind, BorrowerPick } from '../../../electron/api/borrowers.contract.ts';
import type { KeyBar, KeyLoanKind } from '../../../electron/api/key-states.ts';
import type { KeyLoanForm } from '../../../electron/api/key-forms.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import type { Signature } from '../../../electron/api/lending.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { LocalTime } from '../../ui/local-time.tsx';
import type { FieldMessage } from './key-refusal.tsx';

export interface LendValues {
  /** Key → so many of its set; all of them where it is not named. */
  readonly pieces: Readonly<Record<number, number>>;
  readonly authorisedBy: number | null;
  readonly purpose: string;
  readonly remarks: string;
  readonly kind: KeyLoanKind;
  /** Null while the policies say when it is due. */
  readonly due: LocalTime | null;
  /** When it truly left; null for now. */
  readonly late: LocalTime | null;
  /** Entered late, and it has been brought back. */
  readonly alreadyBack: boolean;
  readonly printSlip: boolean;
  /** Why it leaves against the rules, or what happened in an emergency. */
  readonly reason: string;
  readonly witness: string;
}

export const emptyValues: LendValues = {
  pieces: {},
  authorisedBy: null,
  purpose: '',
  remarks: '',
  kind: 'lent',
  due: null,
  late: null,
  alreadyBack: false,
  printSlip: true,
  reason: '',
  witness: '',
};

/** A key and why it does not leave. */
export interface Barred {
  readonly key: number;
  readonly bars: readonly KeyBar[];
  /** Who may borrow it. */
  readonly allowed: readonly BorrowerKind[];
}

/** Times of the form in UTC ms; null where none is given, NaN where the fields hold no time. */
export interface LendTimes {
  readonly dueAt: number | null;
  readonly lentAt: number | null;
}

/** What can be said before sending. `barred`: somebody has to say why it leaves all the same. */
export function wrongInLend(
  keys: readonly number[],
  values: LendValues,
  times: LendTimes,
  barred: boolean,
): FieldErrors<FieldMessage> {
  const wrong: Record<string, FieldMessage> = {};
  const emergency = values.kind === 'emergency';
  if (keys.length === 0) wrong['keys'] = 'field.keyNeeded';
  if (Number.isNaN(times.dueAt)) wrong['dueAt'] = 'field.futureNeeded';
  if (Number.isNaN(times.lentAt)) wrong['lentAt'] = 'field.pastNeeded';
  if ((barred || emergency) && values.reason.trim() === '') wrong['reason'] = 'field.needed';
  if (emergency && values.witness.trim() === '') wrong['witness'] = 'field.needed';
  return wrong;
}

/** What both ways of lending send. */
export function toLoanForm(
  { keys, scanned }: { readonly keys: readonly number[]; readonly scanned: readonly number[] },
  borrower: BorrowerPick,
  values: LendValues,
  times: LendTimes,
  signature: Signature,
): KeyLoanForm {
  const { pieces, kind } = values;
  return {
    keys: keys.map((key) => ({ key, pieces: pieces[key] ?? null, scanned: scanned.includes(key) })),
    borrower,
    authorisedBy: values.authorisedBy,
    purpose: values.purpose,
    remarks: values.remarks,
    dueAt: kind === 'issued' ? null : times.dueAt,
    lentAt: times.lentAt,
    printSlip: values.printSlip,
    signature,
  };
}

/** Whether a key can leave as the book has it now. */
export function mayLeave({ state }: Pick<KeyRow, 'state'>): boolean {
  return state === 'in_cabinet';
}

/** A deposited spare in its sealed bag: two persons open that first. */
export function isSealed({ kind, seal }: Pick<KeyRow, 'kind' | 'seal'>): boolean {
  return kind === 'deposited' && seal !== null;
}

/** What a form is for while nobody has said: keys for emergencies go out as such. What is written down late has gone. */
export function usualKind(rows: readonly Pick<KeyRow, 'kind'>[], late: LocalTime | null): KeyLoanKind {
  const emergency = rows.length > 0 && rows.every(({ kind }) => kind === 'emergency');
  return emergency && late === null ? 'emergency' : 'lent';
}
