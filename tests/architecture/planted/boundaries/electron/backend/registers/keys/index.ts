// Innocent: here for others to import.
export const keys = 'keys';
