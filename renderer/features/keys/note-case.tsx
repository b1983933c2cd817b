// An entry of a lost-key case: somebody was told, a key was cut, the lock was changed, a bill was made.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_STEPS, CASE_TOLD } from '../../../electron/api/key-cases.contract.ts';
import type { CaseStep, CaseTold, KeyCaseRow } from '../../../electron/api/key-cases.contract.ts';
import { latestAt } from '../../app/approval/approval-values.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { TimeField } from '../../ui/time-fields.tsx';
import { TextField, YuanField } from '../../ui/text-field.tsx';
import { KeyTool } from './key-tool.tsx';
import { fenOf } from './case-money.ts';

/** Of a case that is closed only what it cost may still be added. */
export function NoteCase(props: { readonly of: KeyCaseRow; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { of, onClose } = props;
  const { api } = useServices();
  const { times } = useProperty();
  const steps: readonly CaseStep[] = of.outcome === null ? CASE_STEPS : ['costBilled'];
  const [step, setStep] = useState<CaseStep>(of.outcome === null ? 'told' : 'costBilled');
  const [who, setWho] = useState<CaseTold>('tenant');
  const [at, setAt] = useState(() => times.time(Date.now()));
  const [cost, setCost] = useState('');
  const [note, setNote] = useState('');
  const when = (): number => latestAt(at, Date.now(), times);
  const costs = step === 'replaced' || step === 'lockChanged' || step === 'costBilled';
  const fen = cost.trim() === '' ? 0 : fenOf(cost);
  return (
    <KeyTool
      title={t('noteCase')}
      hint={t('noteCaseHint')}
      done={{ did: 'notedDone', keyName: of.name ?? of.code }}
      onClose={onClose}
      check={() => ({
        ...(Number.isNaN(when()) ? { at: 'field.caseTime' as const } : {}),
        ...(costs && (fen === null || (step === 'costBilled' && fen === 0))
          ? { cost: 'field.yuan' as const }
          : {}),
        ...(step === 'noted' && note.trim() === '' ? { note: 'field.needed' as const } : {}),
      })}
      send={(commandId) =>
        api.keys.noteCase({
          ...{ commandId, case: of.id, step, at: when(), note: note.trim() || null },
          ...{ who: step === 'told' ? who : null, costFen: costs ? (fen ?? 0) : 0 },
        })
      }
    >
      {(error) => (
        <>
          <NativeSelect
            label={t('step')}
            value={step}
            data-field="step"
            data={steps.map((value) => ({ value, label: t(`step.${value}`) }))}
            onChange={(event) => setStep(steps.find((each) => each === event.currentTarget.value) ?? 'noted')}
          />
          {step === 'told' ? (
            <NativeSelect
              label={t('step.told')}
              value={who}
              data={CASE_TOLD.map((value) => ({ value, label: t(`told.${value}`) }))}
              onChange={(event) =>
                setWho(CASE_TOLD.find((each) => each === event.currentTarget.value) ?? 'other')
              }
            />
          ) : null}
          <TimeField label={t('toldAt')} value={at} error={error('at')} data-field="at" onChange={setAt} />
          {costs ? (
            <YuanField label={t('costYuan')} value={cost} field="cost" error={error} onChange={setCost} />
          ) : null}
          <TextField label={t('note')} value={note} field="note" error={error} onChange={setNote} />
        </>
      )}
    </KeyTool>
  );
}
