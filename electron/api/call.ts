// What every call of the contract begins with: the right it needs, and the refusals that any call can meet.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Right } from './rights.ts';

export interface CallMeta extends Record<string, unknown> {
  readonly right: Right;
  /** `exempt`: also without an open shift, whoever calls (registers.md §2). */
  readonly shift: 'asRight' | 'exempt';
}

/** Refusals that are not the action's own. Nothing was written when one of them comes. */
const commonErrors = {
  SIGN_IN_NEEDED: {},
  NOT_ALLOWED: { data: z.object({ right: z.string() }) },
  SHIFT_NEEDED: {},
  /** Above one's role: an approval (approvals.grant) grants this one command, which is then sent again. */
  APPROVAL_NEEDED: { data: z.object({ right: z.string() }) },
  /** The command id was used before, for something else or by somebody else: the window has a fault. */
  COMMAND_REUSED: {},
  /** The person was erased: nothing new is sealed under their record. */
  RECORD_ERASED: {},
  /** The record's key is not on this machine. */
  RECORD_LOCKED: {},
  /** The machine's clock and the journal are over a day apart: somebody has to say that the clock is right. */
  CLOCK_JUMP: { data: z.object({ journalAt: z.int(), clockAt: z.int() }) },
  NOT_FOUND: { data: z.object({ what: z.string() }) },
  DISK_FULL: {},
  DATABASE_LOCKED: {},
  DATABASE_DAMAGED: {},
  DATABASE_UNWRITABLE: {},
  /** Anything unforeseen: one neutral sentence and the number under which the log has it. */
  UNFORESEEN: { data: z.object({ reference: z.string() }) },
} as const;

/** Begins a call that needs `right`, and an open shift where the right asks for one, unless it is exempt. */
export function callFor(right: Right, { shift = 'asRight' }: { readonly shift?: CallMeta['shift'] } = {}) {
  return oc.$meta<CallMeta>({ right, shift }).errors(commonErrors);
}

/** Made when a form opens; the same id sent again gives the first answer and does nothing twice. */
export const commandId = z.uuid();
export const recordId = z.int().nonnegative();
export const LATEST_INSTANT: number = Date.UTC(2100, 0);
/** UTC milliseconds of this century: a later one is a slip of the hand, and no calendar shows it. */
export const instant = z.int().min(0).max(LATEST_INSTANT);
/** What the machine's clock says, UTC milliseconds, however wrong it is: the desk tells of it all the same. */
export const clockTime = z.int();
export const noInput = z.object({}).optional();

/**
 * What has no place in a line that people read: control characters, line and paragraph separators, lone surrogates,
 * and formatting that turns the text around it (U+202A to U+202E, U+2066 to U+2069) or shows nothing.
 */
const UNSHOWN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/u;

/** A line of typed text: trimmed, bounded, nothing in it that cannot be seen; nothing typed is null. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => !UNSHOWN.test(text))
    .transform((text) => text.trim() || null)
    .nullable();
}

/** Lines of text, line breaks as `\n`, trimmed and bounded. */
function lines(max: number) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !UNSHOWN.test(text.replaceAll('\n', ''))),
    );
}

/** Text of several lines that must say something: trimmed, line breaks as `\n`. */
export function paragraphs(max: number) {
  return lines(max).pipe(z.string().min(1));
}

/** Text of several lines; nothing typed is null. */
export function passage(max: number) {
  return lines(max)
    .transform((text) => text || null)
    .nullable();
}

/** A line that must say something: at least one letter, digit or pictogram. */
export function shownText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !UNSHOWN.test(text) && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text));
}

/** A line as a scanner sends it: any text, up to what devices/line-reader lets through. */
export const scannedText = z.string().max(512);
