// What a key list comes to beside what is on file: what is new, what changes, what cannot be. Pure.
import type { ImportTally } from '../../../api/imports.ts';
import { keyForm, type KeyCellFault, type KeyColumn, type KeyForm } from '../../../api/keys-file.contract.ts';
import { same } from '../../imports/cells.rules.ts';
import { nameKey } from '../../shared/name-key.ts';
import { hookKey, keyCodeKey, unitTold, wrongSpare } from './key-file.rules.ts';
import type { KeyImportRow } from './key-import.rows.rules.ts';

/** What a key list may name. Names of whoever was erased are not there to be found. */
export interface KeysOnFile {
  /** Retired ones too: their codes stay theirs, their hooks do not. */
  readonly keys: readonly ({ readonly id: number; readonly retired: boolean } & KeyForm)[];
  readonly desks: readonly { readonly code: string; readonly nameZh: string; readonly nameEn: string }[];
  readonly units: readonly { readonly id: number; readonly code: string }[];
  readonly tenants: readonly { readonly id: number; readonly names: readonly string[] }[];
  /** Where a key hangs of which nothing is said. */
  readonly ownDesk: string;
}

interface PlannedKey {
  readonly row: number;
  /** Null where it is new. */
  readonly id: number | null;
  readonly fate: keyof ImportTally;
  readonly form: KeyForm;
}

export interface KeyImportPlan {
  readonly keys: readonly PlannedKey[];
  readonly faults: readonly KeyCellFault[];
}

/** Names as they are compared, made once: a list of thousands of rows keeps the desk waiting no longer than it must. */
interface Named {
  readonly ownDesk: string;
  readonly desks: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, number>;
  readonly unitCodes: ReadonlyMap<number, string>;
  readonly tenants: ReadonlyMap<string, readonly number[]>;
}

type Fault = (row: number, column: KeyColumn, reason: KeyCellFault['reason'], other?: number) => void;

/** Where `faults` has anything to say, nothing of the plan may be written. */
export function planKeyImport(rows: readonly KeyImportRow[], onFile: KeysOnFile): KeyImportPlan {
  const faults: KeyCellFault[] = [];
  const fault: Fault = (row, column, reason, other) =>
    faults.push({ row, column, reason, other: other ?? null });
  const byCode = Map.groupBy(onFile.keys, ({ code }) => keyCodeKey(code));
  const seen = new Map<string, number>();
  const named = nameAll(onFile);
  const keys = rows.map((row) => {
    const code = keyCodeKey(row.code);
    const before = seen.get(code);
    if (before === undefined) seen.set(code, row.row);
    else fault(row.row, 'code', 'twice', before);
    const namesakes = byCode.get(code) ?? [];
    if (namesakes.length > 1) fault(row.row, 'code', 'severalOnFile');
    return planKey(row, namesakes[0], named, fault);
  });
  checkHooks(keys, onFile, fault);
  return { keys, faults };
}

export function tallyKeys(keys: readonly PlannedKey[]): ImportTally {
  const count = (fate: keyof ImportTally): number => keys.filter((each) => each.fate === fate).length;
  return { added: count('added'), changed: count('changed'), same: count('same') };
}

/** Of two that are called alike the first one on file counts, but for tenants, who are told apart by hand. */
function nameAll({ ownDesk, desks, units, tenants }: KeysOnFile): Named {
  const first = <Key, Value>(pairs: readonly (readonly [Key, Value])[]): Map<Key, Value> =>
    new Map(pairs.toReversed());
  const owners = tenants.flatMap(({ id, names }) =>
    [...new Set(names.map(nameKey))].map((name) => ({ name, id })),
  );
  return {
    ownDesk,
    desks: first(
      desks.flatMap((desk) =>
        [desk.code, desk.nameZh, desk.nameEn].map((name) => [nameKey(name), desk.code] as const),
      ),
    ),
    units: first(units.map(({ id, code }) => [keyCodeKey(code), id])),
    unitCodes: new Map(units.map(({ id, code }) => [id, code])),
    tenants: new Map(
      [...Map.groupBy(owners, ({ name }) => name)].map(([name, all]) => [name, all.map(({ id }) => id)]),
    ),
  };
}

