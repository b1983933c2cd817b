// Why a thing cannot be lent: blocked with a reason, or missing from the stand; or what a daily check found.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoanItemRow } from '../../../electron/api/loan-items.contract.ts';
import { useServices } from '../../app/services.ts';
import { useNotices } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ThingLine } from './done-line.tsx';
import { LoanTool } from './loan-tool.tsx';

export function ItemReason(props: {
  readonly item: LoanItemRow;
  readonly why: 'block' | 'miss' | 'checkBad';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['loans', 'records']);
  const { item, why, onClose } = props;
  const { api } = useServices();
  const notices = useNotices();
  const [reason, setReason] = useState('');
  return (
    <LoanTool
      title={`${item.asset} ${t(`deed.${why}`)}`}
      hint={t(`hint.${why}`)}
      onClose={onClose}
      check={() => (why !== 'miss' && reason.trim() === '' ? { reason: 'field.needed' } : {})}
      send={async (commandId) => {
        const one = { commandId, item: item.id };
        if (why === 'block') await api.loans.block({ ...one, reason });
        else if (why === 'miss') await api.loans.miss({ ...one, note: reason });
        else await api.loans.checkDaily({ ...one, ok: false, note: reason });
        notices.show({
          tone: 'good',
          body: <ThingLine said={`said.${why}`} thing={{ ...item, count: 1 }} />,
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
