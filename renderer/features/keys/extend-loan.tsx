// The borrower keeps the keys longer: one time, one Enter.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { KeyTool } from './key-tool.tsx';

const HOUR_MS = 3_600_000;
/** What a borrower asks for most often. */
const LONGER_HOURS = 2;

export function ExtendLoan(props: { readonly loan: KeyLoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['keys', 'lending']);
  const { loan, onClose } = props;
  const { api } = useServices();
  const { times } = useProperty();
  const [due, setDue] = useState(() => {
    // Never earlier than it is due now.
    const later = Math.max(Date.now(), loan.dueAt ?? 0) + LONGER_HOURS * HOUR_MS;
    return { day: times.day(later), time: times.time(later) };
  });
  const dueAt = times.instant(due.day, due.time);
  return (
    <KeyTool
      title={t('extend')}
      hint={t('extendHint')}
      done={{ did: 'extendedDone', number: loan.number }}
      onClose={onClose}
      check={() => (dueAt > Date.now() ? {} : { dueAt: 'field.futureNeeded' })}
      send={(commandId) => api.keys.extend({ commandId, loan: loan.id, dueAt, signature: null })}
    >
      {(error) => (
        <LocalTimeFields
          labels={{ day: t('lending:dueDay'), time: t('due') }}
          value={due}
          error={error('dueAt')}
          field="dueAt"
          onChange={setDue}
        />
      )}
    </KeyTool>
  );
}
