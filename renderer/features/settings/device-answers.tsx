// What a test saw, in plain words, and what to do now.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrinterTest, ReaderTest } from '../../../electron/api/devices.contract.ts';
import { Callout } from '../../ui/callout.tsx';

export function ReaderAnswer({ seen }: { readonly seen: ReaderTest }) {
  const { t } = useTranslation(['settings', 'identity']);
  switch (seen.outcome) {
    case 'card':
      return (
        <Callout tone="good" title={t('readerSaw.card', { layout: t(`layout.${seen.layout}`) })}>
          {t('readerSaw.cardTodo')}
        </Callout>
      );
    case 'refused':
      return (
        <Callout tone="warn" title={t('readerSaw.refused')}>
          {t(`identity:cardRefused.${seen.reason}`)}
        </Callout>
      );
    case 'noCard':
      return (
        <Callout tone={seen.state === 'ready' ? 'info' : 'bad'} title={t(`readerSaw.${seen.state}`)}>
          {t(`readerSaw.${seen.state}Todo`)}
        </Callout>
      );
  }
}

export function PrinterAnswer({ seen }: { readonly seen: PrinterTest }) {
  const { t } = useTranslation('settings');
  if (seen.outcome !== 'printed') {
    return (
      <Callout tone={seen.outcome === 'unknown' ? 'warn' : 'bad'} title={t(`printerSaw.${seen.outcome}`)}>
        {t(`problem.${seen.problem}`)}
      </Callout>
    );
  }
  return (
    <Callout tone={seen.paperNearEnd ? 'warn' : 'good'} title={t('printerSaw.printed')}>
      {t('printerSaw.printedTodo')}
      {seen.paperNearEnd ? <span>{t('printerSaw.paperNearEnd')}</span> : null}
    </Callout>
  );
}

export function DeviceSavedLine({ device }: { readonly device: 'reader' | 'printer' }): ReactNode {
  const { t } = useTranslation('settings');
  return t('deviceSaved', { device: t(device) });
}
