// Money of a lost-key case: yuan as staff type them, fen as they are kept. Pure.

/** Whole fen of `120` or `120.50`; null for what is no amount. */
export function fenOf(yuan: string): number | null {
  const [, whole, part = ''] = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(yuan.normalize('NFKC').trim()) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
