// The bag of a deposited spare 寄存: opened by two persons, sealed again under a new number.
import { NativeSelect, TextInput } from '@mantine/core';
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
    await api.keys.openSeal({
      ...{ commandId, key: record.id, seal, ground, approval: granted },
      consentBy: consent === '' ? null : Number(consent),
    });
    move({ do: 'unsealed', key: record.id });
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
          <TextInput
            label={t('sealRead')}
            value={seal}
            error={error('seal')}
            data-field="seal"
            autoComplete="off"
            onChange={(event) => setSeal(event.currentTarget.value)}
          />
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
                label: [name, phone].filter(Boolean).join(' '),
              }))}
              onKeyDown={confirmByEnter}
              onChange={(event) => setConsentBy(event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            label={t('unsealReason')}
            value={reason}
            error={error('reason')}
            data-field="reason"
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
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
        <TextInput
          label={t('newSeal')}
          value={seal}
          error={error('seal')}
          data-field="seal"
          autoComplete="off"
          onChange={(event) => setSeal(event.currentTarget.value)}
        />
      )}
    </KeyTool>
  );
}
