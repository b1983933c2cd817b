// An A4 sheet of this desk: its head, its page numbers, and printing and saving by the desktop.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PropertyCard } from '../../electron/api/places.contract.ts';
import { Callout } from '../ui/callout.tsx';
import { sheetFileName } from '../ui/sheet-text.ts';
import { Sheet } from '../ui/sheet.tsx';
import { useNotices } from '../ui/notice.tsx';
import { createTimes } from '../ui/times.ts';
import { useDesktopState } from './desktop-status.ts';
import { useServices } from './services.ts';
import { SheetDone, SheetResult } from './sheet-result.tsx';
import { useOnPaper } from './use-on-paper.ts';

/**
 * Covers the window until `onClose`. Works before the first start has named a property, too.
 * What goes to paper is the latest; if the backend does not answer, the paper says that it is not.
 */
export function PaperSheet(props: {
  readonly title: string;
  /** What the sheet shows was so at this time, UTC ms; default: when it was opened. */
  readonly at?: number | undefined;
  /** Who prints it, as the sheet should say; left out where nobody has to be signed in. */
  readonly by?: string;
  /** Said under the title, behind time and person. */
  readonly facts?: readonly string[];
  /** On the screen only. */
  readonly tools?: ReactNode;
  /** It was handed to a printer, or written into a file. */
  readonly onPaper?: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t, i18n } = useTranslation(['sheet', 'shell', 'training']);
  const { title, by, tools, onClose, children } = props;
  const { calls, desktop, desktopStatus } = useServices();
  const notices = useNotices();
  const mark = useDesktopState(desktopStatus)?.property === 'training' ? t('training:onPaper') : undefined;
  const property = useQuery(calls.places.property.queryOptions()).data;
  const [opened] = useState(() => Date.now());
  const times = createTimes(property?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const time = times.full(props.at ?? opened);
  const origin = property ? originOf(property) : [];

  function originOf({ nameZh, nameEn, sample, desk }: PropertyCard): readonly string[] {
    const chinese = i18n.language === 'zh-CN';
    const place = `${desk.code} ${chinese ? desk.nameZh : desk.nameEn}`;
    return [chinese ? nameZh : nameEn, ...(sample && !mark ? [t('shell:sample')] : []), place];
  }

  const { doing, closing, notLatest, attempt, start, close } = useOnPaper({
    print: desktop.printSheet,
    save: () => desktop.saveSheetPdf(sheetFileName(title, time)),
    onPaper: props.onPaper,
    onClose,
    onClosed(attempted) {
      // A way back that is still offered counts more.
      if (notices.current?.action ?? notices.deed) return;
      notices.show({ tone: 'good', body: <SheetDone attempt={attempted} /> });
    },
  });
  const fetching = doing?.step === 'fetching' ? <Callout tone="info" announce title={t('fetching')} /> : null;
  const underWay =
    doing && closing ? <Callout tone="info" announce title={t(`closing.${doing.kind}`)} /> : fetching;

  return (
    <Sheet
      title={title}
      origin={origin}
      facts={[
        t('printedAt', { time }),
        ...(by === undefined ? [] : [t('printedBy', { staff: by })]),
        ...(props.facts ?? []),
        ...(notLatest ? [t('notLatest')] : []),
      ]}
      running={[...(mark ? [mark] : []), title, ...origin, time].join(' · ')}
      mark={mark}
      page={t('page')}
      words={{ print: t('print'), save: t('savePdf'), close: t('shell:close') }}
      busy={doing !== null}
      onPrint={() => start('print')}
      onSave={() => start('save')}
      onClose={close}
      tools={tools}
      message={attempt ? <SheetResult attempt={attempt} /> : underWay}
    >
      {children}
    </Sheet>
  );
}
