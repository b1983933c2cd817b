// Names of backups, and which of them stay: one of each of the last hours, days and weeks.

/** How many hours, days and weeks keep their newest backup. Counted in those that have one, not in age. */
const KEEP = { hours: 24, days: 14, weeks: 8 } as const;
/** How many copies of the record keys stay: an erased key must not live on in old ones. */
const KEEP_KEYS = 3;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const shape = /^(foyer|keys)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.db$/;

export interface BackupFile {
  readonly name: string;
  readonly kind: 'foyer' | 'keys';
  /** UTC ms, from its name. */
  readonly at: number;
}

/** `foyer-20261121T013000000Z.db`: UTC, so that a clock change neither repeats nor hides one. */
export function backupName(kind: BackupFile['kind'], at: number): string {
  return `${kind}-${new Date(at).toISOString().replaceAll(/[-:.]/g, '')}.db`;
}

/** Null for whatever else lies in the folder. */
export function parseBackupName(name: string): BackupFile | null {
  const [, kind, year, month, day, hour, minute, second, ms] = shape.exec(name) ?? [];
  if (kind !== 'foyer' && kind !== 'keys') return null;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(at) ? null : { name, kind, at };
}

/** The files that have had their time. `made` stays, whatever the clock said when it was made. */
export function chooseExpired(files: readonly BackupFile[], made: number): BackupFile[] {
  const newestFirst = files.toSorted((a, b) => b.at - a.at);
  const backups = newestFirst.filter(({ kind }) => kind === 'foyer');
  const kept = new Set([
    ...newestOfEach(backups, KEEP.hours, HOUR),
    ...newestOfEach(backups, KEEP.days, DAY),
    ...newestOfEach(backups, KEEP.weeks, 7 * DAY),
    ...newestFirst.filter(({ kind }) => kind === 'keys').slice(0, KEEP_KEYS),
  ]);
  return files.filter((file) => file.at !== made && !kept.has(file));
}

function newestOfEach(newestFirst: readonly BackupFile[], count: number, span: number): BackupFile[] {
  const seen = new Set<number>();
  return newestFirst.filter(({ at }) => {
    const slot = Math.floor(at / span);
    if (seen.has(slot) || seen.size === count) return false;
    seen.add(slot);
    return true;
  });
}
