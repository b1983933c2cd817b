// The list of visits: dense, virtual, worked with the arrows. One element has the focus, rows are pointed at.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../electron/api/visitors.contract.ts';
import { useProperty } from '../../app/property.ts';
import { Tag } from '../../ui/tag.tsx';
import { CardTag } from './card-tag.tsx';
import { VisitStateTag } from './visit-state.tsx';
import records from '../../ui/record-grid.module.css';
import styles from './visits-list.module.css';
import type { ListView } from './workplace.ts';

const ROW_PX = 40;
const HEAD_PX = 34;

export function VisitsList(props: {
  readonly rows: readonly VisitRow[];
  readonly view: ListView;
  readonly selected: number | null;
  readonly onSelect: (visit: number) => void;
  /** The selected row has gone; this one stands in its place. */
  readonly onInherit: (visit: number) => void;
  readonly onOpen: (visit: number) => void;
  /** The last rows came into sight and there are more. */
  readonly onEnd: () => void;
}) {
  const { t } = useTranslation('visitors');
  const { rows, view, selected, onSelect, onInherit, onOpen, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ id }) => id === selected);
  // oxlint-disable-next-line react/incompatible-library -- React's compiler is not used, and nothing here is memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });

  // A row that leaves the list hands its place to the one that comes after it.
  const seen = useRef({ id: selected, at });
  useEffect(() => {
    if (at >= 0 || selected === null) seen.current = { id: selected, at };
    else if (seen.current.id === selected && seen.current.at >= 0) {
      const heir = rows[Math.min(seen.current.at, rows.length - 1)];
      if (heir) onInherit(heir.id);
    }
  }, [at, selected, rows, onInherit]);

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 10) onEnd();
  }, [lastShown, rows.length, onEnd]);

  function press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const current = rows[at];
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      onOpen(current.id);
    } else if (step !== undefined && !event.altKey && rows.length > 0) {
      event.preventDefault();
      const aim = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
      const row = rows[aim];
      if (row) onSelect(row.id);
    }
  }

  const when = view === 'expected' ? 'expectedAt' : 'arrivedAt';
  const until = view === 'all' ? 'leftAt' : 'validUntil';
  return (
    <div
      ref={scroller}
      id="visits"
      role="grid"
      aria-label={t('list')}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? rowId(rows[at]) : undefined}
      tabIndex={0}
      className={records.grid}
      onKeyDown={press}
    >
      <div role="row" aria-rowindex={1} className={`${records.row} ${records.head} ${styles.row}`}>
        <span role="columnheader">{t('name')}</span>
        <span role="columnheader">{t('hostAndUnit')}</span>
        <span role="columnheader" className={styles.company}>
          {t('company')}
        </span>
        <span role="columnheader" className={styles.purpose}>
          {t('purpose')}
        </span>
        <span role="columnheader">{t(when)}</span>
        <span role="columnheader">{t(until)}</span>
        <span role="columnheader" className={styles.number}>
          {t('number')}
        </span>
        <span role="columnheader">{t('state')}</span>
      </div>
      <div role="presentation" className={records.canvas} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const visit = rows[index];
          return visit ? (
            <Row
              key={visit.id}
              visit={visit}
              index={index}
              view={view}
              start={start - HEAD_PX}
              selected={visit.id === selected}
              onOpen={onOpen}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -Infinity,
  End: Infinity,
};

function rowId(visit: VisitRow | undefined): string | undefined {
  return visit && `visit-${visit.id}`;
}

function Row(props: {
  readonly visit: VisitRow;
  readonly index: number;
  readonly view: ListView;
  readonly start: number;
  readonly selected: boolean;
  readonly onOpen: (visit: number) => void;
}) {
  const { t } = useTranslation('visitors');
  const { times } = useProperty();
  const { visit, view, selected } = props;
  const at = (ms: number | null): string => (ms === null ? '–' : times.short(ms));
  const gone = visit.state !== 'on_site' && visit.state !== 'expected';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and the keys of its rows
    <div
      id={rowId(visit)}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={selected}
      className={`${records.row} ${styles.row}`}
      data-overstay={visit.overstay || undefined}
      data-gone={gone || undefined}
      data-voided={visit.state === 'voided' || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={() => props.onOpen(visit.id)}
    >
      <span role="gridcell" className={styles.person}>
        <strong>{visit.name ?? t('erased')}</strong>
        {visit.escorted ? <Tag tone="info">{t('escorted')}</Tag> : null}
        {visit.documentExpired ? <Tag tone="warn">{t('expiredDocument')}</Tag> : null}
      </span>
      <span role="gridcell">{[visit.hostName, visit.unitText].filter(Boolean).join(' · ') || '–'}</span>
      <span role="gridcell" className={styles.company}>
        {visit.company ?? '–'}
      </span>
      <span role="gridcell" className={styles.purpose}>
        {t(`purpose.${visit.purpose}`)}
      </span>
      <span role="gridcell">{at(view === 'expected' ? visit.expectedFrom : visit.arrivedAt)}</span>
      <span role="gridcell">{at(untilOf(visit, view))}</span>
      <span role="gridcell" className={styles.number}>
        {visit.number}
      </span>
      <span role="gridcell" className={styles.state}>
        {/* That a card is not back says by itself that its visitor is gone. */}
        {visit.card?.state === 'unreturned' ? null : <VisitStateTag visit={visit} />}
        {visit.card?.state === 'lost' ? null : <CardTag card={visit.card} />}
      </span>
    </div>
  );
}

function untilOf(visit: VisitRow, view: ListView): number | null {
  if (view === 'all') return visit.leftAt;
  return view === 'expected' ? visit.expectedUntil : visit.validUntil;
}
