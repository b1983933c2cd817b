// The desk's own devices: card reader, slip printer, readers of tags and codes, each with a live test.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import cards from '../../ui/cards.module.css';
import { LineReaders } from './line-readers.tsx';
import { PrinterForm } from './printer-form.tsx';
import { ReaderForm } from './reader-form.tsx';

export function DevicesPart() {
  const { t } = useTranslation('settings');
  const { calls } = useServices();
  useHelpPage('devices');
  const settings = useQuery(calls.devices.settings.queryOptions());
  if (settings.error) return <Callout tone="bad" announce title={<RefusalText error={settings.error} />} />;
  if (!settings.data) return <EmptyState title={t('loading')} />;
  const { reader, printer, lineReaders, fromCommandLine, windows } = settings.data;
  return (
    <div className={cards.cards}>
      <ReaderForm setting={reader} overruled={fromCommandLine.reader} />
      <PrinterForm setting={printer} overruled={fromCommandLine.printer} windows={windows} />
      <LineReaders settings={lineReaders} />
    </div>
  );
}
