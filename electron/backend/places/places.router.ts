// Places' calls: this property and desk, whom a visitor may ask for, and the file behind it.
import type { PropertyCard } from '../../api/places.contract.ts';
import type { Db } from '../database/handle.ts';
import { templateText } from '../imports/cells.rules.ts';
import type { Projection } from '../journal/project.ts';
import { readHistory, type HistoryNames } from '../registers/history.ts';
import { implementer } from '../router-base.ts';
import type { PlaceFinder } from './place-finder.ts';
import type { MoveOutService } from './move-out.service.ts';
import { readContacts, readDesks, readPropertyFile, readTenants, readUnits } from './places-file.queries.ts';
import { changesOfPlace, PLACE_NOUNS } from './places-file.history.ts';
import type { PlacesFileService } from './places-file.service.ts';
import { EXAMPLE, HEADERS } from './places-import.columns.ts';
import type { PlacesImportService } from './places-import.service.ts';
import { findDesk, findProperty } from './places.store.ts';

export interface PlacesRouterParts {
  readonly db: Db;
  readonly desk: () => string | null;
  readonly finder: PlaceFinder;
  readonly file: PlacesFileService;
  readonly moveOut: MoveOutService;
  readonly imports: PlacesImportService;
  readonly names: HistoryNames;
  readonly projection: Projection;
}

export function createPlacesRouter(parts: PlacesRouterParts) {
  const { db, desk, finder, file, moveOut, imports, names, projection } = parts;
  const calls = implementer.places;
  return calls.router({
    property: calls.property.handler(() => readCard(db, desk())),
    find: calls.find.handler(({ input }) => finder.find(input.text, input.limit, input.near)),
    propertyFile: calls.propertyFile.handler(() => readPropertyFile(db)),
    putProperty: calls.putProperty.handler(({ context, input }) => file.saveProperty(context.actor(), input)),
    desks: calls.desks.handler(() => readDesks(db, desk())),
    putDesk: calls.putDesk.handler(({ context, input }) => file.saveDesk(context.actor(), input)),
    units: calls.units.handler(() => readUnits(db)),
    putUnit: calls.putUnit.handler(({ context, input }) => file.saveUnit(context.actor(), input)),
    tenants: calls.tenants.handler(() => readTenants(db, projection.keys)),
    putTenant: calls.putTenant.handler(({ context, input }) => file.saveTenant(context.actor(), input)),
    contacts: calls.contacts.handler(() => readContacts(db)),
    putContact: calls.putContact.handler(({ context, input }) => file.saveContact(context.actor(), input)),
    history: calls.history.handler(({ input }) =>
      readHistory(db, input.record, names, PLACE_NOUNS, {
        projection,
        changesOf: (step) => changesOfPlace(db, step),
      }),
    ),
    openUnder: calls.openUnder.handler(({ input }) => [...moveOut.openUnder(input.tenant)]),
    moveOut: calls.moveOut.handler(({ context, input }) => moveOut.moveOut(context.actor(), input)),
    previewImport: calls.previewImport.handler(({ input }) => imports.preview(input)),
    runImport: calls.runImport.handler(({ context, input }) => imports.run(context.actor(), input)),
    importTemplate: calls.importTemplate.handler(() => ({ text: templateText(HEADERS, EXAMPLE) })),
  });
}

function readCard(db: Db, deskCode: string | null): PropertyCard | null {
  const property = findProperty(db);
  const desk = deskCode === null ? undefined : findDesk(db, deskCode);
  if (!property || !desk) return null;
  return {
    code: property.code,
    nameZh: property.name_zh,
    nameEn: property.name_en,
    timeZone: property.time_zone,
    sample: property.sample === 1,
    desk: {
      code: desk.code,
      nameZh: desk.name_zh,
      nameEn: desk.name_en,
      opens: desk.opens,
      closes: desk.closes,
    },
  };
}
