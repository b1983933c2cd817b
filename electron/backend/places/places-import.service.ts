// Takes a spreadsheet of units, tenants and contacts in: looked at as often as one likes, written once and whole.
import type { ImportPreview, ImportTally, placesImportErrors } from '../../api/places-import.contract.ts';
import type { Db } from '../database/handle.ts';
import type { Command } from '../journal/command.ts';
import type { Journal } from '../journal/journal.ts';
import { refusals } from '../shared/refusal.ts';
import { contactOf, tenantOf, unitOf } from './places-file.forms.ts';
import type { FilingAuthor } from './places-file.service.ts';
import { planImport, tallyOf, type ImportPlan, type PlacesOnFile } from './places-import.plan.rules.ts';
import { readTable } from './places-import.reader.ts';
import { readColumns, readRow, type ImportRow } from './places-import.rows.rules.ts';
import { putContact, putTenant, putUnit } from './places.service.ts';
import { listContacts, listTenants, listUnits } from './places.store.ts';

interface ReadFile {
  readonly rows: readonly ImportRow[];
  readonly faults: ImportPreview['faults'];
  readonly unknownColumns: readonly string[];
}

/** Others wait for so many rows at most while a file is read. */
const ROWS_A_TURN = 200;
/** More faults than this help nobody at once. */
const SHOWN_FAULTS = 200;

const refuse = refusals<typeof placesImportErrors>();

export type PlacesImportService = ReturnType<typeof createPlacesImportService>;

/**
 * `nextTurn` lets other calls have theirs while a file is read; writing is one transaction, which they wait for.
 * Rejects with what the contract names.
 */
export function createPlacesImportService(parts: {
  readonly journal: Journal;
  readonly db: Db;
  readonly nextTurn: () => Promise<void>;
}) {
  const { journal, db, nextTurn } = parts;

  async function preview({ content }: { readonly content: string }): Promise<ImportPreview> {
    const file = await readFile(content, nextTurn);
    const plan = planImport(file.rows, placesOnFile(db));
    const faults = [...file.faults, ...plan.faults].toSorted((a, b) => a.row - b.row);
    return {
      ...{ rows: file.rows.length, ...talliesOf(plan), unknownColumns: [...file.unknownColumns] },
      ...{ faults: faults.slice(0, SHOWN_FAULTS), faultCount: faults.length },
    };
  }

  async function run(
    { author }: FilingAuthor,
    input: { readonly commandId: string; readonly content: string },
  ): Promise<Record<'units' | 'tenants' | 'contacts', ImportTally>> {
    const file = await readFile(input.content, nextTurn);
    const importer = { ...author, actor: 'import' as const };
    return journal.command({ action: 'places.runImport', input }, importer, (command) => {
      const plan = planImport(file.rows, placesOnFile(command.tx));
      const count = file.faults.length + plan.faults.length;
      if (count > 0) throw refuse('ROWS_WRONG', { count });
      write(command, plan);
      return talliesOf(plan);
    });
  }

  return { preview, run };
}

async function readFile(content: string, nextTurn: () => Promise<void>): Promise<ReadFile> {
  const [header = [], ...table] = await readTable(Buffer.from(content, 'base64'));
  const columns = readColumns(header);
  if (columns.fault) throw refuse('FILE_UNREADABLE', columns.fault);
  const read: ReturnType<typeof readRow>[] = [];
  for (const [at, cells] of table.entries()) {
    if (at % ROWS_A_TURN === 0) await nextTurn();
    read.push(readRow(cells, at + 2, columns));
  }
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    faults: read.flatMap(({ faults }) => faults),
    unknownColumns: columns.unknown,
  };
}

/** What was erased or is locked has no name to be found by. */
function placesOnFile(db: Db): PlacesOnFile {
  return {
    units: listUnits(db).map((row) => ({ id: row.id, ...unitOf(row) })),
    tenants: listTenants(db).flatMap((row) => {
      const { nameZh, nameEn, ...rest } = tenantOf(row);
      return nameZh === null ? [] : [{ ...rest, id: row.id, nameZh, nameEn: nameEn ?? '' }];
    }),
    contacts: listContacts(db).flatMap((row) => {
      const { name, ...rest } = contactOf(row);
      return name === null ? [] : [{ ...rest, id: row.id, name }];
    }),
  };
}

function talliesOf({ units, tenants, contacts }: ImportPlan) {
  return { units: tallyOf(units), tenants: tallyOf(tenants), contacts: tallyOf(contacts) };
}

/** Tenants first, then the units they rent, then their people; what stays the same is not written again. */
function write(command: Command, plan: ImportPlan): void {
  const tenants = new Map<string, number>();
  const units = new Map<string, number>();
  for (const { key, id, fate, form } of plan.tenants) {
    const { status, ...sealed } = form;
    tenants.set(
      key,
      fate === 'same' && id !== null ? id : putTenant(command, { status }, sealed, id ?? undefined),
    );
  }
  for (const { key, id, fate, form, links } of plan.units) {
    const tenant = links.tenant === null ? form.tenant : (tenants.get(links.tenant) ?? null);
    units.set(
      key,
      fate === 'same' && id !== null ? id : putUnit(command, { ...form, tenant }, id ?? undefined),
    );
  }
  for (const { id, fate, form, links } of plan.contacts) {
    if (fate === 'same') continue;
    const { name, phone, authorises, active } = form;
    const tenant = links.tenant === null ? form.tenant : (tenants.get(links.tenant) ?? null);
    const unit = links.unit === null ? form.unit : (units.get(links.unit) ?? null);
    putContact(command, { tenant, unit, authorises, active }, { name, phone }, id ?? undefined);
  }
}
