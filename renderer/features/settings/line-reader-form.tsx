// One tag reader or scanner: its port, how it writes what it reads, and what comes when something is presented.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BYTE_ORDERS, SCAN_ENCODINGS, TAG_FORMATS } from '../../../electron/api/devices.contract.ts';
import type { LineReaderKind, LineReaderSetting } from '../../../electron/api/devices.contract.ts';
import { useServices } from '../../app/services.ts';
import { useFormSending } from '../../ui/form-sending.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DeviceForm, READER_TONES } from './device-form.tsx';
import { deviceFieldsRefused, NO_PORT } from './device-values.ts';
import type { DeviceMessage } from './device-values.ts';
import { LineReaderAnswer, LineReaderDone } from './line-reader-answer.tsx';
import { lineReaderValues, toLineReader, wrongInLineReader } from './line-reader-values.ts';
import type { LineReaderValues } from './line-reader-values.ts';
import { PortFields, usePorts } from './port-fields.tsx';
import styles from './devices.module.css';
import { useDeviceTest } from './use-device-test.ts';

const WAIT_SECONDS = 15;

export function LineReaderForm(props: {
  readonly id: string;
  readonly kind: LineReaderKind;
  /** Null for one that is not saved yet. */
  readonly setting: LineReaderSetting | null;
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation(['lineReaders', 'settings']);
  const { api, calls } = useServices();
  const queries = useQueryClient();
  const notices = useNotices();
  const { id, kind, setting } = props;
  const status = useQuery(calls.desk.status.queryOptions());
  const ports = usePorts(setting);
  const [values, setValues] = useState(() => lineReaderValues(setting));
  const test = useDeviceTest((signal) =>
    api.devices.testLineReader({ id, seconds: WAIT_SECONDS }, { signal }),
  );

  const sending = useFormSending<DeviceMessage>({
    check: () => wrongInLineReader(values),
    fieldsOf: deviceFieldsRefused,
    async send() {
      const reader = toLineReader({ id, kind }, values, ports.known);
      if (!reader) return;
      await api.devices.setLineReader({ reader });
      setValues(lineReaderValues(reader));
      await queries.invalidateQueries({ queryKey: calls.devices.settings.key() });
      notices.show({ tone: 'good', body: <LineReaderDone did="saved" kind={kind} /> });
    },
  });
  const removing = useFormSending<DeviceMessage>({
    check: () => ({}),
    fieldsOf: () => ({}),
    async send() {
      await api.devices.removeLineReader({ id });
      await queries.invalidateQueries({ queryKey: calls.devices.settings.key() });
      notices.show({ tone: 'good', body: <LineReaderDone did="removed" kind={kind} /> });
      props.onRemoved();
    },
  });

  function put(changed: Partial<LineReaderValues>): void {
    setValues({ ...values, ...changed });
    Object.keys(changed).forEach(sending.mend);
  }

  function error(field: string): string | undefined {
    const message = sending.wrong[field];
    return message === undefined ? undefined : t(`settings:${message}`);
  }

  const state = status.data?.lineReaders.find((reader) => reader.id === id)?.state;
  return (
    <DeviceForm
      title={t(`kind.${kind}`)}
      hint={t(`hint.${kind}`)}
      state={state ? { tone: READER_TONES[state], text: t(`state.${state}`) } : null}
      overruled={false}
      sending={removing.refusal === null ? sending : { ...sending, refusal: removing.refusal }}
      test={
        values.port === NO_PORT
          ? null
          : {
              label: t(`test.${kind}`),
              running: test.running ? t(`waits.${kind}`, { seconds: WAIT_SECONDS }) : null,
              run: () => sending.confirm(() => test.run().then(() => {})),
            }
      }
      more={
        <Button
          ml="auto"
          variant="default"
          loading={removing.busy}
          onClick={() => (setting ? removing.confirm() : props.onRemoved())}
        >
          {t('remove')}
        </Button>
      }
      answer={test.answer ? <LineReaderAnswer seen={test.answer} values={values} onUse={put} /> : null}
    >
      <PortFields
        ports={ports}
        values={values}
        none={null}
        baudRateHint={t(`baudRateHint.${kind}`)}
        error={error}
        put={(changed) => {
          put(changed);
          test.forget();
        }}
      />
      {kind === 'scanner' ? (
        <NativeSelect
          label={t('encoding')}
          description={t('encodingHint')}
          value={values.encoding}
          data={SCAN_ENCODINGS.map((value) => ({ value, label: t(`encoding.${value}`) }))}
          onChange={(event) => {
            const encoding = SCAN_ENCODINGS.find((each) => each === event.currentTarget.value);
            if (encoding) put({ encoding });
          }}
        />
      ) : (
        <div className={styles.address}>
          <NativeSelect
            label={t('format')}
            description={t('formatHint')}
            value={values.format}
            data={TAG_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
            onChange={(event) => {
              const format = TAG_FORMATS.find((each) => each === event.currentTarget.value);
              if (format) put({ format });
            }}
          />
          <NativeSelect
            label={t('byteOrder')}
            description={'\u00a0'}
            value={values.byteOrder}
            data={BYTE_ORDERS.map((value) => ({ value, label: t(`byteOrder.${value}`) }))}
            onChange={(event) => {
              const byteOrder = BYTE_ORDERS.find((each) => each === event.currentTarget.value);
              if (byteOrder) put({ byteOrder });
            }}
          />
        </div>
      )}
    </DeviceForm>
  );
}
