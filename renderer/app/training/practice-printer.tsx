// The simulated printer: what came out of it, and the troubles that a real one has.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_PRINTER } from '../../../electron/api/training.contract.ts';
import type { TrainingStage } from '../../../electron/api/training.contract.ts';
import { useNotices } from '../../ui/notice.tsx';
import { RefusalText } from '../refusal.tsx';
import { useServices } from '../services.ts';
import { PrintedSlips } from './printed-slips.tsx';

export function PracticePrinter({ stage }: { readonly stage: TrainingStage }) {
  const { t } = useTranslation('training');
  const { api } = useServices();
  const notices = useNotices();
  const [looking, setLooking] = useState(false);
  const { printer, slips } = stage;

  function turn(chosen: string): void {
    const next = PRACTICE_PRINTER.find((each) => each === chosen);
    if (!next) return;
    api.training.setPrinter({ printer: next }).catch((error: unknown) => {
      notices.show({ tone: 'bad', body: <RefusalText error={error} /> });
    });
  }

  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('printer')}
        value={printer}
        data={PRACTICE_PRINTER.map((value) => ({ value, label: t(`printer.${value}`) }))}
        onChange={(event) => turn(event.currentTarget.value)}
      />
      <Button size="compact-sm" variant="default" disabled={slips === 0} onClick={() => setLooking(true)}>
        {t('slips', { slips })}
      </Button>
      {looking ? <PrintedSlips slips={slips} onClose={() => setLooking(false)} /> : null}
    </>
  );
}
