// Why a turnstile card cannot be given, taken in or missed, in a sentence.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { cardErrors } from '../../../electron/api/turnstile-cards.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';

export type RangeMessage = 'field.needed' | `range.${'SHAPE' | 'ORDER' | 'OVERLAP'}`;

/** Field → message, where a range was refused; empty for other refusals. */
export function rangeRefused(error: unknown): Partial<Record<string, RangeMessage>> {
  if (!(error instanceof ORPCError) || error.code !== 'CARD_RANGE_REFUSED') return {};
  const { data } = cardErrors.CARD_RANGE_REFUSED.data.safeParse(error.data);
  return data ? { [data.field]: `range.${data.reason}` } : {};
}

/** The card that keeps a range from being withdrawn; null for other refusals. */
export function cardsInUse(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'CARDS_IN_USE') return null;
  return cardErrors.CARDS_IN_USE.data.safeParse(error.data).data?.card ?? null;
}

/** What stands in the way of giving the card, where that is the refusal. */
export function cardRefused(error: unknown) {
  if (!(error instanceof ORPCError) || error.code !== 'CARD_REFUSED') return null;
  return cardErrors.CARD_REFUSED.data.safeParse(error.data).data ?? null;
}

const CODES: ReadonlySet<string> = new Set(['CARD_REFUSED', 'CARD_ASKED', 'CARD_STATE']);

export function isCardRefusal(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError && CODES.has(String(error.code));
}

export function CardRefusal({ error }: { readonly error: ORPCError<string, unknown> }) {
  const { t } = useTranslation('cards');
  const refused = cardRefused(error);
  if (refused) return t(`refused.${refused.reason}`, { number: refused.number ?? '' });
  const asked = cardErrors.CARD_ASKED.data.safeParse(error.data);
  if (error.code === 'CARD_ASKED' && asked.success) return t('asked', { card: asked.data.card });
  const state = cardErrors.CARD_STATE.data.safeParse(error.data);
  if (state.success) return t(state.data.holds ? 'holdsOne' : 'holdsNone');
  return <RefusalText error={error} />;
}
