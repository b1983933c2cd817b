// Innocent: here for others to import.
export const columns = ['number'];
