// Planted: a right to write that needs no shift.
export const RIGHTS = ['parcels.read', 'parcels.write', 'keys.write'] as const;
export const SHIFT_RIGHTS: ReadonlySet<string> = new Set(['parcels.write']);
