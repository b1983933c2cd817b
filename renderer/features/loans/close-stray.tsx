// What nobody will be found for leaves the list of stray returns, with what became of it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrayRow } from '../../../electron/api/deposits.contract.ts';
import { UndoLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { ThingLine } from './done-line.tsx';
import { LoanRefusal } from './loan-refusal.tsx';
import { LoanTool } from './loan-tool.tsx';

export function CloseStray({ stray, onClose }: { readonly stray: StrayRow; readonly onClose: () => void }) {
  const { t } = useTranslation(['loans', 'records']);
  const { api } = useServices();
  const notices = useNotices();
  const [reason, setReason] = useState('');

  function undo(): void {
    api.loans.reopenStray({ commandId: uuidV7(), stray: stray.id }).then(
      () => notices.show({ tone: 'good', body: <ThingLine said="said.undone" thing={stray} /> }),
      (error: unknown) => notices.show({ tone: 'bad', body: <LoanRefusal error={error} /> }),
    );
  }

  return (
    <LoanTool
      title={t('closeStray')}
      hint={t('closeStrayHint')}
      onClose={onClose}
      check={() => (reason.trim() === '' ? { reason: 'field.needed' } : {})}
      send={async (commandId) => {
        await api.loans.closeStray({ commandId, stray: stray.id, reason });
        notices.show({
          tone: 'good',
          body: <ThingLine said="said.strayClosed" thing={stray} />,
          action: { label: <UndoLabel />, run: undo },
        });
      }}
    >
      {(error) => (
        <TextField
          label={t('records:reason')}
          value={reason}
          field="reason"
          error={error}
          maxLength={200}
          onChange={setReason}
        />
      )}
    </LoanTool>
  );
}
