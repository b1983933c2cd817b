// A table on a sheet: its head comes again on every page, and no line is cut in two.
import type { ReactNode } from 'react';
import styles from './sheet-table.module.css';

export interface SheetColumn {
  readonly label: string;
  /** In mm; the columns without one share what is left. */
  readonly width?: number;
}

/** What all lines have in common. It heads the table's first columns, one a width in mm, instead of their labels. */
export interface SheetGroup {
  readonly title: string;
  readonly widths: readonly number[];
}

/** `children` is the `<tbody>`. */
export function SheetTable(props: {
  readonly group?: SheetGroup;
  readonly columns: readonly SheetColumn[];
  readonly children: ReactNode;
}) {
  const { group, columns } = props;
  const widths = [...(group?.widths ?? []), ...columns.map(({ width }) => width)];
  return (
    <div className={styles.block}>
      <table className={styles.table}>
        <colgroup>
          {widths.map((width, at) => (
            <col key={at} style={width === undefined ? {} : { width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {group ? (
              <th scope="col" colSpan={group.widths.length} className={styles.group}>
                {group.title}
              </th>
            ) : null}
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {props.children}
      </table>
    </div>
  );
}
