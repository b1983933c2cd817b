// Innocent: here for others to import.
export const lend = 'keys.lend';
