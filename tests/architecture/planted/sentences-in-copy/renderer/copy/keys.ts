// Copy may.
export const title = '钥匙借用';
