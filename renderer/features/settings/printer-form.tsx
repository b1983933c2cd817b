// The slip printer: how it is reached, what its paper is like, and a test page.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRINTER_PROFILE_IDS } from '../../../electron/api/devices.contract.ts';
import type { PrinterSetting } from '../../../electron/api/devices.contract.ts';
import type { DeskStatus } from '../../../electron/api/desk.contract.ts';
import { useServices } from '../../app/services.ts';
import { ChoiceChips } from '../../ui/choice-chips.tsx';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { DeviceForm } from './device-form.tsx';
import { DeviceSavedLine, PrinterAnswer } from './device-answers.tsx';
import {
  connectionKinds,
  deviceFieldsRefused,
  PLACE_FIELD,
  printerValues,
  toPrinter,
  wrongInPrinter,
} from './device-values.ts';
import type { DeviceMessage, PrinterValues } from './device-values.ts';
import { PrinterPlace } from './printer-place.tsx';
import { useDeviceTest } from './use-device-test.ts';

const TONES: Readonly<Record<DeskStatus['printer'], TagTone>> = {
  off: 'quiet',
  ready: 'good',
  waiting: 'warn',
  asks: 'warn',
  trouble: 'bad',
};

export function PrinterForm(props: {
  readonly setting: PrinterSetting | null;
  readonly overruled: boolean;
  readonly windows: boolean;
}) {
  const { t } = useTranslation(['settings', 'shell']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const status = useQuery(calls.desk.status.queryOptions());
  const [values, setValues] = useState(() => printerValues(props.setting));
  const { kind, profile, answersStatus } = values;
  const test = useDeviceTest((signal) => api.devices.testPrinter({}, { signal }));
  const sending = useFormSending<DeviceMessage>({
    check: () => wrongInPrinter(values),
    fieldsOf: deviceFieldsRefused,
    async send() {
      test.forget();
      await api.devices.setPrinter({ printer: toPrinter(values) });
      await queries.invalidateQueries({ queryKey: calls.devices.settings.key() });
      notices.show({ tone: 'good', body: <DeviceSavedLine device="printer" /> });
    },
  });

  function put(changed: Partial<PrinterValues>): void {
    setValues({ ...values, ...changed });
    test.forget();
    Object.keys(changed).forEach(sending.mend);
  }

  async function printTestPage(): Promise<void> {
    const seen = await test.run();
    const nowhere = seen.outcome === 'refused' && seen.problem === 'UNREACHABLE' && !props.overruled;
    if (nowhere && kind !== 'none') sending.refuse({ [PLACE_FIELD[kind]]: 'field.unreachable' });
  }

  const { printer: state, jobs } = status.data ?? {};
  return (
    <DeviceForm
      title={t('printer')}
      hint={t('printerHint')}
      state={
        state ? { tone: TONES[state], text: t(`shell:printer.${state}`, { jobs: jobs?.length ?? 0 }) } : null
      }
      overruled={props.overruled}
      sending={sending}
      test={
        kind === 'none'
          ? null
          : {
              label: t('testPrinter'),
              running: test.running ? t('printerWorks') : null,
              run: () => sending.confirm(printTestPage),
            }
      }
      answer={test.answer ? <PrinterAnswer seen={test.answer} /> : null}
    >
      <ChoiceChips
        label={t('connection')}
        value={kind}
        choices={connectionKinds(props.windows).map((value) => ({ value, label: t(`connection.${value}`) }))}
        onChange={(chosen) => put({ kind: chosen })}
      />
      {kind === 'none' ? null : (
        <>
          <PrinterPlace
            values={{ ...values, kind }}
            wrong={sending.wrong}
            windows={props.windows}
            onChange={put}
          />
          <NativeSelect
            label={t('profile')}
            description={t('profileHint')}
            value={profile}
            data={PRINTER_PROFILE_IDS.map((value) => ({ value, label: t(`profile.${value}`) }))}
            onChange={(event) =>
              put({
                profile: PRINTER_PROFILE_IDS.find((each) => each === event.currentTarget.value) ?? profile,
              })
            }
          />
          <Checkbox
            label={t('answersStatus')}
            description={t('answersStatusHint')}
            checked={answersStatus}
            onChange={(event) => put({ answersStatus: event.currentTarget.checked })}
          />
        </>
      )}
    </DeviceForm>
  );
}
