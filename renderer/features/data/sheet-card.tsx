// The recovery sheet: made when and by whom, on paper or not, and a new one.
import { useTranslation } from 'react-i18next';
import type { DataOverview } from '../../../electron/api/data.contract.ts';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { MakeSheet } from '../../app/make-sheet.tsx';
import { useProperty } from '../../app/property.ts';
import { useNotices } from '../../ui/notice.tsx';
import { DataCard } from './data-card.tsx';
import styles from './data.module.css';

export function SheetCard(props: { readonly sheet: DataOverview['sheet']; readonly staff: ActingStaff }) {
  const { t } = useTranslation('data');
  const { times } = useProperty();
  const notices = useNotices();
  const { sheet, staff } = props;

  function facts(): string | null {
    if (sheet?.madeAt === undefined || sheet.madeAt === null) return null;
    const time = times.full(sheet.madeAt);
    return sheet.madeBy === null ? t('sheetMadeAt', { time }) : t('sheetMade', { time, staff: sheet.madeBy });
  }

  return (
    <DataCard
      title={t('sheet')}
      hint={t('sheetHint')}
      state={
        sheet === null
          ? { tone: 'warn', text: t('sheetNever') }
          : sheet.confirmed
            ? { tone: 'good', text: t('sheetConfirmed') }
            : { tone: 'warn', text: t('sheetUnconfirmed') }
      }
    >
      {facts() === null ? null : <p className={styles.text}>{facts()}</p>}
      <MakeSheet
        staff={staff}
        again={sheet !== null}
        onConfirmed={() => notices.show({ tone: 'good', body: <SheetDone /> })}
      />
    </DataCard>
  );
}

function SheetDone() {
  const { t } = useTranslation('data');
  return t('sheetDone');
}
