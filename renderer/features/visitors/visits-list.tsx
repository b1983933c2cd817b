// The list of visits: who is here, where, until when, and what is wrong with it.
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../electron/api/visitors.contract.ts';
import { useProperty } from '../../app/property.ts';
import { RegisterList } from '../../app/register/register-list.tsx';
import type { ListProps } from '../../app/register/register-list.tsx';
import type { GridColumn } from '../../ui/record-grid.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CardTag } from './card-tag.tsx';
import { VisitStateTag } from './visit-state.tsx';
import styles from './visits-list.module.css';
import type { ListView } from './workplace.ts';

export function VisitsList({ view, ...list }: ListProps<VisitRow> & { readonly view: ListView }) {
  const { t } = useTranslation('visitors');
  return (
    <RegisterList
      {...{ ...list, view }}
      label={t('list')}
      id="visits"
      rowPrefix="visit"
      columns={useColumns(view)}
      rowClass={styles.row}
      marksOf={marksOf}
    />
  );
}

function useColumns(view: ListView): readonly GridColumn<VisitRow>[] {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const at = (ms: number | null): string => (ms === null ? '–' : times.short(ms));
  return [
    { label: t('name'), className: styles.person, cell: (visit) => <Person visit={visit} /> },
    {
      label: t('hostAndUnit'),
      cell: (visit) => [visit.hostName, visit.unitText].filter(Boolean).join(' · ') || '–',
    },
    { label: t('company'), className: styles.company, cell: (visit) => visit.company ?? '–' },
    { label: t('purpose'), className: styles.purpose, cell: (visit) => t(`purpose.${visit.purpose}`) },
    {
      label: t(view === 'expected' ? 'expectedAt' : 'arrivedAt'),
      cell: (visit) =>
        at(view === 'expected' ? visit.expectedFrom : (visit.arrivedAt ?? visit.turnedAway?.at ?? null)),
    },
    { label: t(view === 'all' ? 'leftAt' : 'validUntil'), cell: (visit) => at(untilOf(visit, view)) },
    { label: t('number'), className: styles.number, cell: (visit) => visit.number },
    { label: t('state'), className: styles.state, cell: (visit) => <State visit={visit} /> },
  ];
}

function marksOf({ state, overstay }: VisitRow) {
  return {
    'data-late': overstay || undefined,
    'data-gone': (state !== 'on_site' && state !== 'expected') || undefined,
    'data-voided': state === 'voided' || undefined,
  } as const;
}

function Person({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  return (
    <>
      <strong>{visit.name ?? t('erased')}</strong>
      {visit.escorted ? <Tag tone="info">{t('escorted')}</Tag> : null}
      {visit.documentExpired ? <Tag tone="warn">{t('expiredDocument')}</Tag> : null}
    </>
  );
}

function State({ visit }: { readonly visit: VisitRow }) {
  return (
    <>
      {/* That a card is not back says by itself that its visitor is gone. */}
      {visit.card?.state === 'unreturned' ? null : <VisitStateTag visit={visit} />}
      {visit.card?.state === 'lost' ? null : <CardTag card={visit.card} />}
    </>
  );
}

function untilOf(visit: VisitRow, view: ListView): number | null {
  if (view === 'all') return visit.leftAt;
  return view === 'expected' ? visit.expectedUntil : visit.validUntil;
}
