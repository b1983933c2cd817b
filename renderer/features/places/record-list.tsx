// A list of records: dense, virtual, worked with the arrows. One element has the focus, rows are pointed at.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, RefObject } from 'react';
import records from '../../ui/record-grid.module.css';
import styles from './record-list.module.css';

const ROW_PX = 40;
const HEAD_PX = 34;

export interface Column<Row> {
  readonly label: string;
  /** As `grid-template-columns` has it. */
  readonly width: string;
  readonly Cell: ComponentType<{ readonly row: Row }>;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -Infinity,
  End: Infinity,
};

export function RecordList<Row extends { readonly id: number }>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly open: number | null;
  /** Whose row is printed soft: it counts no more. */
  readonly isPast?: (row: Row) => boolean;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly onOpen: (record: number) => void;
}) {
  const { rows, columns, open, isPast, grid, onOpen } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const at = rows.findIndex(({ id }) => id === (pointed ?? open));
  // oxlint-disable-next-line react/incompatible-library -- React's compiler is not used, and nothing here is memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });

  // Whatever is opened, by whichever way, is where the arrows go on from.
  const seen = useRef(open);
  useEffect(() => {
    if (open !== null && open !== seen.current) setPointed(open);
    seen.current = open;
  }, [open]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);

  function press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const current = rows[at];
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      onOpen(current.id);
    } else if (step !== undefined && !event.altKey && rows.length > 0) {
      event.preventDefault();
      const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (row) setPointed(row.id);
    }
  }

  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  const current = rows[at];
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={current ? `place-${current.id}` : undefined}
      tabIndex={0}
      className={records.grid}
      onKeyDown={press}
      onFocus={() => {
        if (at < 0) setPointed(rows[0]?.id ?? null);
      }}
    >
      <div role="row" aria-rowindex={1} className={`${records.row} ${records.head}`} style={template}>
        {columns.map(({ label }) => (
          <span key={label} role="columnheader">
            {label}
          </span>
        ))}
      </div>
      <div role="presentation" className={records.canvas} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and the keys of its rows
            <div
              key={row.id}
              id={`place-${row.id}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              className={`${records.row} ${styles.row}`}
              data-open={row.id === open || undefined}
              data-past={isPast?.(row) || undefined}
              style={{ ...template, transform: `translateY(${start - HEAD_PX}px)` }}
              onClick={() => onOpen(row.id)}
            >
              {columns.map(({ label, Cell }) => (
                <span key={label} role="gridcell">
                  <Cell row={row} />
                </span>
              ))}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
