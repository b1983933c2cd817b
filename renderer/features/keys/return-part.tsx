// Part of what is out comes back: so many pieces of a set, or some of several keys.
import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useSignature } from '../../app/lending/use-signature.tsx';
import { usePolicies } from '../../app/policies.ts';
import { useServices } from '../../app/services.ts';
import { useKeyActions } from './key-actions.tsx';
import { KeyTool } from './key-tool.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import { piecesOut } from './loan-buttons.tsx';

export function ReturnPart(props: { readonly loan: KeyLoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { loan, onClose } = props;
  const { api } = useServices();
  const { move } = useKeysDesk();
  const { announceReturned } = useKeyActions(move);
  const out = loan.lines.filter(({ lost, pieces, back }) => !lost && back < pieces);
  const single = piecesOut(loan) === 1;
  // Where each return is signed for, all of it comes back this way as a rule; one piece has no other way.
  const whole = usePolicies()['signature.asked'].keyIn || single;
  const signature = useSignature('keyIn');
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>(() =>
    whole ? Object.fromEntries(out.map(({ key, pieces, back }) => [key, pieces - back])) : {},
  );
  const [broughtBy, setBroughtBy] = useState('');
  const lines = out.flatMap(({ key }) => {
    const pieces = counts[key] ?? 0;
    return pieces > 0 ? [{ key, pieces }] : [];
  });

  async function send(commandId: string): Promise<void> {
    const { state, inTransfer } = await api.keys.return({
      ...{ commandId, loan: loan.id, lines, broughtBy, signature: signature.value },
    });
    await announceReturned({
      ...{ loan: loan.id, number: loan.number, partly: state === 'open' },
      ...{ keys: lines.map(({ key }) => key), inTransfer: inTransfer.length > 0 },
    });
  }

  return (
    <KeyTool
      title={t(single ? 'returnFor' : 'returnPart')}
      hint={t(single ? 'returnForHint' : 'returnPartHint')}
      done={null}
      onClose={onClose}
      check={() => ({
        ...(lines.length === 0 ? { pieces: 'field.needed' as const } : {}),
        ...signature.check(),
      })}
      send={send}
    >
      {(error) => (
        <>
          {out.map(({ key, code, name, pieces, back }, index) => (
            <NumberInput
              key={key}
              label={`${name ?? code} · ${t('piecesOf', { count: pieces - back })}`}
              value={counts[key] ?? 0}
              min={0}
              max={pieces - back}
              clampBehavior="strict"
              allowDecimal={false}
              {...(index === 0 ? { 'data-field': 'pieces', error: error('pieces') } : {})}
              onChange={(value) => setCounts({ ...counts, [key]: Number(value) || 0 })}
            />
          ))}
          <TextInput
            label={t('broughtBy')}
            value={broughtBy}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setBroughtBy(event.currentTarget.value)}
          />
          {signature.pad(error)}
        </>
      )}
    </KeyTool>
  );
}
