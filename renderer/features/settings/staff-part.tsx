// The supervisor's one screen (registers.md §1): who is on file, and beside it whoever is being added or changed.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { AddStaff } from './add-staff.tsx';
import styles from './settings-page.module.css';
import { rowId, StaffList } from './staff-list.tsx';
import { StaffPanel } from './staff-panel.tsx';

export function StaffPart({ active, by }: { readonly active: boolean; readonly by: ActingStaff }) {
  const { t } = useTranslation('settings');
  const { calls } = useServices();
  // A lock-out is no change in the journal: it is read anew whenever this page comes to the front.
  const list = useQuery({ ...calls.staff.list.queryOptions(), staleTime: 0 });
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const chosen = list.data?.find(({ id }) => id === open);

  /** The hand goes back to the list, to whoever was worked on. */
  function close(staff: number | null): void {
    setOpen(null);
    if (staff !== null) document.getElementById(rowId(staff))?.focus();
  }

  useShortcuts(
    {
      'Alt+KeyN': () => setOpen('new'),
      Escape: () => (open === null ? false : close(chosen?.id ?? null)),
    },
    active,
  );

  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <div className={styles.tools}>
          <Button onClick={() => setOpen('new')} rightSection={<KeyHint keys="Alt+N" />}>
            {t('addStaff')}
          </Button>
        </div>
        {list.error ? <Callout tone="bad" announce title={<RefusalText error={list.error} />} /> : null}
        {list.data ? (
          <StaffList rows={list.data} self={by.id} open={chosen?.id ?? null} onOpen={setOpen} />
        ) : (
          <EmptyState title={t('loading')} />
        )}
      </div>
      <aside className={styles.panel} aria-label={open === 'new' ? t('addStaff') : t('staffPanel')}>
        {open === 'new' ? <AddStaff by={by.role} onClose={close} /> : null}
        {chosen ? (
          <StaffPanel key={chosen.id} staff={chosen} by={by} onClose={() => close(chosen.id)} />
        ) : null}
        {open === null ? <EmptyState title={t('nobodyChosen')} hint={t('nobodyChosenHint')} /> : null}
      </aside>
    </div>
  );
}
