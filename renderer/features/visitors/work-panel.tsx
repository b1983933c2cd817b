// The panel beside the list: open forms as tabs, and the visit that is looked at. Forms behind stay as they are.
import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { FormCancelledLine, RestoreLabel } from './done-line.tsx';
import { VisitPanel } from './visit-panel.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import { VisitorForm } from './visitor-form.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';
import type { Draft } from './workplace.ts';
import type { MayDo } from './may-do.ts';
import tabs from '../../ui/tabs.module.css';
import styles from './work-panel.module.css';

/** `active` is false while something lies over the desk; `may` is what the role allows. */
export function WorkPanel({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation(['visitors', 'shell']);
  const { place, move } = useVisitorsDesk();
  const { drafts, front, visit } = place;
  useShortcuts({ Escape: closeVisit }, active && front === 'visit');

  function closeVisit(): void {
    move({ do: 'closeVisit' });
    document.getElementById('visits')?.focus();
  }

  return (
    <aside className={styles.panel} aria-label={t('workplace')} hidden={front === null}>
      <nav className={styles.tabs} aria-label={t('openForms')}>
        {drafts
          .filter((draft) => !draft.away)
          .map((draft) => (
            <button
              key={draft.id}
              type="button"
              className={tabs.tab}
              aria-current={draft.id === front}
              onClick={() => move({ do: 'toFront', draft: draft.id })}
            >
              {t(draft.kind)}
            </button>
          ))}
        {visit === null ? null : (
          <span className={styles.visitTab} data-front={front === 'visit' || undefined}>
            <button
              type="button"
              className={tabs.tab}
              aria-current={front === 'visit'}
              onClick={() => move({ do: 'show', visit, focusAction: false })}
            >
              {t('details')}
            </button>
            <CloseButton size="sm" aria-label={t('shell:close')} onClick={closeVisit} />
          </span>
        )}
      </nav>
      {drafts.map((draft) => (
        <div key={draft.id} className={styles.page} hidden={draft.id !== front}>
          <DraftForm draft={draft} front={draft.id === front} />
        </div>
      ))}
      {visit === null || front !== 'visit' ? null : (
        <div className={styles.page}>
          <VisitPanel id={visit} focusAction={place.focusAction} active={active} may={may} />
        </div>
      )}
    </aside>
  );
}

/** An arrival begins with what was written down when the visit was expected. */
function DraftForm({ draft, front }: { readonly draft: Draft; readonly front: boolean }) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const { move } = useVisitorsDesk();
  const notices = useNotices();
  const expected = useQuery({
    ...calls.visitors.get.queryOptions({ input: { visit: draft.visit ?? 0 } }),
    enabled: draft.visit !== null,
  });

  function cancel(keep: boolean): void {
    move({ do: 'putAway', draft: draft.id, keep });
    document.getElementById('visits')?.focus();
    if (!keep) return;
    notices.show({
      tone: 'plain',
      body: <FormCancelledLine />,
      action: { label: <RestoreLabel />, run: () => move({ do: 'restore' }) },
    });
  }

  if (expected.error) return <Callout tone="bad" announce title={<VisitRefusal error={expected.error} />} />;
  if (draft.visit !== null && !expected.data) return <EmptyState title={t('loading')} />;
  return <VisitorForm draft={draft} front={front} expected={expected.data ?? null} onCancel={cancel} />;
}
