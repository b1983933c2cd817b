// Innocent: here for others to import.
export const list = 'keys';
