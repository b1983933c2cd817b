// The words of a notice about the data: what it is, and what to do.
import { useTranslation } from 'react-i18next';
import type { DataNotice } from '../../electron/api/data.contract.ts';
import { useProperty } from './property.ts';

export function useNoticeWords(notice: DataNotice): {
  readonly title: string;
  readonly todo: readonly string[];
} {
  const { t } = useTranslation('data');
  const { times } = useProperty();
  switch (notice.kind) {
    case 'fieldsLocked':
      return { title: t('notice.fieldsLocked'), todo: [t('notice.fieldsLockedTodo')] };
    case 'diskLow':
      return notice.records
        ? { title: t('notice.diskLow'), todo: [t('notice.diskLowTodo')] }
        : { title: t('notice.diskFull'), todo: [t('notice.diskFullTodo')] };
    case 'headNotNoted':
      return { title: t('notice.headNotNoted'), todo: [t('notice.headNotNotedTodo')] };
    case 'sheetMissing':
      return notice.made
        ? { title: t('notice.sheetUnconfirmed'), todo: [t('notice.sheetUnconfirmedTodo')] }
        : { title: t('notice.sheetMissing'), todo: [t('notice.sheetMissingTodo')] };
    case 'backupFailed':
      return {
        title: t('notice.backupFailed'),
        todo: [t('backupFailed', { since: times.full(notice.since) }), t(`problem.${notice.problem}`)],
      };
    case 'newJournal': {
      const { reason, at, missing } = notice;
      const time = times.full(at);
      return {
        title: t(`notice.newJournal.${reason}`),
        todo: [
          missing > 0 ? t('notice.newJournalTodo', { time, missing }) : t('notice.newJournalWhole', { time }),
        ],
      };
    }
  }
}
