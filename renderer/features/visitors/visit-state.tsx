// How a visit stands, as a coloured word.
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../electron/api/visitors.contract.ts';
import type { VisitState } from '../../../electron/api/visit-states.ts';
import { Tag } from '../../ui/tag.tsx';
import type { TagTone } from '../../ui/tag.tsx';

const TONES: Readonly<Record<VisitState, TagTone>> = {
  expected: 'info',
  on_site: 'good',
  left: 'quiet',
  cancelled: 'quiet',
  closed: 'quiet',
  denied: 'bad',
  voided: 'quiet',
};

export function VisitStateTag({
  visit,
}: {
  readonly visit: Pick<VisitRow, 'state' | 'overstay' | 'noShow'>;
}) {
  const { t } = useTranslation('visitors');
  if (visit.overstay) return <Tag tone="warn">{t('overstay')}</Tag>;
  if (visit.noShow) return <Tag tone="quiet">{t('noShow')}</Tag>;
  return <Tag tone={TONES[visit.state]}>{t(`state.${visit.state}`)}</Tag>;
}
