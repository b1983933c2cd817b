// A name as it is compared, however it was typed.

/** Wide or narrow, any case, however many blanks: when a spreadsheet speaks of something on file. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
