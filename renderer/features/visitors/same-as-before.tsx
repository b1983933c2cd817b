// The second of a party: one key takes over whom the one before them came to see, from where and why.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfferLine } from './offer-line.tsx';
import { offerOfBefore } from './returning-values.ts';
import type { VisitorFormState } from './visitor-form-state.ts';
import { useVisitorsDesk } from './visitors-desk.tsx';

export function SameAsBefore({
  state,
  front,
}: {
  readonly state: VisitorFormState;
  readonly front: boolean;
}) {
  const { t } = useTranslation('visitors');
  const { before, staff } = useVisitorsDesk();
  const [opened] = useState(() => Date.now());
  const { form } = state;
  const now = { staff, at: opened, purposeChosen: form.isTouched('purpose') };
  return (
    <OfferLine
      offer={offerOfBefore(form.values, before, now)}
      front={front}
      sentence={(said) => t('before', { said })}
      label={t('sameAsBefore')}
      shortcut="T"
      onTake={(offer) => state.carryOver(offer)}
    />
  );
}
