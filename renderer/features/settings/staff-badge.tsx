// A member of staff's badge 工卡: presented or typed, or taken away.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { badgeUid } from '../../../electron/api/people.contract.ts';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { useServices } from '../../app/services.ts';
import { TagField } from '../../app/tag-field.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useStaffDone } from './staff-done.tsx';
import { StaffTool } from './staff-tool.tsx';
import { staffFieldsRefused } from './staff-values.ts';
import type { StaffMessage } from './staff-values.ts';

/** `onTake` takes the badge away that they have. */
export function StaffBadge(props: {
  readonly staff: StaffRow;
  readonly onTake: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('settings');
  const { staff, onTake, onDone } = props;
  const { api } = useServices();
  const done = useStaffDone();
  const [commandId] = useState(uuidV7);
  const [badge, setBadge] = useState('');
  const sending = useFormSending<StaffMessage>({
    check: () =>
      badgeUid.safeParse(badge).success
        ? {}
        : { badge: badge.trim() === '' ? 'field.needed' : 'field.badge' },
    fieldsOf: staffFieldsRefused,
    async send() {
      await api.staff.setBadge({ commandId, staff: staff.id, badge });
      await done('badgeDone', staff);
      onDone();
    },
  });
  const wrong = sending.wrong['badge'];
  return (
    <StaffTool
      headed
      label={t('badge')}
      hint={t(staff.hasBadge ? 'badgeHeld' : 'badgeHint')}
      confirm={t('giveBadge')}
      sending={sending}
    >
      <TagField
        label={t('badgeUid')}
        value={badge}
        data-field="badge"
        error={wrong && t(wrong)}
        onTag={(read) => {
          setBadge(read);
          sending.mend('badge');
        }}
      />
      {staff.hasBadge ? (
        <Button w="fit-content" variant="default" onClick={onTake}>
          {t('takeBadge')}
        </Button>
      ) : null}
    </StaffTool>
  );
}
