// How the host said that the visitor is expected 被访人确认, where policy has it asked for the purpose.
import { useTranslation } from 'react-i18next';
import { HOST_CONFIRMATIONS } from '../../../electron/api/visit-states.ts';
import { usePolicies } from '../../app/policies.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';

export function HostConfirmationField({ state }: { readonly state: VisitorFormState }) {
  const { t } = useTranslation('visitors');
  const { form, error } = state;
  const { purpose, hostConfirmation } = form.values;
  const asked = usePolicies()['hostConfirmation.asked'][purpose];
  if (asked === 'notAsked') return null;
  // "Not asked" is no answer where one is required: then nothing is chosen beforehand.
  const offered = HOST_CONFIRMATIONS.filter((each) => asked === 'optional' || each !== 'none');
  return (
    <ChoiceChips
      label={t('hostConfirmation')}
      value={hostConfirmation}
      choices={offered.map((value) => ({ value, label: t(`hostConfirmation.${value}`) }))}
      error={error('hostConfirmation')}
      field="hostConfirmation"
      onChange={(chosen) => {
        form.setFieldValue('hostConfirmation', chosen);
        form.clearFieldError('hostConfirmation');
      }}
    />
  );
}
