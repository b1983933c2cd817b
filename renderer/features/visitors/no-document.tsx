// Why no document was taken, asked where none is given: one is chosen beforehand, so that it costs no key.
import { useTranslation } from 'react-i18next';
import { NO_DOCUMENT_REASONS } from '../../../electron/api/identity.ts';
import { usePolicies } from '../../app/policies.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import type { VisitorFormState } from './visitor-form-state.ts';

export function NoDocumentField({ state }: { readonly state: VisitorFormState }) {
  const { t } = useTranslation('visitors');
  const { form } = state;
  const { purpose, documentType, noDocument } = form.values;
  const asked = usePolicies()['document.asked'][purpose];
  if (documentType !== 'none' || asked === 'required') return null;
  return (
    <ChoiceChips
      label={t('noDocumentReason')}
      value={noDocument}
      beside
      choices={NO_DOCUMENT_REASONS.map((value) => ({ value, label: t(`noDocument.${value}`) }))}
      onChange={(chosen) => form.setFieldValue('noDocument', chosen)}
    />
  );
}
