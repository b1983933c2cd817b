// The sample's history as a list of acts, each at its time: what somebody at the desk did with which visit, key or loan.
import type { LoanForm } from '../../api/loan-forms.ts';
import type { Condition } from '../../api/loan-states.ts';
import type { ExpectedForm, VisitorForm } from '../../api/visit-forms.ts';
import type { Person } from './sample.people.ts';

/** A visit or a loan before the backend has given it its record. */
export type Plan = symbol;

export type Act = { readonly at: number } & (
  | { readonly do: 'goOnDuty'; readonly staff: string }
  | { readonly do: 'expect'; readonly visit: Plan; readonly form: ExpectedForm }
  | { readonly do: 'register' | 'arrive'; readonly visit: Plan; readonly form: VisitorForm }
  | { readonly do: 'leave'; readonly visit: Plan; readonly way: 'scan' | 'list' }
  | { readonly do: 'cancel' | 'reprint' | 'reopen'; readonly visit: Plan }
  | { readonly do: 'giveCard'; readonly visit: Plan; readonly card: string }
  | { readonly do: 'lendThing'; readonly loan: Plan; readonly form: LoanForm }
  | { readonly do: 'returnThing'; readonly loan: Plan; readonly condition: Condition }
  | { readonly do: 'loseThing' | 'settleDeposit'; readonly loan: Plan }
  | { readonly do: 'setFloat'; readonly by: string; readonly amountFen: number }
  | { readonly do: 'blockThing'; readonly item: number; readonly reason: string }
  | { readonly do: 'voidByPhone'; readonly visit: Plan; readonly call: PhoneApproval }
  /** By `by`, who looks in for this only. */
  | { readonly do: 'putCards'; readonly by: string; readonly first: string; readonly last: string }
  | { readonly do: 'lendKeys'; readonly loan: Plan; readonly form: KeyLoan }
  | { readonly do: 'returnKeys'; readonly loan: Plan; readonly lines: KeyPieces[] | null }
  | { readonly do: 'scanCode'; readonly code: string }
  | { readonly do: 'sendKey'; readonly by: string; readonly key: number; readonly to: string }
  | { readonly do: 'lend'; readonly by: string; readonly staff: string; readonly until: number }
);

interface KeyPieces {
  readonly key: number;
  readonly pieces: number;
}

/** Who takes keys: somebody of a contractor, a contact, or a colleague by number. */
export type KeyBorrower =
  | { readonly worker: Person; readonly company: string }
  | { readonly contact: number }
  | { readonly staff: string };

/** A loan of keys before anybody has a record. */
export interface KeyLoan {
  readonly kind: 'lent' | 'issued';
  readonly keys: readonly { readonly id: number; readonly tag: string }[];
  readonly by: KeyBorrower;
  readonly authorisedBy: number | null;
  readonly purpose: string;
  readonly dueAt: number | null;
  readonly printSlip: boolean;
}

/** A supervisor who was called, and why. */
export interface PhoneApproval {
  readonly approver: string;
  readonly called: string;
  readonly reason: string;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
