// Planted: a register that is wired everywhere.
export const parcelsProjector = { noun: 'parcel' };