function planKey(
  said: KeyImportRow,
  old: KeysOnFile['keys'][number] | undefined,
  named: Named,
  fault: Fault,
): PlannedKey {
  const { row } = said;
  if (!old && said.said.name === undefined) fault(row, 'name', 'needed');
  const { id, retired: _, ...before } = old ?? { ...BLANK, homeDesk: named.ownDesk };
  const form: KeyForm = {
    ...before,
    ...said.said,
    mayBorrow: said.said.mayBorrow ? orPolicy(said.said.mayBorrow) : before.mayBorrow,
    // However the code is typed now, it stays as it stands on the tag.
    code: old?.code ?? said.code,
    homeDesk: deskOf(said, { before: before.homeDesk, isNew: !old }, named, fault),
    units: unitsOf(said, before.units, named, fault),
    tenant: tenantOf(said, before.tenant, named, fault),
  };
  const told = unitTold(
    form.code,
    form.units.flatMap((unit) => named.unitCodes.get(unit) ?? []),
  );
  if (told !== null) fault(row, 'code', 'tellsDoor');
  const spare = wrongSpare(form);
  // Where the tenant was named and is not known that has been said.
  if (spare !== null && !(spare === 'tenant' && said.tenant !== null && form.tenant === null))
    fault(row, spare, form.tenant === null && spare === 'tenant' ? 'tenantNeeded' : 'notDeposited');
  // A bag is opened and sealed by two persons, not by a spreadsheet.
  if (old?.kind === 'deposited' && form.seal !== old.seal) fault(row, 'seal', 'unsealFirst');
  const fate = old === undefined ? 'added' : same({ ...old, ...form }, old) ? 'same' : 'changed';
  return { row, id, fate, form };
}

const BLANK = {
  ...{ id: null, retired: false, code: '', name: '', opens: null, units: [], kind: 'common' as const },
  ...{ pieces: 1, copies: 0, cabinet: null, hook: null, mayBorrow: null, loanHours: null, idAsked: false },
  ...{ instruction: null, tenant: null, seal: null },
};

/** Nobody named: as policy says for the kind. */
function orPolicy(kinds: NonNullable<KeyForm['mayBorrow']>): KeyForm['mayBorrow'] {
  return kinds.length === 0 ? null : kinds;
}

function deskOf(
  said: KeyImportRow,
  { before, isNew }: { readonly before: string; readonly isNew: boolean },
  { desks }: Named,
  fault: Fault,
): string {
  if (said.homeDesk === null) return before;
  const desk = desks.get(nameKey(said.homeDesk));
  if (!desk) fault(said.row, 'homeDesk', 'unknownDesk');
  // A key goes to another desk by being sent there.
  else if (!isNew && desk !== before) fault(said.row, 'homeDesk', 'transferFirst');
  return desk ?? before;
}

function unitsOf(said: KeyImportRow, before: readonly number[], named: Named, fault: Fault): number[] {
  if (said.units === null) return [...before];
  const found = said.units.map((name) => named.units.get(keyCodeKey(name)));
  if (found.includes(undefined)) fault(said.row, 'units', 'unknownUnit');
  const units = [...new Set(found.flatMap((id) => id ?? []))];
  if (!keyForm.shape.units.safeParse(units).success) fault(said.row, 'units', 'tooLong');
  return units;
}

function tenantOf(
  said: KeyImportRow,
  before: number | null,
  { tenants }: Named,
  fault: Fault,
): number | null {
  if (said.tenant === null) return before;
  const found = tenants.get(nameKey(said.tenant)) ?? [];
  if (found.length !== 1) fault(said.row, 'tenant', found.length === 0 ? 'unknownTenant' : 'severalOnFile');
  return found[0] ?? before;
}

/** One key a hook, as it will be when the list is in. */
function checkHooks(keys: readonly PlannedKey[], onFile: KeysOnFile, fault: Fault): void {
  const planned = new Set(keys.map(({ id }) => id));
  const taken = new Map<string, number | null>();
  for (const key of onFile.keys) {
    const hook = hookKey(key);
    if (hook !== null && !key.retired && !planned.has(key.id)) taken.set(hook, null);
  }
  for (const { row, form } of keys) {
    const hook = hookKey(form);
    if (hook === null) continue;
    const by = taken.get(hook);
    if (by === null) fault(row, 'hook', 'taken');
    else if (by !== undefined) fault(row, 'hook', 'twice', by);
    taken.set(hook, by ?? row);
  }
}
