// Planted: what the window reads anew.
export const READ_BY: Readonly<Record<string, string>> = {
  parcel: 'parcels',
};
