// A list of what is on file: the arrows point, Enter opens, and what is opened is pointed at.
import { useEffect, useRef, useState } from 'react';
import type { ComponentType, RefObject } from 'react';
import { RecordGrid } from '../../ui/record-grid.tsx';
import type { GridColumn } from '../../ui/record-grid.tsx';
import styles from './record-list.module.css';

export interface Column<Row> {
  readonly label: string;
  /** As `grid-template-columns` has it. */
  readonly width: string;
  readonly Cell: ComponentType<{ readonly row: Row }>;
}

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
  const { rows, columns, open, isPast } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const at = pointed ?? open;

  // Whatever is opened, by whichever way, is where the arrows go on from.
  const seen = useRef(open);
  useEffect(() => {
    if (open !== null && open !== seen.current) setPointed(open);
    seen.current = open;
  }, [open]);

  return (
    <RecordGrid
      label={props.label}
      grid={props.grid}
      rowPrefix="record"
      rows={rows}
      columns={columns.map(inGrid)}
      rowClass={styles.row}
      rowStyle={{ gridTemplateColumns: columns.map(({ width }) => width).join(' ') }}
      marksOf={(row) => ({
        'data-open': row.id === open || undefined,
        'data-past': isPast?.(row) || undefined,
      })}
      pointed={at}
      onPoint={setPointed}
      onOpen={props.onOpen}
      onFocus={() => {
        if (!rows.some(({ id }) => id === at)) setPointed(rows[0]?.id ?? null);
      }}
    />
  );
}

function inGrid<Row>({ label, Cell }: Column<Row>): GridColumn<Row> {
  return { label, cell: (row) => <Cell row={row} /> };
}
