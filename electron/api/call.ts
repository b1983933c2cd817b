// What every call of the contract begins with: the right it needs, and the refusals that any call can meet.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Right } from './rights.ts';

export interface CallMeta extends Record<string, unknown> {
  readonly right: Right;
}

/** Refusals that are not the action's own. Nothing was written when one of them comes. */
const commonErrors = {
  SIGN_IN_NEEDED: {},
  NOT_ALLOWED: { data: z.object({ right: z.string() }) },
  SHIFT_NEEDED: {},
  /** Above one's role: a supervisor's PIN grants this one command (people.approve), which is then sent again. */
  APPROVAL_NEEDED: { data: z.object({ right: z.string() }) },
  NOT_FOUND: { data: z.object({ what: z.string() }) },
  DISK_FULL: {},
  DATABASE_LOCKED: {},
  DATABASE_DAMAGED: {},
  DATABASE_UNWRITABLE: {},
  /** Anything unforeseen: one neutral sentence and the number under which the log has it. */
  UNFORESEEN: { data: z.object({ reference: z.string() }) },
} as const;

/** Begins a call that needs `right`. */
export function callFor(right: Right) {
  return oc.$meta<CallMeta>({ right }).errors(commonErrors);
}

/** Made when a form opens; the same id sent again gives the first answer and does nothing twice. */
export const commandId = z.uuid();
export const recordId = z.int().nonnegative();
/** UTC milliseconds. */
export const instant = z.int().nonnegative();
export const noInput = z.object({}).optional();

/** A line of typed text: trimmed, no control characters, bounded; nothing typed is null. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)
    .transform((text) => text.trim() || null)
    .nullable();
}
