// A key list's cells as what they say of a key, and what is wrong with them. Pure.
import { BORROWER_KINDS, type BorrowerKind } from '../../../api/borrowers.contract.ts';
import {
  KEY_COLUMNS,
  keyForm,
  type KeyCellFault,
  type KeyColumn,
  type KeyForm,
} from '../../../api/keys-file.contract.ts';
import { given, readCells, type Columns } from '../../imports/cells.rules.ts';
import { nameKey } from '../../shared/name-key.ts';
import { BORROWER_WORDS, KEY_KIND_WORDS } from './key-import.columns.ts';

type Plain = Omit<KeyForm, 'homeDesk' | 'units' | 'tenant' | 'idAsked'>;

/** What a row says; a field that is not there was left blank and stays as it is on file. */
export interface KeyImportRow {
  readonly row: number;
  readonly code: string;
  readonly said: { readonly [Field in keyof Plain]?: Plain[Field] };
  /** Names, looked up when the plan is made. */
  readonly homeDesk: string | null;
  readonly units: readonly string[] | null;
  readonly tenant: string | null;
}

/** Reads one row; null where it is blank. */
export function readKeyRow(
  cells: readonly string[],
  row: number,
  columns: Columns<KeyColumn>,
): { readonly row: KeyImportRow | null; readonly faults: readonly KeyCellFault[] } {
  const { blank, text, take, oneOf, read, needs, faults } = readCells<KeyColumn, KeyCellFault['reason']>(
    cells,
    row,
    columns,
  );
  if (blank) return { row: null, faults: [] };
  needs('code', KEY_COLUMNS);
  const { shape } = keyForm;
  const number = (column: 'pieces' | 'copies' | 'loanHours') =>
    read(column, 'notNumber', (said) => {
      const digits = /^\d{1,3}$/.exec(said.normalize('NFKC').trim())?.[0];
      return shape[column].safeParse(Number(digits ?? Number.NaN)).data ?? null;
    });
  const code = take('code', shape.code);
  const said = given({
    ...{ code, name: take('name', shape.name), opens: take('opens', shape.opens) },
    ...{ kind: oneOf('kind', KEY_KIND_WORDS), pieces: number('pieces') },
    ...{ copies: number('copies'), loanHours: number('loanHours') },
    ...{ cabinet: take('cabinet', shape.cabinet), hook: take('hook', shape.hook) },
    mayBorrow: read('mayBorrow', 'notKnown', borrowersOf),
    instruction: take('instruction', shape.instruction),
    seal: take('seal', shape.seal),
  });
  const result = {
    ...{ row, code: code ?? '', said },
    homeDesk: text('homeDesk') || null,
    units:
      text('units') === ''
        ? null
        : text('units')
            .split(/[\s,，;；、/]+/u)
            .filter(Boolean),
    tenant: text('tenant') || null,
  };
  return { row: code === undefined ? null : result, faults: faults() };
}

/** Empty for what the policy says. */
function borrowersOf(text: string): BorrowerKind[] | null {
  const words = nameKey(text)
    .split(/[\s,;/+、]+/u)
    .filter(Boolean);
  const says = (what: keyof typeof BORROWER_WORDS): boolean =>
    words.some((word) => BORROWER_WORDS[what].includes(word));
  const known = Object.values(BORROWER_WORDS).flat();
  if (words.length === 0 || !words.every((word) => known.includes(word))) return null;
  if (says('policy')) return words.length === 1 ? [] : null;
  return BORROWER_KINDS.filter((kind) => says(kind) || says('all'));
}
