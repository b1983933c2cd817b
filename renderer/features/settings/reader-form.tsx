// The card reader: on which port, how fast, and whether it reads a card now.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BAUD_RATES } from '../../../electron/api/devices.contract.ts';
import type { ReaderSetting } from '../../../electron/api/devices.contract.ts';
import type { ReaderState } from '../../../electron/api/desk.contract.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import type { TagTone } from '../../ui/tag.tsx';
import { DeviceForm } from './device-form.tsx';
import { DeviceSavedLine, ReaderAnswer } from './device-answers.tsx';
import {
  deviceFieldsRefused,
  listedPortKey,
  NO_PORT,
  OTHER_PORT,
  portKey,
  readerValues,
  toReader,
  wrongInReader,
} from './device-values.ts';
import type { DeviceMessage, ReaderValues } from './device-values.ts';
import styles from './devices.module.css';
import { useDeviceTest } from './use-device-test.ts';

const WAIT_SECONDS = 15;
const TONES: Readonly<Record<ReaderState, TagTone>> = {
  off: 'quiet',
  connecting: 'info',
  ready: 'good',
  offline: 'warn',
  fault: 'bad',
};

export function ReaderForm(props: { readonly setting: ReaderSetting | null; readonly overruled: boolean }) {
  const { t } = useTranslation(['settings', 'shell']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const status = useQuery(calls.desk.status.queryOptions());
  const ports = useQuery({ ...calls.devices.listPorts.queryOptions(), staleTime: 0 });
  const [values, setValues] = useState(() => readerValues(props.setting));
  const test = useDeviceTest((signal) => api.devices.testReader({ seconds: WAIT_SECONDS }, { signal }));

  const listed = (ports.data ?? []).map((each) => ({
    key: listedPortKey(each),
    port: each.usb ? { usb: each.usb } : { path: each.path },
    label: each.label === each.path ? each.path : `${each.label} (${each.path})`,
  }));
  const kept = props.setting && { key: portKey(props.setting.port), port: props.setting.port };
  const gone = kept && ports.data && !listed.some(({ key }) => key === kept.key) ? kept : null;
  const known = kept ? [...listed, kept] : listed;

  const sending = useFormSending<DeviceMessage>({
    check: () => wrongInReader(values),
    fieldsOf: deviceFieldsRefused,
    async send() {
      const reader = toReader(values, known);
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
      state={state ? { tone: TONES[state], text: t(`shell:reader.${state}`) } : null}
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
      <div className={styles.withButton}>
        <NativeSelect
          label={t('port')}
          value={values.port}
          data-field="port"
          data={[
            { value: NO_PORT, label: t('port.none') },
            ...listed.map(({ key, label }) => ({ value: key, label })),
            ...(gone ? [{ value: gone.key, label: nameOfGone(gone.port) }] : []),
            { value: OTHER_PORT, label: t('port.other') },
          ]}
          onChange={(event) => put({ port: event.currentTarget.value })}
        />
        <Button variant="default" loading={ports.isFetching} onClick={lookAgain}>
          {t('lookAgain')}
        </Button>
      </div>
      {values.port === OTHER_PORT ? (
        <TextInput
          label={t('path')}
          description={t('readerPathHint')}
          value={values.path}
          error={error('path')}
          data-field="path"
          autoComplete="off"
          onChange={(event) => put({ path: event.currentTarget.value })}
        />
      ) : null}
      {values.port === NO_PORT ? null : (
        <NativeSelect
          label={t('baudRate')}
          description={t('baudRateHint')}
          value={String(values.baudRate)}
          error={error('baudRate')}
          data-field="baudRate"
          data={BAUD_RATES.map(String)}
          onChange={(event) => put({ baudRate: Number(event.currentTarget.value) })}
        />
      )}
    </DeviceForm>
  );

  function lookAgain(): void {
    // A list that cannot be had leaves the typed path.
    ports.refetch().catch(() => {});
  }

  /** A path that is not on the list may well be there: only of a USB device is it known. */
  function nameOfGone(port: ReaderSetting['port']): string {
    if ('path' in port) return port.path;
    return t('port.gone', { port: `USB ${port.usb.vendorId}:${port.usb.productId}` });
  }
}
