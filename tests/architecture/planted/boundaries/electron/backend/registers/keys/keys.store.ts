// Innocent: here for others to import.
export const find = () => 'key';
