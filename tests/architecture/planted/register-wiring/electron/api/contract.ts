// Planted: the calls of the house.
export const contract = {
  parcels: {},
  tags: {},
};
