// Where a printer is found: an address in the network, a device file, or a queue of the system.
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { DeviceMessage, PrinterValues } from './device-values.ts';
import styles from './devices.module.css';

export function PrinterPlace(props: {
  readonly values: PrinterValues & { readonly kind: 'tcp' | 'device' | 'spooler' };
  readonly wrong: FieldErrors<DeviceMessage>;
  readonly windows: boolean;
  readonly onChange: (changed: Partial<PrinterValues>) => void;
}) {
  const { t } = useTranslation('settings');
  const { calls } = useServices();
  const { values, wrong } = props;
  const queues = useQuery({
    ...calls.devices.listQueues.queryOptions(),
    staleTime: 0,
    enabled: values.kind === 'spooler',
  });
  const known = queues.data ?? [];
  const queueHint = t(props.windows ? 'queueHintWindows' : 'queueHint');

  function field(name: 'host' | 'port' | 'path' | 'queue') {
    const message = wrong[name];
    return {
      value: values[name],
      error: message === undefined ? undefined : t(message),
      'data-field': name,
      autoComplete: 'off',
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        props.onChange({ [name]: event.currentTarget.value }),
    };
  }

  switch (values.kind) {
    case 'tcp':
      return (
        <div className={styles.address}>
          <TextInput label={t('host')} description={t('hostHint')} {...field('host')} />
          <TextInput
            label={t('tcpPort')}
            description={t('tcpPortHint')}
            inputMode="numeric"
            {...field('port')}
          />
        </div>
      );
    case 'device':
      return <TextInput label={t('path')} description={t('printerPathHint')} {...field('path')} />;
    case 'spooler':
      return known.length === 0 ? (
        <TextInput label={t('queue')} description={queueHint} {...field('queue')} />
      ) : (
        <NativeSelect
          label={t('queue')}
          description={queueHint}
          {...field('queue')}
          data={[...new Set([values.queue, ...known])]}
        />
      );
  }
}
