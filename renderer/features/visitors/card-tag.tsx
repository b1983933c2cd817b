// A turnstile card beside a visitor's name: out, not returned, lost; nothing once it lies in the drawer again.
import { useTranslation } from 'react-i18next';
import type { VisitCard } from '../../../electron/api/turnstile-cards.contract.ts';
import { Tag } from '../../ui/tag.tsx';

export function CardTag({ card }: { readonly card: VisitCard | null }) {
  const { t } = useTranslation('cards');
  if (card === null || card.state === 'returned') return null;
  const tone = card.state === 'out' ? 'quiet' : 'warn';
  return <Tag tone={tone}>{t(`tag.${card.state}`, { card: card.number })}</Tag>;
}
