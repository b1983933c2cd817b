// Changes what is on file about a member of staff.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/api/rights.ts';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useStaffDone } from './staff-done.tsx';
import { StaffFields } from './staff-fields.tsx';
import { StaffTool } from './staff-tool.tsx';
import { staffFieldsRefused, wrongInStaff } from './staff-values.ts';
import type { StaffMessage, StaffValues } from './staff-values.ts';

export function ChangeStaff(props: {
  readonly staff: StaffRow;
  readonly by: Role;
  readonly focused: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('settings');
  const { staff } = props;
  const { api } = useServices();
  const done = useStaffDone();
  const [commandId] = useState(uuidV7);
  const [values, setValues] = useState<StaffValues>({
    number: staff.number,
    name: staff.name ?? '',
    role: staff.role,
    language: staff.language,
    homeDesk: staff.homeDesk,
  });
  const sending = useFormSending<StaffMessage>({
    check: () => wrongInStaff(values),
    fieldsOf: staffFieldsRefused,
    async send() {
      await api.staff.update({ commandId, staff: staff.id, ...values, active: staff.active });
      await done('changedDone', values);
      props.onDone();
    },
  });
  return (
    <StaffTool main headed label={t('change')} confirm={t('save')} sending={sending} focused={props.focused}>
      <StaffFields
        values={values}
        by={props.by}
        sending={sending}
        onChange={(changed) => {
          setValues({ ...values, ...changed });
          Object.keys(changed).forEach(sending.mend);
        }}
      />
    </StaffTool>
  );
}
