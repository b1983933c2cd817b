// How the case of a lost key ends: it was found, or nobody looks for it any more.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GIVEN_UP_BECAUSE } from '../../../electron/api/key-cases.contract.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useServices } from '../../app/services.ts';
import { confirmByEnter } from '../../ui/keyboard.ts';
import { TextField } from '../../ui/text-field.tsx';
import { KeyTool } from './key-tool.tsx';

type ToolProps = { readonly record: KeyRow; readonly onClose: () => void };

export function FoundKey({ record, onClose }: ToolProps) {
  const { t } = useTranslation('keys');
  const { api } = useServices();
  const [note, setNote] = useState('');
  return (
    <KeyTool
      title={t('found')}
      hint={t('foundHint')}
      done={{ did: 'foundDone', keyName: record.name ?? record.code }}
      ready
      onClose={onClose}
      check={() => ({})}
      send={(commandId) => api.keys.foundKey({ commandId, key: record.id, note: note.trim() || null })}
    >
      {(error) => <TextField label={t('note')} value={note} field="note" error={error} onChange={setNote} />}
    </KeyTool>
  );
}

export function GiveUpKey({ record, onClose }: ToolProps) {
  const { t } = useTranslation('keys');
  const { api } = useServices();
  const [why, setWhy] = useState<(typeof GIVEN_UP_BECAUSE)[number]>('lockChanged');
  const [note, setNote] = useState('');
  return (
    <KeyTool
      title={t('giveUp')}
      hint={t('giveUpHint')}
      done={{ did: 'givenUpDone', keyName: record.name ?? record.code }}
      onClose={onClose}
      check={() => ({})}
      send={(commandId) => api.keys.giveUpKey({ commandId, key: record.id, why, note: note.trim() || null })}
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('giveUpWhy')}
            value={why}
            data-field="why"
            data={GIVEN_UP_BECAUSE.map((value) => ({ value, label: t(`giveUp.${value}`) }))}
            onKeyDown={confirmByEnter}
            onChange={(event) =>
              setWhy(GIVEN_UP_BECAUSE.find((each) => each === event.currentTarget.value) ?? 'lost')
            }
          />
          <TextField label={t('note')} value={note} field="note" error={error} onChange={setNote} />
        </>
      )}
    </KeyTool>
  );
}
