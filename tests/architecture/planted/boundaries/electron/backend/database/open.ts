// Innocent: here for others to import.
export const open = () => 'handle';
