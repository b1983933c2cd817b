// What a form that lends keys holds, what is wrong with it, and what is sent. Pure.
import type { BorrowerPick, BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import type { KeyLoanKind } from '../../../electron/api/key-states.ts';
import type { KeyLoanForm, KeyRow } from '../../../electron/api/keys.contract.ts';
import type { Signature } from '../../../electron/api/lending.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { LocalTime } from '../../ui/local-time.tsx';
import type { FieldMessage } from './key-refusal.tsx';

/** Somebody who is on no file yet. */
export interface NewPerson {
  readonly kind: 'contractor' | 'walkIn';
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  /** Of the resident ID card; empty where none is shown. */
  readonly documentNumber: string;
}

export interface LendValues {
  readonly borrower: BorrowerRow | null;
  /** Null while the borrower is looked for among those on file. */
  readonly person: NewPerson | null;
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
  borrower: null,
  person: null,
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

/** Whom the keys go to; null while nobody is chosen, or a new person has no name and phone yet. */
export function pickOf({ borrower, person }: LendValues): BorrowerPick | null {
  if (!person) return borrower?.pick ?? null;
  const { kind, name, phone, company, documentNumber } = person;
  if (name.trim() === '' || phone.trim() === '') return null;
  const document = documentNumber.trim();
  return {
    from: 'new',
    person: {
      ...{ kind, name, phone, company },
      ...(document === '' ? {} : { documentType: 'residentId', documentNumber: document }),
    },
  };
}

/** What somebody who was looked for and not found is put on file with. */
export function newPersonOf(text: string): NewPerson {
  const digits = /^\+?[\d\s-]+$/.test(text);
  return {
    ...{ kind: 'contractor', company: '', documentNumber: '' },
    ...(digits ? { name: '', phone: text.trim() } : { name: text.trim(), phone: '' }),
  };
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
  if (!values.person && values.borrower === null) wrong['borrower'] = 'field.borrowerNeeded';
  if (values.person && values.person.name.trim() === '') wrong['name'] = 'field.needed';
  if (values.person && values.person.phone.trim() === '') wrong['phone'] = 'field.phoneNeeded';
  if (Number.isNaN(times.dueAt)) wrong['dueAt'] = 'field.futureNeeded';
  if (Number.isNaN(times.lentAt)) wrong['lentAt'] = 'field.pastNeeded';
  if ((barred || emergency) && values.reason.trim() === '') wrong['reason'] = 'field.needed';
  if (emergency && values.witness.trim() === '') wrong['witness'] = 'field.needed';
  return wrong;
}

/** What both ways of lending send. */
export function toLoanForm(
  keys: readonly number[],
  values: LendValues,
  times: LendTimes,
  signature: Signature,
): KeyLoanForm {
  const { pieces, kind } = values;
  const borrower = pickOf(values);
  if (!borrower) throw new Error('a form without a borrower is not sent');
  return {
    keys: keys.map((key) => ({ key, pieces: pieces[key] ?? null })),
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
export function mayLeave({ state }: KeyRow): boolean {
  return state === 'in_cabinet' || state === 'found';
}
