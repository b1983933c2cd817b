// The lists of the keys page, with how much stands in each.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import page from '../../ui/register-page.module.css';
import segments from '../../ui/segments.module.css';
import type { ListView } from './workplace.ts';

const VIEWS: readonly ListView[] = ['out', 'overdue', 'dueSoon', 'inTransfer', 'issued', 'lost', 'all'];

export function KeyViews(props: { readonly view: ListView; readonly onLook: (view: ListView) => void }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const counts = useQuery(calls.keys.counts.queryOptions());

  /** Quiet: what is not there is not counted. */
  function countOf(view: ListView): number | null {
    if (!counts.data || view === 'all' || view === 'issued') return null;
    return counts.data[view] || null;
  }

  return (
    <nav className={segments.segments} aria-label={t('list')}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          className={`${segments.segment} ${page.view}`}
          aria-current={view === props.view}
          onClick={() => props.onLook(view)}
        >
          {t(`view.${view}`)}
          {countOf(view) === null ? null : (
            <span className={page.count} data-warn={view === 'overdue' || undefined}>
              {countOf(view)}
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
