// Refusals of the visitors' register: beside a field where one is named, in a sentence otherwise.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { VISIT_STATES, visitErrors } from '../../../electron/api/visit-states.ts';
import { approvalFieldsRefused } from '../../app/approval/approval-values.ts';
import { cardRefused, CardRefusal, isCardRefusal } from './card-refusal.tsx';
import { RefusalText } from '../../app/refusal.tsx';
import type { visitors } from '../../copy/visitors.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type FieldMessage = Extract<keyof typeof visitors, `field.${string}`>;

const NEEDED: Readonly<Record<string, FieldMessage>> = {
  documentNumber: 'field.numberNeeded',
  host: 'field.hostNeeded',
  hostConfirmation: 'field.confirmationNeeded',
  expectedUntil: 'field.untilNeeded',
  validUntil: 'field.futureNeeded',
  arrivedAt: 'field.pastNeeded',
  leftAt: 'field.leftNeeded',
  card: 'field.goneWithCard',
  note: 'field.noteNeeded',
};

/** Field → message, for refusals that name a field; empty for the others. */
export function fieldsRefused(error: unknown): FieldErrors<FieldMessage> {
  if (!(error instanceof ORPCError)) return {};
  const wrong = visitErrors.DOCUMENT_NUMBER_WRONG.data.safeParse(error.data);
  if (error.code === 'DOCUMENT_NUMBER_WRONG' && wrong.success) {
    return { documentNumber: `field.${wrong.data.reason}` };
  }
  const needed = visitErrors.FIELD_NEEDED.data.safeParse(error.data);
  if (error.code === 'FIELD_NEEDED' && needed.success) {
    return { [needed.data.field]: NEEDED[needed.data.field] ?? 'field.needed' };
  }
  if (error.code === 'DOCUMENT_REQUIRED') return { documentNumber: 'field.documentRequired' };
  return approvalFieldsRefused(error);
}

/** The visit that is on site already, or has the card that was asked for, where that is the refusal. */
export function visitAlreadyThere(error: unknown): { visit: number; number: string } | null {
  if (!(error instanceof ORPCError)) return null;
  if (error.code === 'ALREADY_ON_SITE') {
    return visitErrors.ALREADY_ON_SITE.data.safeParse(error.data).data ?? null;
  }
  const card = cardRefused(error);
  return card && card.visit !== null && card.number !== null
    ? { visit: card.visit, number: card.number }
    : null;
}

/** Somebody alike is here: the form asks which person it is. */
export function isSamePerson(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'SAME_PERSON';
}

const PLAIN: Readonly<Record<string, 'tooLate' | 'endedLongAgo' | 'noDocument' | 'revealOver'>> = {
  TOO_LATE: 'tooLate',
  ENDED_LONG_AGO: 'endedLongAgo',
  NO_DOCUMENT: 'noDocument',
  REVEAL_OVER: 'revealOver',
};

const stateOnly = z.object({ state: z.enum(VISIT_STATES) });

/** One sentence for any refusal of this register's calls. */
export function VisitRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('visitors');
  if (isCardRefusal(error)) return <CardRefusal error={error} />;
  const there = visitAlreadyThere(error);
  if (there) return t('alreadyOnSite', { number: there.number });
  if (isSamePerson(error)) return t('same.refused');
  if (error instanceof ORPCError && error.code === 'WRONG_STATE') {
    const known = stateOnly.safeParse(error.data);
    if (known.success) return t('wrongState', { state: t(`state.${known.data.state}`) });
  }
  if (error instanceof ORPCError && error.code === 'UNKNOWN_CODE') {
    const known = visitErrors.UNKNOWN_CODE.data.safeParse(error.data);
    if (known.success) return t(`code.${known.data.reason}`);
  }
  const plain = error instanceof ORPCError ? PLAIN[String(error.code)] : undefined;
  if (plain) return t(plain);
  return <RefusalText error={error} />;
}
