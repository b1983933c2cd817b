// Words of a sheet on their way into CSS and into the name of a file. Pure.

/** A CSS string of it. */
export function cssText(text: string): string {
  const oneLine = text.replaceAll(/\p{Cc}+/gu, ' ');
  return `"${oneLine.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** The same with the page's number for `{page}` and how many there are for `{pages}`. */
export function cssCounters(text: string): string {
  return cssText(text).replaceAll(/\{(pages?)\}/g, '" counter($1) "');
}

/** What a sheet's file is called (desktop.contract SHEET_FILE_NAME): its title and time, without other signs. */
export function sheetFileName(title: string, time: string): string {
  const plain = `${title} ${time.replaceAll(':', '')}`.replaceAll(/[^\p{L}\p{N}_-]+/gu, ' ').trim();
  return plain.slice(0, 80).trim();
}
