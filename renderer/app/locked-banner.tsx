// The desk goes on without the key that sealed older records: said on every screen until the key is back.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/callout.tsx';
import { useServices } from './services.ts';

export function LockedBanner() {
  const { t } = useTranslation('data');
  const { calls } = useServices();
  const status = useQuery(calls.desk.status.queryOptions());
  if (!status.data?.notices.some(({ kind }) => kind === 'fieldsLocked')) return null;
  return (
    <aside aria-label={t('notice.fieldsLocked')}>
      <Callout tone="warn" title={t('notice.fieldsLocked')}>
        {t('notice.fieldsLockedTodo')}
      </Callout>
    </aside>
  );
}
