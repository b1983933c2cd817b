// The sample's history as a list of acts, each at its time: what somebody at the desk did with which visit.
import type { ExpectedForm, VisitorForm } from '../../api/visitors.contract.ts';

/** A visit before the backend has given it its record. */
export type Plan = symbol;

export type Act = { readonly at: number } & (
  | { readonly do: 'goOnDuty'; readonly staff: string }
  | { readonly do: 'expect'; readonly visit: Plan; readonly form: ExpectedForm }
  | { readonly do: 'register' | 'arrive'; readonly visit: Plan; readonly form: VisitorForm }
  | { readonly do: 'leave'; readonly visit: Plan; readonly way: 'scan' | 'list' }
  | { readonly do: 'cancel' | 'reprint' | 'reopen'; readonly visit: Plan }
  | { readonly do: 'giveCard'; readonly visit: Plan; readonly card: string }
  | { readonly do: 'voidByPhone'; readonly visit: Plan; readonly call: PhoneApproval }
  /** By `by`, who looks in for this only. */
  | { readonly do: 'putCards'; readonly by: string; readonly first: string; readonly last: string }
  | { readonly do: 'lend'; readonly by: string; readonly staff: string; readonly until: number }
);

/** A supervisor who was called, and why. */
export interface PhoneApproval {
  readonly approver: string;
  readonly called: string;
  readonly reason: string;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
