// Innocent: here for others to import.
export const desk = 'desk';
