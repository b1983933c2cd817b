// Lends somebody 顶岗 to another desk until a time, or calls them back.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../electron/api/staff.contract.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { DayField, TimeField } from '../../ui/time-fields.tsx';
import { uuidV7 } from '../../ui/uuid-v7.ts';
import { useDeskNames } from './desk-names.ts';
import styles from './settings-page.module.css';
import { useStaffDone } from './staff-done.tsx';
import { StaffTool } from './staff-tool.tsx';
import { staffFieldsRefused } from './staff-values.ts';
import type { StaffMessage } from './staff-values.ts';

const SHIFT_MS = 8 * 3_600_000;

/** `onCallBack` ends the lending that there is. */
export function LendStaff(props: {
  readonly staff: StaffRow;
  readonly onCallBack: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('settings');
  const { staff, onCallBack, onDone } = props;
  const { api, calls } = useServices();
  const { times } = useProperty();
  const done = useStaffDone();
  const named = useDeskNames();
  const desks = useQuery(calls.staff.desks.queryOptions());
  const others = (desks.data ?? []).filter(({ code }) => code !== staff.homeDesk);
  const [commandId] = useState(uuidV7);
  const [chosen, setChosen] = useState<string | null>(null);
  const desk = chosen ?? others[0]?.code ?? '';
  const [until, setUntil] = useState(() => {
    const end = Date.now() + SHIFT_MS;
    return { day: times.day(end), time: times.time(end) };
  });
  const instant = times.instant(until.day, until.time);
  const sending = useFormSending<StaffMessage>({
    check: () => (Number.isNaN(instant) ? { until: 'field.lendTime' } : {}),
    fieldsOf: staffFieldsRefused,
    async send() {
      await api.staff.lend({ commandId, staff: staff.id, lent: { desk, until: instant } });
      await done('lentDone', staff);
      onDone();
    },
  });
  const error = (field: string): string | undefined => {
    const message = sending.wrong[field];
    return message && t(message);
  };
  if (desks.data && others.length === 0) {
    return <p className={styles.hint}>{t('oneDesk')}</p>;
  }
  return (
    <StaffTool headed label={t('lend')} hint={t('lendHint')} confirm={t('lendConfirm')} sending={sending}>
      <NativeSelect
        label={t('lendDesk')}
        value={desk}
        data={others.map((each) => ({ value: each.code, label: named(each) }))}
        error={error('desk')}
        data-field="desk"
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <DayField label={t('lendDay')} value={until.day} onChange={(day) => setUntil({ ...until, day })} />
        <TimeField
          label={t('lendTime')}
          value={until.time}
          error={error('until')}
          data-field="until"
          onChange={(time) => {
            setUntil({ ...until, time });
            sending.mend('until');
          }}
        />
      </div>
      {staff.lent ? (
        <Button w="fit-content" variant="default" onClick={onCallBack}>
          {t('callBack')}
        </Button>
      ) : null}
    </StaffTool>
  );
}
