// Which page of the keys register is in front: the loans, the cabinet, or the stocktake, which says when it is due and what lies unsealed.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../app/services.ts';
import page from '../../ui/register-page.module.css';
import segments from '../../ui/segments.module.css';

const PARTS = ['loans', 'cabinet', 'stocktake'] as const;
export type KeysPart = (typeof PARTS)[number];

export function KeysParts(props: { readonly shown: KeysPart; readonly onShow: (part: KeysPart) => void }) {
  const { t } = useTranslation('keys');
  const { calls } = useServices();
  const due = useQuery(calls.keys.stocktakeDue.queryOptions());
  const open = useQuery(calls.keys.unsealed.queryOptions()).data?.length ?? 0;
  return (
    <nav className={segments.segments} aria-label={t('pages')}>
      {PARTS.map((part) => (
        <button
          key={part}
          type="button"
          className={segments.segment}
          aria-current={part === props.shown}
          onClick={() => props.onShow(part)}
        >
          {t(`page.${part}`)}
          {part === 'stocktake' && due.data?.due ? (
            <span className={page.count} data-warn>
              {t('stocktakeDue')}
            </span>
          ) : null}
          {part === 'stocktake' && open > 0 ? (
            <span className={page.count}>{t('unsealedCount', { count: open })}</span>
          ) : null}
        </button>
      ))}
    </nav>
  );
}
