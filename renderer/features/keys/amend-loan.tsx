// What was written down wrongly about a loan is put right; the old values stay in its history.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLoanDetail } from '../../../electron/api/keys.contract.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { RemarksField } from '../../app/lending/remarks-field.tsx';
import { useServices } from '../../app/services.ts';
import { TextField } from '../../ui/text-field.tsx';
import { Authoriser } from './authoriser.tsx';
import { KeyTool } from './key-tool.tsx';
import { useJudgement } from './use-judgement.ts';

export function AmendLoan(props: { readonly loan: KeyLoanDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { loan, onClose } = props;
  const { api } = useServices();
  const [written] = useState({
    purpose: loan.purpose ?? '',
    remarks: loan.remarks ?? '',
    authorisedBy: loan.authorisedBy,
  });
  const [values, setValues] = useState(written);
  const isChanged = (['purpose', 'remarks', 'authorisedBy'] as const).some(
    (field) => values[field] !== written[field],
  );
  const { authorisers } = useJudgement({ keys: loan.lines.map(({ key }) => key), asked: true });
  useHelpPage('corrections');
  return (
    <KeyTool
      title={t('amend')}
      hint={t('amendHint')}
      done={{ did: 'amendedDone', number: loan.number }}
      onClose={onClose}
      check={() => (isChanged ? {} : { purpose: 'field.nothingChanged' })}
      send={(commandId) => api.keys.amend({ commandId, loan: loan.id, ...values })}
    >
      {(error) => (
        <>
          <TextField
            label={t('purpose')}
            value={values.purpose}
            field="purpose"
            error={error}
            maxLength={100}
            onChange={(next) => setValues({ ...values, purpose: next })}
          />
          <Authoriser
            authorisers={authorisers}
            value={values.authorisedBy}
            error={error('authorisedBy')}
            onChange={(authorisedBy) => setValues({ ...values, authorisedBy })}
          />
          <RemarksField
            label={t('remarks')}
            value={values.remarks}
            error={error}
            onChange={(next) => setValues({ ...values, remarks: next })}
          />
        </>
      )}
    </KeyTool>
  );
}
