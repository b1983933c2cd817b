// The lists of the keys page: loans as they stand, or the keys that are on their way.
import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFoot } from '../../app/register/list-foot.tsx';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyRefusal } from './key-refusal.tsx';
import { KeyViews } from './key-views.tsx';
import { useKeysDesk } from './keys-desk.tsx';
import styles from './keys-page.module.css';
import { LoansList } from './loans-list.tsx';
import { OverdueSheet } from './overdue-sheet.tsx';
import { TransferList } from './transfer-list.tsx';
import { useKeyLists } from './use-key-lists.ts';

/** `by` is the number of whoever works here, for what is printed. */
export function KeysLists({ active, by }: { readonly active: boolean; readonly by: string }) {
  const { t } = useTranslation('keys');
  const { place, move, show } = useKeysDesk();
  const { view, selected } = place;
  const lists = useKeyLists(view);
  const [sheet, setSheet] = useState(false);

  const select = useCallback((record: number) => move({ do: 'select', record }), [move]);
  const inherit = useCallback((record: number) => move({ do: 'inherit', record }), [move]);
  const list = { selected, onSelect: select, onInherit: inherit };

  return (
    <>
      <div className={styles.views}>
        <KeyViews view={view} onLook={(next) => move({ do: 'look', view: next })} />
        {view === 'overdue' ? (
          <Button size="compact-sm" variant="default" onClick={() => setSheet(true)}>
            {t('overdueList')}
          </Button>
        ) : null}
      </div>
      {lists.error ? <Callout tone="bad" announce title={<KeyRefusal error={lists.error} />} /> : null}
      {lists.empty ? <EmptyState title={t(`empty.${view}`)} hint={t(`empty.${view}Hint`)} /> : null}
      {lists.loans.length === 0 ? null : (
        <LoansList
          {...list}
          rows={lists.loans}
          view={view}
          onOpen={(id) => show({ kind: 'loan', id }, false)}
          onEnd={lists.more}
        />
      )}
      {lists.keys.length === 0 ? null : (
        <TransferList {...list} rows={lists.keys} onOpen={(id) => show({ kind: 'key', id }, false)} />
      )}
      <ListFoot keys={t('listKeys')} drafts={place.drafts} move={move} />
      {sheet && active ? <OverdueSheet by={by} onClose={() => setSheet(false)} /> : null}
    </>
  );
}
