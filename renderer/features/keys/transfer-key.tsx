// Sending a key to another desk 调拨: it is in transfer until somebody takes it in there.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useServices } from '../../app/services.ts';
import { confirmByEnter } from '../../ui/keyboard.ts';
import { KeyTool } from './key-tool.tsx';

export function TransferKey(props: { readonly record: KeyRow; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('keys');
  const { record, onClose } = props;
  const { api, calls } = useServices();
  const desks = useQuery(calls.keys.desks.queryOptions());
  // Not to where it hangs, nor to where it goes already.
  const there = record.state === 'in_transfer' ? record.transferTo : record.desk;
  const [desk, setDesk] = useState('');
  return (
    <KeyTool
      title={t('transfer')}
      hint={t('transferHint')}
      done={{ did: 'transferredDone', keyName: record.name ?? record.code }}
      onClose={onClose}
      check={() => (desk === '' ? { desk: 'field.desk' } : {})}
      send={(commandId) => api.keys.transfer({ commandId, key: record.id, desk })}
    >
      {(error) => (
        <NativeSelect
          label={t('toDesk')}
          value={desk}
          error={error('desk')}
          data-field="desk"
          data={[
            { value: '', label: t('chooseDesk') },
            ...(desks.data ?? [])
              .filter(({ code }) => code !== there)
              .map(({ code, nameZh, nameEn }) => ({
                value: code,
                label: `${code} ${i18n.language === 'en' ? nameEn : nameZh}`,
              })),
          ]}
          onKeyDown={confirmByEnter}
          onChange={(event) => setDesk(event.currentTarget.value)}
        />
      )}
    </KeyTool>
  );
}
