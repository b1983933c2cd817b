// Voiding 作废: with a reason, and with a supervisor's approval where one's own role is not enough.
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useHelpPage } from '../../app/help/help-place.tsx';
import { useServices } from '../../app/services.ts';
import { ReasonedTool } from './reasoned-tool.tsx';

export function VoidVisit(props: {
  readonly visit: VisitDetail;
  readonly needsApproval: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { api } = useServices();
  useHelpPage('corrections');
  return (
    <ReasonedTool
      {...props}
      title={t('void')}
      hint={t('voidHint')}
      did="voidedDone"
      right="visits.void"
      send={(command) => api.visitors.void(command)}
    />
  );
}
