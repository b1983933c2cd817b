// A refusal as the person at the desk reads it: what happened, what was kept, what to do now.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import type { trouble } from '../copy/trouble.ts';
import { ConnectionLost } from './repeat-once.ts';

type Sentence = keyof typeof trouble;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  SIGN_IN_NEEDED: 'error.SIGN_IN_NEEDED',
  NOT_ALLOWED: 'error.NOT_ALLOWED',
  SHIFT_NEEDED: 'error.SHIFT_NEEDED',
  APPROVAL_NEEDED: 'error.APPROVAL_NEEDED',
  COMMAND_REUSED: 'error.COMMAND_REUSED',
  RECORD_ERASED: 'error.RECORD_ERASED',
  RECORD_LOCKED: 'error.RECORD_LOCKED',
  CLOCK_JUMP: 'error.CLOCK_JUMP',
  NOT_FOUND: 'error.NOT_FOUND',
  DISK_FULL: 'error.DISK_FULL',
  DATABASE_LOCKED: 'error.DATABASE_LOCKED',
  DATABASE_DAMAGED: 'error.DATABASE_DAMAGED',
  DATABASE_UNWRITABLE: 'error.DATABASE_UNWRITABLE',
  BAD_REQUEST: 'error.BAD_REQUEST',
};

/** The refusals that any call can meet; a register handles its own before it comes here. */
export function RefusalText({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('trouble');
  if (error instanceof ConnectionLost) return t('error.LOST');
  const sentence = error instanceof ORPCError ? SENTENCES[String(error.code)] : undefined;
  return sentence ? t(sentence) : t('error.UNFORESEEN', { reference: referenceOf(error) });
}

function referenceOf(error: unknown): string {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  const known = typeof data === 'object' && data !== null && 'reference' in data;
  return known ? String(data.reference) : '–';
}
