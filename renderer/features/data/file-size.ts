// Bytes as people read them. Pure.

/** `812 KB`, `3.4 MB`, `1.2 GB`: powers of 1024, one decimal from a megabyte on. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 ** 2) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const [size, unit] = bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB'];
  return `${size.toFixed(1)} ${unit}`;
}
