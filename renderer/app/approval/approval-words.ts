// How an approval and its signature read in the history of whatever was approved.
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../electron/api/history.ts';

/** The sentence for an entry that is about an approval; null for every other. */
export function useApprovalWords({ type, approval }: HistoryEntry): string | null {
  const { t } = useTranslation('approvals');
  if (approval) return t(`event.used.${approval.way}`, { who: approval.approver ?? '' });
  if (type === 'approval.countersigned') return t('event.countersigned');
  return type === 'approval.declined' ? t('event.declined') : null;
}
