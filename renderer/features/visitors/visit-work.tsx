// The panel beside the list of visits: the open forms, and the visit that is looked at.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RegisterWork } from '../../app/register/register-work.tsx';
import type { FormPlace } from '../../app/register/register-work.tsx';
import { useServices } from '../../app/services.ts';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
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
  return (
    <RegisterWork
      {...{ active, place, move }}
      listId="visits"
      label={t('workplace')}
      formLabel={({ kind }) => t(kind)}
      renderForm={(draft, at) => <DraftForm draft={draft} {...at} />}
      shownLabel={() => t('details')}
    >
      {place.shown === null ? null : (
        <VisitPanel
          id={place.shown}
          focusAction={place.focusAction}
          lookedFor={place.lookedFor}
          active={active}
          may={may}
        />
      )}
    </RegisterWork>
  );
}

/** An arrival begins with what was written down when the visit was expected. */
function DraftForm({ draft, front, onCancel }: FormPlace & { readonly draft: Draft }) {
  const { t } = useTranslation('visitors');
  const { calls } = useServices();
  const expected = useQuery({
    ...calls.visitors.get.queryOptions({ input: { visit: draft.visit ?? 0 } }),
    enabled: draft.visit !== null,
  });
  if (expected.error) return <Callout tone="bad" announce title={<VisitRefusal error={expected.error} />} />;
  if (draft.visit !== null && !expected.data) return <EmptyState title={t('loading')} />;
  return <VisitorForm draft={draft} front={front} expected={expected.data ?? null} onCancel={onCancel} />;
}
