// Still here: the pass of somebody on site holds longer.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { usePolicies } from '../../app/policies.ts';
import { useProperty } from '../../app/property.ts';
import { useServices } from '../../app/services.ts';
import { LocalTimeFields } from '../../ui/local-time.tsx';
import { useNotices } from '../../ui/notice.tsx';
import { useVisitActions } from './visit-actions.tsx';
import { VisitTool } from './visit-tool.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';

const HOUR_MS = 3_600_000;

export function ExtendVisit({
  visit,
  onClose,
}: {
  readonly visit: VisitDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { api } = useServices();
  const { times } = useProperty();
  const notices = useNotices();
  const actions = useVisitActions(useVisitorsDesk().move);
  const hours = usePolicies()['validity.hours'][visit.purpose];
  const [until, setUntil] = useState(() => {
    // Never shorter than it holds now.
    const later = Math.max(Date.now(), visit.validUntil ?? 0) + hours * HOUR_MS;
    return { day: times.day(later), time: times.time(later) };
  });

  async function extend(commandId: string): Promise<void> {
    const validUntil = times.instant(until.day, until.time);
    const { passOutdated } = await api.visitors.extend({ commandId, visit: visit.id, validUntil });
    notices.show(actions.corrected('extendedDone', visit, passOutdated));
    onClose();
  }

  return (
    <VisitTool
      title={t('extend')}
      hint={t('extendHint')}
      visit={visit}
      did={null}
      onClose={onClose}
      check={() => {
        const known = !Number.isNaN(times.instant(until.day, until.time));
        return known ? {} : { validUntil: 'field.needed' };
      }}
      send={extend}
    >
      {(error) => (
        <LocalTimeFields
          labels={{ day: t('extendDay'), time: t('validUntil') }}
          value={until}
          error={error('validUntil')}
          field="validUntil"
          onChange={setUntil}
        />
      )}
    </VisitTool>
  );
}
