// A scanner that reads the same code twice means it once.

const SAME_CODE_MS = 3000;

/** Answers whether a scanned code counts: false for the one that came last, within 3 s. */
export function createScanGuard(): (code: string) => boolean {
  let last = { code: '', at: 0 };
  return (code) => {
    const at = performance.now();
    if (code === last.code && at - last.at < SAME_CODE_MS) return false;
    last = { code, at };
    return true;
  };
}
