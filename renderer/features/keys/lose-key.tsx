// Reporting a key lost: opens its case, with who was told already.
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_TOLD } from '../../../electron/api/key-cases.contract.ts';
import type { CaseTold } from '../../../electron/api/key-cases.contract.ts';
import type { KeyRow } from '../../../electron/api/keys.contract.ts';
import { latestAt } from '../../app/approval/approval-values.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { TimeField } from '../../ui/time-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';
import records from '../../app/records/records.module.css';
import { useKeyActions } from './key-actions.tsx';
import { KeyTool } from './key-tool.tsx';
import { useKeysDesk } from './keys-desk.tsx';

export function LoseKey(props: {
  readonly record: Pick<KeyRow, 'id' | 'code' | 'name'>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('keys');
  const { record, onClose } = props;
  const { api } = useServices();
  const { times } = useProperty();
  const { announceLost } = useKeyActions(useKeysDesk().move);
  const [told, setTold] = useState<readonly CaseTold[]>([]);
  const [at, setAt] = useState(() => times.time(Date.now()));
  const [note, setNote] = useState('');
  const toldAt = (): number => latestAt(at, Date.now(), times);
  return (
    <KeyTool
      title={t('lose')}
      hint={t('loseHint')}
      done={null}
      onClose={onClose}
      check={() => (told.length > 0 && Number.isNaN(toldAt()) ? { at: 'field.caseTime' } : {})}
      send={async (commandId) => {
        const lost = await api.keys.loseKey({
          ...{ commandId, key: record.id, note: note.trim() || null },
          told: told.map((who) => ({ who, at: toldAt() })),
        });
        announceLost({ case: lost.case, keyName: record.name ?? record.code });
      }}
    >
      {(error) => (
        <>
          <TextField label={t('note')} value={note} field="note" error={error} onChange={setNote} />
          <fieldset className={records.group}>
            <legend className={records.legend}>{t('toldNow')}</legend>
            <div className={records.choices}>
              {CASE_TOLD.map((who) => (
                <Checkbox
                  key={who}
                  label={t(`told.${who}`)}
                  checked={told.includes(who)}
                  onChange={(event) => {
                    const others = told.filter((each) => each !== who);
                    setTold(event.currentTarget.checked ? [...others, who] : others);
                  }}
                />
              ))}
            </div>
          </fieldset>
          {told.length === 0 ? null : (
            <TimeField label={t('toldAt')} value={at} error={error('at')} data-field="at" onChange={setAt} />
          )}
        </>
      )}
    </KeyTool>
  );
}
