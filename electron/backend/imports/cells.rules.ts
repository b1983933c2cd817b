// A spreadsheet's header and cells as what they say, in both languages, and what is wrong with them. Pure.
import type { z } from 'zod';
import type { CommonFault } from '../../api/imports.ts';
import { nameKey } from '../shared/name-key.ts';

/** What each column is called, in both languages; the first name is the template's. */
export type Headers<Column extends string> = Readonly<Record<Column, readonly string[]>>;

export interface Columns<Column extends string> {
  readonly at: ReadonlyMap<Column, number>;
  readonly unknown: readonly string[];
  /** A column that is there twice, or the one that must be there and is not. */
  readonly fault: { readonly reason: 'columnMissing' | 'columnTwice'; readonly column: Column } | null;
}

/** Which column stands where; without `needed` nothing can be read. */
export function readColumns<Column extends string>(
  header: readonly string[],
  headers: Headers<Column>,
  needed: Column,
): Columns<Column> {
  const all = Object.keys(headers) as Column[];
  const byName = new Map(all.flatMap((column) => headers[column].map((name) => [nameKey(name), column])));
  const at = new Map<Column, number>();
  const unknown: string[] = [];
  let fault: Columns<Column>['fault'] = null;
  for (const [index, name] of header.entries()) {
    const column = byName.get(nameKey(name));
    if (column === undefined) {
      if (name !== '') unknown.push(name);
    } else if (at.has(column)) fault ??= { reason: 'columnTwice', column };
    else at.set(column, index);
  }
  if (!at.has(needed)) fault ??= { reason: 'columnMissing', column: needed };
  return { at, unknown, fault };
}

export interface Fault<Column, Reason> {
  readonly row: number;
  readonly column: Column;
  readonly reason: Reason;
  readonly other: number | null;
}

/** One row's cells, each read by what may stand in it. What is blank or wrong answers undefined. */
export interface Cells<Column extends string, Reason extends string> {
  /** Whether nothing stands in any column of ours. */
  readonly blank: boolean;
  text(column: Column): string;
  /** The cell through a schema of the contract. */
  take<Output>(column: Column, schema: z.ZodType<Output>): Output | undefined;
  /** One of a few values, by any of its words. */
  oneOf<Value extends string>(
    column: Column,
    words: Readonly<Record<Value, readonly string[]>>,
  ): Value | undefined;
  /** By a function of one's own; null is refused with `reason`. */
  read<Output>(column: Column, reason: Reason, parse: (value: string) => Output | null): Output | undefined;
  /** `owner` must be there where one of these is. */
  needs(owner: Column, columns: readonly Column[]): void;
  /** What was wrong so far, each once. */
  faults(): readonly Fault<Column, Reason>[];
}

/** `Reason` always holds the common ones (imports.ts). */
export function readCells<Column extends string, Reason extends string>(
  cells: readonly string[],
  row: number,
  { at }: Columns<Column>,
): Cells<Column, Reason | CommonFault> {
  type AnyReason = Reason | CommonFault;
  const faults = new Map<string, Fault<Column, AnyReason>>();
  const text = (column: Column): string => cells[at.get(column) ?? -1] ?? '';
  function fault(column: Column, reason: AnyReason): undefined {
    faults.set(`${column} ${reason}`, { row, column, reason, other: null });
    return undefined;
  }
  return {
    blank: [...at.keys()].every((column) => text(column) === ''),
    text,
    take(column, schema) {
      if (text(column) === '') return undefined;
      const parsed = schema.safeParse(text(column));
      if (parsed.success) return parsed.data;
      return fault(column, parsed.error.issues[0]?.code === 'too_big' ? 'tooLong' : 'characters');
    },
    oneOf<Value extends string>(column: Column, words: Readonly<Record<Value, readonly string[]>>) {
      if (text(column) === '') return undefined;
      const said = nameKey(text(column));
      const values = Object.keys(words) as Value[];
      return values.find((value) => words[value].includes(said)) ?? fault(column, 'notKnown');
    },
    read(column, reason, parse) {
      if (text(column) === '') return undefined;
      return parse(text(column)) ?? fault(column, reason);
    },
    needs(owner, columns) {
      if (text(owner) === '' && columns.some((column) => text(column) !== '')) fault(owner, 'needed');
    },
    faults: () => [...faults.values()],
  };
}

/** Drops what was left blank: a field that is not there stays as it is on file. */
export function given<Form extends object>(
  form: Form,
): { readonly [Field in keyof Form]?: Exclude<Form[Field], undefined> } {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as {
    readonly [Field in keyof Form]?: Exclude<Form[Field], undefined>;
  };
}

/** Alike in every field, in whatever order they stand. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([field, value]) => same(value, (b as Record<string, unknown>)[field]))
  );
}

/** CSV with the mark by which Excel takes it for UTF-8: the headers and an example, no cell of which needs quotes. */
export function templateText<Column extends string>(
  headers: Headers<Column>,
  example: Readonly<Record<Column, string>>,
): string {
  const columns = Object.keys(headers) as Column[];
  const names = columns.map((column) => headers[column][0]);
  return `\uFEFF${names.join(',')}\r\n${columns.map((column) => example[column]).join(',')}\r\n`;
}
