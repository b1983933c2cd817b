// The care of the data 数据安全: backups, the recovery sheet, the journal verified, and a lost key found again.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BackupsCard } from './backups-card.tsx';
import cards from '../../ui/cards.module.css';
import styles from './data.module.css';
import { JournalCard } from './journal-card.tsx';
import { LockedCard } from './locked-card.tsx';
import { SheetCard } from './sheet-card.tsx';

export function DataPart({ staff }: { readonly staff: ActingStaff }) {
  useHelpPage('data');
  const { t } = useTranslation('data');
  const { calls } = useServices();
  // Hourly backups are no change in the journal: read anew whenever this part comes to the front.
  const overview = useQuery({ ...calls.data.overview.queryOptions(), staleTime: 0 });
  if (overview.error) return <Callout tone="bad" announce title={<RefusalText error={overview.error} />} />;
  if (!overview.data) return <EmptyState title={t('loading')} />;
  return (
    <div className={cards.cards}>
      <div className={styles.column}>
        {overview.data.lostKeys > 0 ? <LockedCard /> : null}
        <SheetCard sheet={overview.data.sheet} staff={staff} />
        <JournalCard />
      </div>
      <div className={styles.column}>
        <BackupsCard overview={overview.data} />
      </div>
    </div>
  );
}
