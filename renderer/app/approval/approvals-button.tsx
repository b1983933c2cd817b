// Approvals in the status bar, for those who may sign: how many wait for a signature, and the panel above it.
import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueApproval } from '../../../electron/api/approvals.contract.ts';
import { useEscape } from '../../ui/escape.ts';
import { useServices } from '../services.ts';
import styles from './approval.module.css';
import { DueList } from './due-list.tsx';
import { MakeCode } from './make-code.tsx';

/** `now` is the backend's time, UTC ms. */
export function ApprovalsButton({ now }: { readonly now: number }) {
  const { t } = useTranslation(['approvals', 'shell']);
  const { calls } = useServices();
  const [open, setOpen] = useState(false);
  const due = useQuery(calls.approvals.due.queryOptions());
  const rows = due.data ?? [];
  useEscape(() => setOpen(false), open);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was signed has gone, and the hand with it: on to the next one, or to the way out.
    if (open && document.activeElement === document.body) {
      box.current?.querySelector<HTMLElement>('[data-next]')?.focus();
    }
  }, [open, due.data]);
  const overdue = rows.filter(({ dueAt }) => dueAt < now).length;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="top-end"
      trapFocus
      returnFocus
      withinPortal
      withRoles={false}
      width={480}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.button}
          data-state={overdue > 0 ? 'overdue' : rows.length > 0 ? 'due' : undefined}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {label(rows, overdue)}
        </button>
      </Popover.Target>
      <Popover.Dropdown ref={box} role="dialog" aria-label={t('panel')} className={styles.panel}>
        <h2 className={styles.title}>{t('dueTitle')}</h2>
        <DueList rows={rows} error={due.error} now={now} />
        <MakeCode />
        <Button size="compact-sm" variant="default" data-next onClick={() => setOpen(false)}>
          {t('shell:close')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );

  function label(all: readonly DueApproval[], late: number): string {
    if (late > 0) return t('buttonOverdue', { due: late });
    return all.length > 0 ? t('buttonDue', { due: all.length }) : t('button');
  }
}
