// The supervisor's one screen (registers.md §1): who is on file, and beside it whoever is being added or changed.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Activity, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActingStaff } from '../../../electron/api/people.contract.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { AddStaff } from './add-staff.tsx';
import columns from '../../ui/columns.module.css';
import { rowId, StaffList } from './staff-list.tsx';
import { StaffPanel } from './staff-panel.tsx';

const ADD_ID = 'add-staff';

export function StaffPart({ active, by }: { readonly active: boolean; readonly by: ActingStaff }) {
  const { t } = useTranslation('settings');
  const { calls } = useServices();
  // A lock-out is no change in the journal: it is read anew whenever this page comes to the front.
  const list = useQuery({ ...calls.staff.list.queryOptions(), staleTime: 0 });
  const [open, setOpen] = useState<number | 'new' | null>(null);
  // Looking at somebody else keeps a newcomer's form as it is; confirming and cancelling end it.
  const [adding, setAdding] = useState(false);
  const chosen = list.data?.find(({ id }) => id === open);

  // Where the hand goes next; a newcomer's row is there only after the list was read anew.
  const next = useRef<string | null>(null);
  useEffect(() => {
    const control = document.getElementById(next.current ?? '');
    if (!control) return;
    next.current = null;
    control.focus();
  }, [open, list.data]);

  /** The hand goes back to the list, to whoever was worked on, or to the button that adds. */
  function close(staff: number | null): void {
    next.current = staff === null ? ADD_ID : rowId(staff);
    setOpen(null);
  }

  function add(): void {
    setAdding(true);
    setOpen('new');
  }

  function closeAdding(staff: number | null): void {
    setAdding(false);
    close(staff);
  }

  function closeOpen(): void {
    if (open === 'new') closeAdding(null);
    else close(open);
  }

  useShortcuts(
    {
      'Alt+KeyN': add,
      Escape: () => (open === null ? false : closeOpen()),
    },
    active,
  );

  return (
    <div className={columns.columns}>
      <div className={columns.main}>
        <div className={columns.tools}>
          <Button id={ADD_ID} onClick={add} rightSection={<KeyHint keys="Alt+N" />}>
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
      <aside className={columns.panel} aria-label={open === 'new' ? t('addStaff') : t('staffPanel')}>
        {adding ? (
          <Activity mode={open === 'new' ? 'visible' : 'hidden'}>
            <AddStaff by={by.role} onClose={closeAdding} />
          </Activity>
        ) : null}
        {chosen ? (
          <StaffPanel key={chosen.id} staff={chosen} by={by} onClose={() => close(chosen.id)} />
        ) : null}
        {open === null ? <EmptyState title={t('nobodyChosen')} hint={t('nobodyChosenHint')} /> : null}
      </aside>
    </div>
  );
}
