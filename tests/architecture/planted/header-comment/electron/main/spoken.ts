// Says what it is for.
export const spoken = true;
