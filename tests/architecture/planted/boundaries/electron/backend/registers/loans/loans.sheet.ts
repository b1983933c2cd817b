// Planted: breaks registers-do-not-import-neighbours, at run time.
export const columns = async () => (await import('../keys/index.ts')).keys;
