// Somebody announced is turned away 不予放行, with the way back in the line that says so.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitDetail } from '../../../electron/api/visitors.contract.ts';
import { useServices } from '../../app/services.ts';
import { DenialFields, firstDenial, lacksNote } from './denial-fields.tsx';
import { useVisitActions } from './visit-actions.tsx';
import { VisitTool } from './visit-tool.tsx';
import { useVisitorsDesk } from './visitors-desk.tsx';

export function DenyExpected({
  visit,
  onClose,
}: {
  readonly visit: VisitDetail;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { api } = useServices();
  const desk = useVisitorsDesk();
  const actions = useVisitActions(desk.move);
  const [denial, setDenial] = useState(firstDenial);
  return (
    <VisitTool
      {...{ visit, onClose }}
      title={t('deny')}
      hint={t('denyHint')}
      did="deniedDone"
      undo={() => actions.takeBack(visit, true)}
      check={() => (lacksNote(denial) ? { note: 'field.noteNeeded' } : {})}
      send={(commandId) => api.visitors.denyExpected({ commandId, visit: visit.id, ...denial })}
    >
      {(error) => <DenialFields denial={denial} error={error} onChange={setDenial} />}
    </VisitTool>
  );
}
