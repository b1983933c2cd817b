// A long list of records: dense, virtual, worked with the arrows. One element has the focus, rows are pointed at.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './record-grid.module.css';

const ROW_PX = 40;
const HEAD_PX = 34;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 12,
  PageUp: -12,
  Home: -Infinity,
  End: Infinity,
};

export interface GridColumn<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Of the head and every cell: how the column looks, and where it gives way. */
  readonly className?: string | undefined;
}

/** What the style sheet of a list may ask about a row. */
export type RowMarks = Readonly<Record<`data-${string}`, true | undefined>>;

export function RecordGrid<Row extends { readonly id: number }>(props: {
  readonly label: string;
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly id?: string;
  /** Begins the id of every row, so that two grids of a page never share one. */
  readonly rowPrefix: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /** Brings the widths of the columns, by a class or by itself. */
  readonly rowClass: string | undefined;
  readonly rowStyle?: CSSProperties;
  readonly marksOf?: (row: Row) => RowMarks;
  /** The row that is pointed at; null for none. */
  readonly pointed: number | null;
  readonly onPoint: (record: number) => void;
  readonly onOpen: (record: number) => void;
  readonly onFocus?: () => void;
  /** Keys that are not the grid's own. */
  readonly onPress?: (event: KeyboardEvent) => void;
  /** The last rows came into sight: there may be more to fetch. */
  readonly onEnd?: () => void;
}) {
  const { grid, rows, columns, rowClass, rowStyle, rowPrefix, pointed, onPoint, onOpen, onEnd } = props;
  const at = rows.findIndex(({ id }) => id === pointed);
  // oxlint-disable-next-line react/incompatible-library -- React's compiler is not used, and nothing here is memoised
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [at, virtual]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 10) onEnd?.();
  }, [lastShown, rows.length, onEnd]);

  function press(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    const current = rows[at];
    if (event.key === 'Enter' && current) {
      event.preventDefault();
      onOpen(current.id);
    } else if (step !== undefined && !event.altKey && rows.length > 0) {
      event.preventDefault();
      const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (row) onPoint(row.id);
    } else props.onPress?.(event);
  }

  return (
    <div
      ref={grid}
      id={props.id}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={at >= 0 ? `${rowPrefix}-${pointed}` : undefined}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={press}
      onFocus={props.onFocus}
    >
      <div
        role="row"
        aria-rowindex={1}
        className={`${styles.row} ${styles.head} ${rowClass ?? ''}`}
        style={rowStyle}
      >
        {columns.map(({ label, className }) => (
          <span key={label} role="columnheader" className={className}>
            {label}
          </span>
        ))}
      </div>
      <div role="presentation" className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the focus and the keys of its rows
            <div
              key={row.id}
              id={`${rowPrefix}-${row.id}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              className={`${styles.row} ${rowClass ?? ''}`}
              {...props.marksOf?.(row)}
              style={{ ...rowStyle, transform: `translateY(${start - HEAD_PX}px)` }}
              onClick={() => onOpen(row.id)}
            >
              {columns.map(({ label, className, cell }) => (
                <span key={label} role="gridcell" className={className}>
                  {cell(row)}
                </span>
              ))}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

/**
 * A pointed row that leaves the list hands its place to the one that comes after it. Where it has gone over to another
 * `list`, which is being read anew, it is waited for.
 */
export function useHeir(
  rows: readonly { readonly id: number }[],
  pointed: number | null,
  inherit: (record: number) => void,
  list: string,
): void {
  const at = rows.findIndex(({ id }) => id === pointed);
  const seen = useRef({ id: pointed, at, list });
  useEffect(() => {
    const { id, at: place, list: where } = seen.current;
    if (at >= 0 || pointed === null || where !== list) seen.current = { id: pointed, at, list };
    else if (id === pointed && place >= 0) {
      const heir = rows[Math.min(place, rows.length - 1)];
      if (heir) inherit(heir.id);
    }
  }, [at, pointed, rows, inherit, list]);
}
