// The lists of the keys page, with how much stands in each.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ViewSegments } from '../../app/register/view-segments.tsx';
import { useServices } from '../../app/services.ts';
import { LIST_ID } from './loans-list.tsx';
import type { ListView } from './workplace.ts';

const VIEWS: readonly ListView[] = ['out', 'overdue', 'dueSoon', 'inTransfer', 'issued', 'lost', 'all'];

export function KeyViews(props: { readonly view: ListView; readonly onLook: (view: ListView) => void }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const counts = useQuery(calls.keys.counts.queryOptions());

  /** Quiet: what is not there is not counted. */
  function countOf(view: ListView) {
    const count = view === 'all' || view === 'issued' ? 0 : (counts.data?.[view] ?? 0);
    return count === 0 ? null : { count, warns: view === 'overdue' };
  }

  return (
    <ViewSegments
      label={t('list')}
      views={VIEWS}
      view={props.view}
      listId={LIST_ID}
      wordOf={(view) => t(`view.${view}`)}
      countOf={countOf}
      onLook={props.onLook}
    />
  );
}
