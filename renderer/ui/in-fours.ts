// Codes as people read them out: four digits at a time.

/** `1234567890123456` → `1234 5678 9012 3456`. */
export function inFours(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
