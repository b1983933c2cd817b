// Innocent: here for others to import.
export const routes = ['keys'];
