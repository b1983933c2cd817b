// Planted: a noun whose calls are named in READ_BY.
export const parcelEvents = {
  'parcel.taken_in': { version: 1 },
};
