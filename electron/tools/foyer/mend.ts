// `foyer restore` and `foyer repair`: what would be lost is said first, what was there is set aside.
import type { MendParts } from '../../backend/backup/mend.ts';
import { previewRestore, restore, type RestorePreview } from '../../backend/backup/restore.ts';
import { repair } from '../../backend/backup/repair.ts';
import { countUnreadable } from '../../backend/backup/salvage.ts';

export function preview(parts: Pick<MendParts, 'dataDir'>, backup: string): number {
  tell(previewRestore(parts, backup));
  console.log('nothing was changed');
  return 0;
}

export function putBack(parts: MendParts, backup: string): number {
  tell(previewRestore(parts, backup));
  const done = restore(parts, backup);
  console.log(`restored: ${done.records} records folded, ${done.erased} erased again`);
  if (done.lockedRecords > 0) console.log(`the keys of ${done.lockedRecords} records are not here`);
  console.log(`journal ${done.journal} begins; printed numbers now carry the letter ${done.generation}`);
  if (done.setAside !== null) console.log(`what was there before lies in ${done.setAside}`);
  return 0;
}

export function mend(parts: MendParts, backupDir: string | null): number {
  const done = repair({ ...parts, backupDir });
  if (done.outcome === 'whole') {
    console.log('every page and every chain holds; nothing was changed');
    return 0;
  }
  const { report } = done;
  console.log(report.backup === null ? 'no backup was there' : `built on ${report.backup}`);
  for (const { journal, chained, cutOff, unreadable } of report.journals) {
    const gone = countUnreadable(unreadable);
    console.log(
      `journal ${journal}: ${chained} events went on, ${cutOff} were behind a gap, ${gone} cannot be read`,
    );
  }
  console.log(`${report.appended} events written again, ${report.locked} not, for want of their keys`);
  console.log(`journal ${done.journal} begins; printed numbers now carry the letter ${done.generation}`);
  if (report.setAside !== null) console.log(`the damaged file and the report lie in ${report.setAside}`);
  return 0;
}

function tell({ madeAt, events, present, lost, erased }: RestorePreview): void {
  console.log(
    `the backup has ${events} events${madeAt === null ? '' : `, made ${new Date(madeAt).toISOString()}`}`,
  );
  if (present === 'unreadable') console.log('the present database cannot be read: what is lost is not known');
  if (present === 'readable') console.log(`${lost.events} events of the present database are not in it`);
  for (const [day, count] of lost.days) console.log(`  ${day}: ${count}`);
  if (erased > 0) console.log(`${erased} records were erased since and will be erased again`);
}
