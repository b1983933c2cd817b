// What came of printing or saving a sheet, in one line that a screen reader says.
import { useTranslation } from 'react-i18next';
import type { SheetOutcome } from '../../electron/api/desktop.contract.ts';
import { Callout } from '../ui/callout.tsx';

export interface SheetAttempt {
  readonly kind: 'print' | 'save';
  readonly outcome: SheetOutcome;
}

/** The same for the quiet line, once the sheet has closed itself. */
export function SheetDone({ attempt: { kind, outcome } }: { readonly attempt: SheetAttempt }) {
  const { t } = useTranslation('sheet');
  if (outcome.outcome !== 'done') return null;
  return kind === 'print' ? t('printed') : t('saved', { file: outcome.file });
}

export function SheetResult({ attempt }: { readonly attempt: SheetAttempt }) {
  const { t } = useTranslation('sheet');
  const { kind, outcome } = attempt;
  switch (outcome.outcome) {
    case 'done':
      return (
        <Callout
          tone="good"
          announce
          title={kind === 'print' ? t('printed') : t('saved', { file: outcome.file })}
        />
      );
    case 'cancelled':
      return <Callout tone="info" announce title={kind === 'print' ? t('notPrinted') : t('notSaved')} />;
    case 'failed': {
      const { reason } = outcome;
      return <Callout tone="bad" announce title={t(`failed.${reason === 'failed' ? kind : reason}`)} />;
    }
  }
}
