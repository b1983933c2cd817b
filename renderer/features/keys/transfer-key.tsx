// Sending a key to another desk 调拨: it is in transfer until somebody takes it in there.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useServices } from '../../app/services.ts';
import { KeyTool } from './key-tool.tsx';

export function TransferKey(props: { readonly record: KeyRow; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { record, onClose } = props;
  const { api } = useServices();
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
        <TextInput
          label={t('toDesk')}
          value={desk}
          error={error('desk')}
          data-field="desk"
          placeholder="L1"
          maxLength={10}
          autoComplete="off"
          onChange={(event) => setDesk(event.currentTarget.value.trim().toUpperCase())}
        />
      )}
    </KeyTool>
  );
}
