// While the backend starts again: one line that says what is kept. Work goes on below it.
import { useTranslation } from 'react-i18next';
import type { BackendStatus } from '../../electron/api/desktop.contract.ts';
import { Callout } from '../ui/callout.tsx';

export function LostBanner({ status }: { readonly status: BackendStatus }) {
  const { t } = useTranslation('trouble');
  if (status.state === 'ready') return null;
  return (
    <Callout tone="warn" announce title={t('lost.title')}>
      {t('lost.kept')}
    </Callout>
  );
}
