// The list of a register's page: a row that leaves it hands its place on, and the last rows ask for more.
import { useRef } from 'react';
import { RecordGrid, useHeir } from '../../ui/record-grid.tsx';
import type { GridColumn, RowMarks } from '../../ui/record-grid.tsx';

/** What a list is given to show, and whom it tells. */
export interface ListProps<Row> {
  readonly rows: readonly Row[];
  readonly selected: number | null;
  readonly onSelect: (record: number) => void;
  /** The selected row has gone; this one stands in its place. */
  readonly onInherit: (record: number) => void;
  readonly onOpen: (record: number) => void;
  /** The last rows came into sight and there may be more. */
  readonly onEnd?: () => void;
}

export function RegisterList<Row extends { readonly id: number }>(
  props: ListProps<Row> & {
    readonly label: string;
    /** The element that has the keys of the list. */
    readonly id: string;
    /** Begins the id of every row. */
    readonly rowPrefix: string;
    readonly columns: readonly GridColumn<Row>[];
    readonly rowClass: string | undefined;
    /** Which of the page's lists it is, where one element shows several. */
    readonly view?: string;
    readonly marksOf?: (row: Row) => RowMarks;
  },
) {
  const { selected, onSelect, onInherit, view = '', ...grid } = props;
  const element = useRef<HTMLDivElement>(null);
  useHeir(grid.rows, selected, onInherit, view);
  return <RecordGrid {...grid} grid={element} pointed={selected} onPoint={onSelect} />;
}
