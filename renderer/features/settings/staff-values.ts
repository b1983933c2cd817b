// What the forms about staff hold, and what is wrong with it: beside which field stands which sentence. Pure.
import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import type { Language } from '../../../electron/api/boot.ts';
import { newPin, staffForm } from '../../../electron/api/staff.contract.ts';
import type { StaffForm } from '../../../electron/api/staff.contract.ts';
import type { settings } from '../../copy/settings.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type StaffValues = StaffForm;
export type StaffMessage = Extract<keyof typeof settings, `field.${string}`>;

export function newcomer(language: Language, homeDesk: string): StaffValues {
  return { number: '', name: '', role: 'receptionist', language, homeDesk };
}

export function wrongInStaff(values: StaffValues): FieldErrors<StaffMessage> {
  const wrong: Record<string, StaffMessage> = {};
  for (const issue of staffForm.safeParse(values).error?.issues ?? []) {
    const field = String(issue.path[0]);
    const blank = (field === 'number' || field === 'name') && values[field].trim() === '';
    wrong[field] ??= blank ? 'field.needed' : shapeOf(field, issue);
  }
  return wrong;
}

function shapeOf(field: string, { code }: z.core.$ZodIssue): StaffMessage {
  if (field === 'number') return 'field.staffNumber';
  return code === 'too_big' ? 'field.tooLong' : 'field.wrong';
}

export function wrongInPin(pin: string, again: string): FieldErrors<StaffMessage> {
  if (!newPin.safeParse(pin).success) return { pin: pin === '' ? 'field.needed' : 'field.pin' };
  if (again !== pin) return { pinAgain: again === '' ? 'field.needed' : 'field.pinAgain' };
  return {};
}

const REFUSED: Readonly<Record<string, FieldErrors<StaffMessage>>> = {
  NUMBER_TAKEN: { number: 'field.numberTaken' },
  PIN_WEAK: { pin: 'field.pinWeak' },
  ROLE_NOT_YOURS: { role: 'field.roleNotYours' },
  BADGE_TAKEN: { badge: 'field.badgeTaken' },
  BADGE_ON_THING: { badge: 'field.badgeOnThing' },
  UNKNOWN_DESK: { desk: 'field.unknownDesk', homeDesk: 'field.unknownDesk' },
  LEND_TIME: { until: 'field.lendTime' },
  LAST_ADMIN: { role: 'field.lastAdmin' },
};

/** Where a refusal of a call about staff belongs. */
export function staffFieldsRefused(error: unknown): FieldErrors<StaffMessage> {
  return error instanceof ORPCError ? (REFUSED[String(error.code)] ?? {}) : {};
}
