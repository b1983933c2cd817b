// Innocent: here for others to import.
export const pack = () => 'package';
