// The second of a party: one key takes over whom the one before them came to see, from where and why.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveHand } from '../../ui/hand.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useSaid } from './offer-line.tsx';
import { offerOfBefore } from './returning-values.ts';
import type { VisitorFormState } from './visitor-form-state.ts';
import { useVisitorsDesk } from './visitors-desk.tsx';

/** Stands beside the buttons of the form, where it moves nothing; gone once the form has a host or a unit. */
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
  const said = useSaid();
  const { form } = state;
  const now = { staff, at: opened, purposeChosen: form.isTouched('purpose') };
  const offer = offerOfBefore(form.values, before, now);
  const offers = Object.keys(offer).length > 0;
  const take = (): void => state.carryOver(offer);
  useShortcuts({ 'Alt+KeyT': take }, front && offers);
  return offers ? (
    <Button
      ml="auto"
      variant="subtle"
      title={t('before', { said: said(offer) })}
      onMouseDown={leaveHand}
      onClick={take}
      rightSection={<KeyHint keys="Alt+T" />}
    >
      {t('sameAsBefore')}
    </Button>
  ) : null;
}
