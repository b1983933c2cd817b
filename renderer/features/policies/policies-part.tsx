// The policies 规则, for admins: all of them with their explanation, and beside them the one that is being changed.
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyKey } from '../../../electron/api/policies.ts';
import { RefusalText } from '../../app/refusal.tsx';
import { useServices } from '../../app/services.ts';
import { useUnfinished } from '../../app/use-unfinished.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import columns from '../../ui/columns.module.css';
import { PolicyList, policyId } from './policy-list.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { draftOf, isDirty } from './policy-values.ts';
import type { PolicyDraft } from './policy-values.ts';

/** What is typed for a policy stays while others are looked at. */
export function PoliciesPart({ active }: { readonly active: boolean }) {
  const { t } = useTranslation('policies');
  const { calls } = useServices();
  const list = useQuery(calls.policies.list.queryOptions());
  const [open, setOpen] = useState<PolicyKey | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<PolicyKey, PolicyDraft>>(new Map());
  const panel = useRef<HTMLElement>(null);
  const rows = list.data ?? [];
  const chosen = rows.find(({ key }) => key === open);
  const unsaved = new Set(
    rows.flatMap((row) => {
      const draft = drafts.get(row.key);
      return draft && isDirty(row, draft) ? [row.key] : [];
    }),
  );

  useUnfinished('policies', unsaved.size);

  function keep(key: PolicyKey, draft: PolicyDraft | null): void {
    setDrafts((before) => {
      const others = [...before].filter(([each]) => each !== key);
      return new Map(draft === null ? others : [...others, [key, draft]]);
    });
  }

  function close(): void {
    if (open !== null) document.getElementById(policyId(open))?.focus();
    setOpen(null);
  }

  useShortcuts(
    { Escape: () => (panel.current?.contains(document.activeElement) ? close() : false) },
    active && open !== null,
  );

  return (
    <div className={columns.columns}>
      <div className={columns.main}>
        {list.error ? <Callout tone="bad" announce title={<RefusalText error={list.error} />} /> : null}
        {list.data ? (
          <PolicyList rows={rows} open={open} unsaved={unsaved} onOpen={setOpen} />
        ) : (
          <EmptyState title={t('loading')} />
        )}
      </div>
      <aside ref={panel} className={columns.panel} aria-label={t('panel')}>
        {chosen ? (
          <PolicyPanel
            key={chosen.key}
            row={chosen}
            draft={drafts.get(chosen.key) ?? draftOf(chosen)}
            onChange={(draft) => keep(chosen.key, draft)}
            onClose={close}
          />
        ) : (
          <EmptyState title={t('noneChosen')} hint={t('noneChosenHint')} />
        )}
      </aside>
    </div>
  );
}
