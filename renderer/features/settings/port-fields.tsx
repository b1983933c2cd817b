// Which serial port a reader is at, and how fast it speaks: chosen from what is plugged in, or typed.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BAUD_RATES } from '../../../electron/api/devices.contract.ts';
import type { ReaderSetting } from '../../../electron/api/devices.contract.ts';
import { useServices } from '../../app/services.ts';
import { TextField } from '../../ui/text-field.tsx';
import { listedPortKey, NO_PORT, OTHER_PORT, portKey } from './device-values.ts';
import type { KnownPort, ReaderValues } from './device-values.ts';
import styles from './devices.module.css';

export interface Ports {
  readonly known: readonly KnownPort[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly looking: boolean;
  lookAgain(): void;
}

/** The ports of this machine, and the one that is `set`, which may not be plugged in now. */
export function usePorts(set: ReaderSetting | null): Ports {
  const { t } = useTranslation('settings');
  const { calls } = useServices();
  const ports = useQuery({ ...calls.devices.listPorts.queryOptions(), staleTime: 0 });
  const listed = (ports.data ?? []).map((each) => ({
    key: listedPortKey(each),
    port: each.usb ? { usb: each.usb } : { path: each.path },
    label: each.label === each.path ? each.path : `${each.label} (${each.path})`,
  }));
  const kept = set && { key: portKey(set.port), port: set.port };
  const gone = kept && ports.data && !listed.some(({ key }) => key === kept.key) ? kept : null;
  return {
    known: kept ? [...listed, kept] : listed,
    options: [
      ...listed.map(({ key, label }) => ({ value: key, label })),
      ...(gone ? [{ value: gone.key, label: nameOfGone(gone.port) }] : []),
    ],
    looking: ports.isFetching,
    // A list that cannot be had leaves the typed path.
    lookAgain: () => void ports.refetch().catch(() => {}),
  };

  /** A path that is not on the list may well be there: only of a USB device is it known. */
  function nameOfGone(port: ReaderSetting['port']): string {
    if ('path' in port) return port.path;
    return t('port.gone', { port: `USB ${port.usb.vendorId}:${port.usb.productId}` });
  }
}

export function PortFields(props: {
  readonly ports: Ports;
  readonly values: ReaderValues;
  /** Names the choice of no port; a reader that is there only with one has no such choice. */
  readonly none: string | null;
  readonly baudRateHint: string;
  readonly error: (field: string) => string | undefined;
  readonly put: (changed: Partial<ReaderValues>) => void;
}) {
  const { t } = useTranslation('settings');
  const { ports, values, none, error, put } = props;
  return (
    <>
      <div className={styles.withButton}>
        <NativeSelect
          label={t('port')}
          value={values.port}
          error={error('port') ?? (values.port === OTHER_PORT ? undefined : error('path'))}
          data-field="port"
          data={[
            ...(none !== null || values.port === NO_PORT
              ? [{ value: NO_PORT, label: none ?? t('port.choose') }]
              : []),
            ...ports.options,
            { value: OTHER_PORT, label: t('port.other') },
          ]}
          onChange={(event) => put({ port: event.currentTarget.value })}
        />
        <Button variant="default" loading={ports.looking} onClick={ports.lookAgain}>
          {t('lookAgain')}
        </Button>
      </div>
      {values.port === OTHER_PORT ? (
        <TextField
          label={t('path')}
          description={t('readerPathHint')}
          value={values.path}
          field="path"
          error={error}
          onChange={(next) => put({ path: next })}
        />
      ) : null}
      {values.port === NO_PORT ? null : (
        <NativeSelect
          label={t('baudRate')}
          description={props.baudRateHint}
          value={String(values.baudRate)}
          error={error('baudRate')}
          data-field="baudRate"
          data={BAUD_RATES.map(String)}
          onChange={(event) => put({ baudRate: Number(event.currentTarget.value) })}
        />
      )}
    </>
  );
}
