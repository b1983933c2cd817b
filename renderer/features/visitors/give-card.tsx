// A turnstile card for somebody who is inside already: the first one was lost, or none was given.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useServices } from '../../app/services.ts';
import { TextField } from '../../ui/text-field.tsx';
import { VisitTool } from './visit-tool.tsx';

export function GiveCard({ visit, onClose }: { readonly visit: VisitDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('cards');
  const { api, calls } = useServices();
  const next = useQuery(calls.visitors.nextCard.queryOptions());
  const [typed, setTyped] = useState<string | null>(null);
  const card = (typed ?? next.data?.card ?? '').trim();
  return (
    <VisitTool
      title={t('giveCard')}
      hint={t('giveHint')}
      visit={visit}
      did="cardGivenDone"
      onClose={onClose}
      check={() => (card === '' ? { card: 'field.needed' } : noErrors)}
      send={(commandId) => api.visitors.giveCard({ commandId, visit: visit.id, card })}
    >
      {(error) => (
        <TextField
          label={t('cardNumber')}
          value={typed ?? next.data?.card ?? ''}
          field="card"
          error={error}
          onChange={setTyped}
        />
      )}
    </VisitTool>
  );
}

const noErrors = {};
