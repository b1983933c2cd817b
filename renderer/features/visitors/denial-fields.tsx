// Why somebody is turned away 不予放行: one of a few reasons, and a note that another reason needs.
import { useTranslation } from 'react-i18next';
import { DENIAL_REASONS } from '../../../electron/api/visit-states.ts';
import type { DenialReason } from '../../../electron/api/visit-states.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface Denial {
  readonly reason: DenialReason;
  readonly note: string;
}

export const firstDenial: Denial = { reason: 'hostRefused', note: '' };

/** Whether the note that another reason needs is missing. */
export function lacksNote({ reason, note }: Denial): boolean {
  return reason === 'other' && note.trim() === '';
}

export function DenialFields(props: {
  readonly denial: Denial;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (denial: Denial) => void;
}) {
  const { t } = useTranslation('visitors');
  const { denial, error, onChange } = props;
  return (
    <>
      <ChoiceChips
        label={t('denialReason')}
        value={denial.reason}
        choices={DENIAL_REASONS.map((value) => ({ value, label: t(`denial.${value}`) }))}
        field="reason"
        onChange={(reason) => onChange({ ...denial, reason })}
      />
      <TextField
        label={t('denialNote')}
        value={denial.note}
        field="note"
        error={error}
        onChange={(note) => onChange({ ...denial, note })}
      />
    </>
  );
}
