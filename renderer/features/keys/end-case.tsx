// How the case of a lost key ends: it was found, or nobody looks for it any more.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GIVEN_UP_BECAUSE } from '../../../electron/api/key-cases.contract.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { useServices } from '../../app/services.ts';
import { confirmByEnter } from '../../ui/keyboard.ts';
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
      {(error) => <Note value={note} error={error('note')} onChange={setNote} />}
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
          <Note value={note} error={error('note')} onChange={setNote} />
        </>
      )}
    </KeyTool>
  );
}

function Note(props: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (note: string) => void;
}) {
  const { t } = useTranslation('keys');
  return (
    <TextInput
      label={t('note')}
      value={props.value}
      error={props.error}
      data-field="note"
      autoComplete="off"
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
