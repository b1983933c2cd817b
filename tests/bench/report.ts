// The table that the bench ends with.
import { reached, type Row } from './measure.ts';

const HEADS = ['measure', 'value', 'beside it', '', 'ratio', 'to reach', 'reached'];

/** Rows as aligned columns. */
export function table(rows: readonly Row[]): string {
  const lines = [HEADS, ...rows.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [lines[0] ?? [], rule, ...lines.slice(1)]
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** How many targets there are, and how many were reached. */
export function tally(rows: readonly Row[]): { readonly targets: number; readonly reached: number } {
  const judged = rows.map(reached).filter((verdict) => verdict !== null);
  return { targets: judged.length, reached: judged.filter(Boolean).length };
}

function cells(row: Row): string[] {
  const verdict = reached(row);
  return [
    row.measure,
    `${figure(row.value)} ${row.unit}`,
    row.peer,
    row.peerValue === null ? '' : `${figure(row.peerValue)} ${row.unit}`,
    row.ratio === null ? '' : `${figure(row.ratio)}x`,
    wanted(row),
    verdict === null ? '' : verdict ? 'yes' : 'NO',
  ];
}

function wanted({ target, unit }: Row): string {
  if (target === null) return '';
  const suffix = target.of === 'ratio' ? 'x' : ` ${unit}`;
  return target.atLeast === undefined
    ? `≤ ${figure(target.atMost ?? 0)}${suffix}`
    : `≥ ${figure(target.atLeast)}${suffix}`;
}

/** Three digits that count. */
function figure(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
