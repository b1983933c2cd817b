// Takes a spreadsheet of units, tenants and contacts in: looked at as often as one likes, written once and whole.
import type { ImportTally } from '../../api/imports.ts';
import type { CellFault, ImportColumn, ImportPreview } from '../../api/places-import.contract.ts';
import type { Db } from '../database/handle.ts';
import { previewFacts, readImport, refuseFaults, type ImportKind } from '../imports/import-file.ts';
import type { Command } from '../journal/command.ts';
import type { Journal } from '../journal/journal.ts';
import { contactOf, tenantOf, unitOf } from './places-file.forms.ts';
import type { FilingAuthor } from './places-file.service.ts';
import { planImport, tallyOf, type ImportPlan, type PlacesOnFile } from './places-import.plan.rules.ts';
import { HEADERS } from './places-import.columns.ts';
import { readRow, type ImportRow } from './places-import.rows.rules.ts';
import { putContact, putTenant, putUnit } from './places.service.ts';
import { listContacts, listTenants, listUnits } from './places.store.ts';

const KIND: ImportKind<ImportColumn, ImportRow, CellFault> = { headers: HEADERS, needed: 'code', readRow };

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
    const file = await readImport(content, KIND, nextTurn);
    const plan = planImport(file.rows, placesOnFile(db));
    return { ...previewFacts(file, plan.faults), ...talliesOf(plan) };
  }

  async function run(
    { author }: FilingAuthor,
    input: { readonly commandId: string; readonly content: string },
  ): Promise<Record<'units' | 'tenants' | 'contacts', ImportTally>> {
    const file = await readImport(input.content, KIND, nextTurn);
    const importer = { ...author, actor: 'import' as const };
    return journal.command({ action: 'places.runImport', input }, importer, (command) => {
      const plan = planImport(file.rows, placesOnFile(command.tx));
      refuseFaults(file, plan.faults);
      write(command, plan);
      return talliesOf(plan);
    });
  }

  return { preview, run };
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
    const { name, pinyin, phone, authorises, active } = form;
    const tenant = links.tenant === null ? form.tenant : (tenants.get(links.tenant) ?? null);
    const unit = links.unit === null ? form.unit : (units.get(links.unit) ?? null);
    putContact(command, { tenant, unit, authorises, active }, { name, pinyin, phone }, id ?? undefined);
  }
}
