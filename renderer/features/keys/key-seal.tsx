// The bag of a deposited spare 寄存: opened by two persons, sealed again under a new number.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSEAL_GROUNDS } from '../../../electron/api/key-cases.contract.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { ApprovalFields } from '../../app/approval/approval-fields.tsx';
import { useApproval } from '../../app/approval/use-approval.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { confirmByEnter } from '../../ui/keyboard.ts';
import { TextField } from '../../ui/text-field.tsx';
import { KeyTool } from './key-tool.tsx';
import { useKeysDesk } from './keys-desk.tsx';

type ToolProps = { readonly record: KeyRow; readonly onClose: () => void };

/** Always with a second person, whatever one's own role. */
export function OpenSeal({ record, onClose }: ToolProps) {
  const { t } = useTranslation('keys');
  const { api, calls } = useServices();
  const judged = useQuery(
    calls.keys.judge.queryOptions({ input: { keys: [record.id], borrower: null, authorisedBy: null } }),
  );
  const consenters = judged.data?.authorisers ?? [];
  const { move } = useKeysDesk();
  const [seal, setSeal] = useState('');
  const [ground, setGround] = useState<(typeof UNSEAL_GROUNDS)[number]>('consent');
  const [consentBy, setConsentBy] = useState('');
  const [reason, setReason] = useState('');
  const approval = useApproval('keys.unseal');
  const consent = ground === 'consent' ? consentBy || String(consenters[0]?.contact ?? '') : '';

  async function send(commandId: string): Promise<void> {
    const granted = await approval.grant({ commandId, record: record.id, reason });
    const agreed = consent === '' ? null : Number(consent);
    await api.keys.openSeal({
      ...{ commandId, key: record.id, seal, ground, approval: granted },
      consentBy: agreed,
    });
    move({ do: 'unsealed', key: record.id, consentBy: agreed });
  }

  return (
    <KeyTool
      title={t('openSeal')}
      hint={t('openSealHint')}
      done={{ did: 'unsealedDone', keyName: record.name ?? record.code }}
      onClose={onClose}
      check={() => ({
        ...(seal.trim() === '' ? { seal: 'field.needed' as const } : {}),
        ...(ground === 'consent' && consent === '' ? { consentBy: 'field.consent' as const } : {}),
        ...(reason.trim() === '' ? { reason: 'field.needed' as const } : {}),
        ...approval.check(),
      })}
      send={send}
    >
      {(error) => (
        <>
          <TextField label={t('sealRead')} value={seal} field="seal" error={error} onChange={setSeal} />
          <ChoiceChips
            label={t('ground')}
            choices={UNSEAL_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
            value={ground}
            onChange={setGround}
          />
          {ground === 'consent' ? (
            <NativeSelect
              label={t('consentBy')}
              value={consent}
              error={error('consentBy')}
              data-field="consentBy"
              description={judged.data && consenters.length === 0 ? t('noConsenter') : undefined}
              data={consenters.map(({ contact, name, phone }) => ({
                value: String(contact),
                label: [name, phone].filter(Boolean).join(' · '),
              }))}
              onKeyDown={confirmByEnter}
              onChange={(event) => setConsentBy(event.currentTarget.value)}
            />
          ) : null}
          <TextField
            label={t('unsealReason')}
            value={reason}
            field="reason"
            error={error}
            onChange={setReason}
          />
          <ApprovalFields approval={approval} error={error} />
        </>
      )}
    </KeyTool>
  );
}

export function Reseal({ record, onClose }: ToolProps) {
  const { t } = useTranslation('keys');
  const { api } = useServices();
  const [seal, setSeal] = useState('');
  return (
    <KeyTool
      title={t('reseal')}
      hint={t('resealHint')}
      done={{ did: 'resealedDone', keyName: record.name ?? record.code }}
      onClose={onClose}
      check={() => (seal.trim() === '' ? { seal: 'field.needed' as const } : {})}
      send={(commandId) => api.keys.reseal({ commandId, key: record.id, seal })}
    >
      {(error) => (
        <TextField label={t('newSeal')} value={seal} field="seal" error={error} onChange={setSeal} />
      )}
    </KeyTool>
  );
}
