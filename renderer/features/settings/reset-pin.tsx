// A new PIN for whoever forgot theirs.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useStaffDone } from './staff-done.tsx';
import { PinFields } from './staff-fields.tsx';
import { StaffTool } from './staff-tool.tsx';
import { staffFieldsRefused, wrongInPin } from './staff-values.ts';
import type { StaffMessage } from './staff-values.ts';

export function ResetPin({ staff, onDone }: { readonly staff: StaffRow; readonly onDone: () => void }) {
  const { t } = useTranslation('settings');
  const { api } = useServices();
  const done = useStaffDone();
  const [commandId] = useState(uuidV7);
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  const sending = useFormSending<StaffMessage>({
    check: () => wrongInPin(pins.pin, pins.pinAgain),
    fieldsOf: staffFieldsRefused,
    async send() {
      await api.staff.resetPin({ commandId, staff: staff.id, pin: pins.pin });
      await done('pinDone', staff);
      onDone();
    },
  });
  return (
    <StaffTool
      headed
      label={t('resetPin')}
      hint={t('resetPinHint')}
      confirm={t('resetPin')}
      sending={sending}
    >
      <PinFields
        labels={{ pin: t('newPin'), hint: t('pinHint') }}
        pin={pins.pin}
        again={pins.pinAgain}
        sending={sending}
        onChange={(changed) => {
          setPins({ ...pins, ...changed });
          Object.keys(changed).forEach(sending.mend);
        }}
      />
    </StaffTool>
  );
}
