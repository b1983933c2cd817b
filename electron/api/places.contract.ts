// Places: the property and desk this window works for, and the hosts and units a visitor may ask for.
import { z } from 'zod';
import { callFor, noInput, recordId } from './call.ts';
import { placesFileContract } from './places-file.contract.ts';
import { placesImportContract } from './places-import.contract.ts';

export const placeMatch = z.object({
  /** A contact of the tenant, or null where the match is the unit itself. */
  contact: recordId.nullable(),
  contactName: z.string().nullable(),
  unit: recordId.nullable(),
  unitCode: z.string().nullable(),
  floor: z.int().nullable(),
  tenant: recordId.nullable(),
  tenantName: z.string().nullable(),
  /** Standing instructions, shown as soon as the unit is chosen. */
  instructions: z.string().nullable(),
  /** What speaks against it: the tenant has left, or is not in yet, or nobody rents the unit. */
  caution: z.enum(['movedOut', 'movingIn', 'vacant']).nullable(),
});
export type PlaceMatch = z.infer<typeof placeMatch>;

export const propertyCard = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  timeZone: z.string(),
  sample: z.boolean(),
  desk: z.object({
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    opens: z.string().nullable(),
    closes: z.string().nullable(),
  }),
});
export type PropertyCard = z.infer<typeof propertyCard>;

export const placesContract = {
  ...placesFileContract,
  ...placesImportContract,
  /** Null before the property is set up. */
  property: callFor('anyone').input(noInput).output(propertyCard.nullable()),
  /** By characters anywhere in the name, pinyin, initials, company or unit code; best first. */
  find: callFor('visits.read')
    .input(
      z.object({
        text: z.string().max(100),
        limit: z.int().min(1).max(50).default(8),
        /** Units that are chosen already: who belongs to one of them, or to its tenant, comes first. */
        near: z.array(recordId).max(20).default([]),
      }),
    )
    .output(z.array(placeMatch)),
};
