// Innocent: here for others to import.
export const host = 'host';
