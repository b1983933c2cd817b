// Refusals of a stocktake, each in a sentence.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { KeyRefusal } from './key-refusal.tsx';

const SENTENCES = {
  STOCKTAKE_OVER: 'stocktakeOver',
  NOTHING_HERE: 'nothingHere',
  TAG_UNKNOWN: 'tagUnknown',
  DIFFERENCES_OPEN: 'differencesOpen',
} as const;

export function StocktakeRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('keys');
  const code = error instanceof ORPCError ? String(error.code) : '';
  const known = Object.entries(SENTENCES).find(([name]) => name === code);
  return known ? t(known[1]) : <KeyRefusal error={error} />;
}
