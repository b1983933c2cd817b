// The card reader: on which port, how fast, and whether it reads a card now.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReaderSetting } from '../../../electron/api/devices.contract.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DeviceForm, READER_TONES } from './device-form.tsx';
import { DeviceSavedLine, ReaderAnswer } from './device-answers.tsx';
import { deviceFieldsRefused, NO_PORT, readerValues, toReader, wrongInReader } from './device-values.ts';
import type { DeviceMessage, ReaderValues } from './device-values.ts';
import { PortFields, usePorts } from './port-fields.tsx';
import { useDeviceTest } from './use-device-test.ts';

const WAIT_SECONDS = 15;

export function ReaderForm(props: { readonly setting: ReaderSetting | null; readonly overruled: boolean }) {
  const { t } = useTranslation(['settings', 'shell']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const status = useQuery(calls.desk.status.queryOptions());
  const ports = usePorts(props.setting);
  const [values, setValues] = useState(() => readerValues(props.setting));
  const test = useDeviceTest((signal) => api.devices.testReader({ seconds: WAIT_SECONDS }, { signal }));

  const sending = useFormSending<DeviceMessage>({
    check: () => wrongInReader(values),
    fieldsOf: deviceFieldsRefused,
    async send() {
      const reader = toReader(values, ports.known);
      await api.devices.setReader({ reader });
      setValues(readerValues(reader));
      await queries.invalidateQueries({ queryKey: calls.devices.settings.key() });
      notices.show({ tone: 'good', body: <DeviceSavedLine device="reader" /> });
    },
  });

  function put(changed: Partial<ReaderValues>): void {
    setValues({ ...values, ...changed });
    test.forget();
    Object.keys(changed).forEach(sending.mend);
  }

  function error(field: string): string | undefined {
    const message = sending.wrong[field];
    return message === undefined ? undefined : t(message);
  }

  const state = status.data?.reader;
  return (
    <DeviceForm
      title={t('reader')}
      hint={t('readerHint')}
      state={state ? { tone: READER_TONES[state], text: t(`shell:reader.${state}`) } : null}
      overruled={props.overruled}
      sending={sending}
      test={
        values.port === NO_PORT
          ? null
          : {
              label: t('testReader'),
              running: test.running ? t('readerWaits', { seconds: WAIT_SECONDS }) : null,
              run: () => sending.confirm(() => test.run().then(() => {})),
            }
      }
      answer={test.answer ? <ReaderAnswer seen={test.answer} /> : null}
    >
      <PortFields
        ports={ports}
        values={values}
        none={t('port.none')}
        baudRateHint={t('baudRateHint')}
        error={error}
        put={put}
      />
    </DeviceForm>
  );
}
