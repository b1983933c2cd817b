// Places' calls: this property and desk, and whom a visitor may ask for.
import type { PropertyCard } from '../../api/places.contract.ts';
import type { Db } from '../database/handle.ts';
import { implementer } from '../router-base.ts';
import type { PlaceFinder } from './place-finder.ts';
import { findDesk, findProperty } from './places.store.ts';

export interface PlacesRouterParts {
  readonly db: Db;
  readonly desk: () => string | null;
  readonly finder: PlaceFinder;
}

export function createPlacesRouter({ db, desk, finder }: PlacesRouterParts) {
  const calls = implementer.places;
  return calls.router({
    property: calls.property.handler(() => readProperty(db, desk())),
    find: calls.find.handler(({ input }) => finder.find(input.text, input.limit)),
  });
}

function readProperty(db: Db, deskCode: string | null): PropertyCard | null {
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
