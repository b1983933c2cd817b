// The panel beside the list: open forms as tabs, and the visit that is looked at. Forms behind stay as they are.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormCancelledLine, RestoreLabel } from '../../app/quiet-words.tsx';
import { useServices } from '../../app/services.ts';
import { WorkPanel } from '../../app/work-panel.tsx';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { useNotices } from '../../ui/notice.tsx';
import { VisitPanel } from './visit-panel.tsx';
import { VisitRefusal } from './visit-refusal.tsx';
import { VisitorForm } from './visitor-form.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';
import type { Draft } from './workplace.ts';
import type { MayDo } from './may-do.ts';

/** `active` is false while something lies over the desk; `may` is what the role allows. */
export function VisitWork({ active, may }: { readonly active: boolean; readonly may: MayDo }) {
  const { t } = useTranslation('visitors');
  const { place, move } = useVisitorsDesk();
  const { drafts, front, visit } = place;
  useShortcuts({ Escape: closeVisit }, active && front === 'shown');

  function closeVisit(): void {
    move({ do: 'closeVisit' });
    document.getElementById('visits')?.focus();
  }

  return (
    <WorkPanel
      label={t('workplace')}
      forms={drafts.map((draft) => ({
        id: draft.id,
        label: t(draft.kind),
        front: draft.id === front,
        away: draft.away,
        onFront: () => move({ do: 'toFront', draft: draft.id }),
        form: <DraftForm draft={draft} front={draft.id === front} />,
      }))}
      record={
        visit === null
          ? null
          : {
              id: 'visit',
              label: t('details'),
              front: front === 'shown',
              onFront: () => move({ do: 'show', visit, focusAction: false }),
              onClose: closeVisit,
            }
      }
    >
      {visit === null ? null : (
        <VisitPanel id={visit} focusAction={place.focusAction} active={active} may={may} />
      )}
    </WorkPanel>
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
