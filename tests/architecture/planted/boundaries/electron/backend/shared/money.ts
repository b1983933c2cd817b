// Innocent: here for others to import.
export const fen = 1;
