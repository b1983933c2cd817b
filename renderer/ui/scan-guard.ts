// A scanner that reads the same code twice means it once.

const SAME_CODE_MS = 3000;

/** Answers whether a scanned code counts: false for one that counted less than 3 s ago, whatever came between. */
export function createScanGuard(): (code: string) => boolean {
  const lately = new Map<string, number>();
  return (code) => {
    const now = performance.now();
    for (const [known, at] of lately) if (now - at >= SAME_CODE_MS) lately.delete(known);
    if (lately.has(code)) return false;
    lately.set(code, now);
    return true;
  };
}
