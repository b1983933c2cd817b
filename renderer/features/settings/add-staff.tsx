// Somebody new on file: who they are, what they do, and a first PIN.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/api/rights.ts';
import { LANGUAGES } from '../../../electron/api/boot.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { PinFields, StaffFields } from './staff-fields.tsx';
import { StaffTool } from './staff-tool.tsx';
import { newcomer, staffFieldsRefused, wrongInPin, wrongInStaff } from './staff-values.ts';
import type { StaffMessage } from './staff-values.ts';
import { useStaffDone } from './staff-done.tsx';
import columns from '../../ui/columns.module.css';

/** `onClose` gets the new one's id, or null where nobody was added. */
export function AddStaff({
  by,
  onClose,
}: {
  readonly by: Role;
  readonly onClose: (id: number | null) => void;
}) {
  const { t, i18n } = useTranslation(['settings', 'people']);
  const { api } = useServices();
  const { property } = useProperty();
  const done = useStaffDone();
  const [commandId] = useState(uuidV7);
  const [values, setValues] = useState(() =>
    newcomer(LANGUAGES.find((language) => language === i18n.language) ?? 'zh-CN', property.desk.code),
  );
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  const sending = useFormSending<StaffMessage>({
    check: () => ({ ...wrongInStaff(values), ...wrongInPin(pins.pin, pins.pinAgain) }),
    fieldsOf: staffFieldsRefused,
    async send() {
      const { id } = await api.staff.add({ commandId, ...values, pin: pins.pin });
      await done('addedDone', values);
      onClose(id);
    },
  });
  return (
    <>
      <h2 className={columns.title}>{t('addStaff')}</h2>
      <StaffTool
        main
        label={t('addStaff')}
        confirm={t('addStaff')}
        sending={sending}
        focused
        onCancel={() => onClose(null)}
      >
        <StaffFields
          values={values}
          by={by}
          sending={sending}
          onChange={(changed) => {
            setValues({ ...values, ...changed });
            Object.keys(changed).forEach(sending.mend);
          }}
        />
        <PinFields
          labels={{ pin: t('people:pin'), hint: t('firstPinHint') }}
          pin={pins.pin}
          again={pins.pinAgain}
          sending={sending}
          onChange={(changed) => {
            setPins({ ...pins, ...changed });
            Object.keys(changed).forEach(sending.mend);
          }}
        />
      </StaffTool>
    </>
  );
}
