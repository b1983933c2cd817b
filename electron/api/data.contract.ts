// The care of the data: backups, the journal verified, the recovery sheet, and what staff must be told about them.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { RECOVERY_PROBLEMS } from './boot.ts';
import { callFor, clockTime, instant, noInput } from './call.ts';
import { signInErrors } from './people.contract.ts';

/**
 * FOLDER_MISSING: the configured folder is not there (a drive that was pulled out). COPY_DAMAGED: the copy was made
 * and does not verify, so the database itself may be damaged: repair it. STOPPED: the program was closed meanwhile.
 */
export const BACKUP_PROBLEMS = [
  'FOLDER_MISSING',
  'FOLDER_UNWRITABLE',
  'DISK_FULL',
  'COPY_DAMAGED',
  'STOPPED',
  'UNFORESEEN',
] as const;
export type BackupProblem = (typeof BACKUP_PROBLEMS)[number];

/**
 * Why a journal goes on from another: a backup was put back, a damaged file was mended, the database was behind its
 * noted head, its file was a copy, or it was gone.
 */
export const SUCCESSION_REASONS = ['restored', 'repaired', 'behind', 'copied', 'lost'] as const;

/**
 * What staff must be told, as long as it holds. `newJournal`: this journal followed another one not long ago, so
 * printed numbers carry a letter, and `missing` events of the old one are not here. `backupFailed`: none was made
 * since `since`. `diskLow`: the disk is full, and the desk lives on what it held back; where `records` is false that is
 * used up too, and nothing can be recorded. `headNotNoted`: the data folder takes no file. `sheetMissing`: no recovery sheet opens these data, or
 * nobody has confirmed that it is on paper. `fieldsLocked`: the desk goes on without the key that sealed older records.
 */
export const dataNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fieldsLocked') }),
  z.object({
    kind: z.literal('newJournal'),
    reason: z.enum(SUCCESSION_REASONS),
    at: instant,
    missing: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('backupFailed'), problem: z.enum(BACKUP_PROBLEMS), since: clockTime }),
  z.object({ kind: z.literal('diskLow'), records: z.boolean() }),
  z.object({ kind: z.literal('headNotNoted') }),
  z.object({ kind: z.literal('sheetMissing'), made: z.boolean() }),
]);
export type DataNotice = z.infer<typeof dataNotice>;

const journalHead = z.object({
  journal: z.int(),
  seq: z.int(),
  /** First 16 hex digits, as printed on handover sheets. */
  hash: z.string(),
});

const backup = z.object({
  /** When it was made; tells it from the others. */
  at: instant,
  bytes: z.int(),
});
export type BackupRow = z.infer<typeof backup>;

const dataOverview = z.object({
  /** Whole backups, newest first. Each was verified when it was made. */
  backups: z.array(backup),
  /** Where they lie; null where that folder is not there. */
  place: z.object({
    path: z.string(),
    /** Named on the command line; else the folder inside the data folder. */
    chosen: z.boolean(),
    /** On the same drive as the data: a broken drive takes both. Null where the folder is not there. */
    sameDrive: z.boolean().nullable(),
  }),
  running: z.boolean(),
  problem: z.object({ problem: z.enum(BACKUP_PROBLEMS), since: clockTime }).nullable(),
  /** Null where no sheet opens these data. Who and when is null where the journal does not say. */
  sheet: z
    .object({
      madeAt: instant.nullable(),
      madeBy: z.string().nullable(),
      confirmed: z.boolean(),
    })
    .nullable(),
  /** How many keys the desk goes on without. */
  lostKeys: z.int(),
});
export type DataOverview = z.infer<typeof dataOverview>;

const backupStep = z.discriminatedUnion('step', [
  /** `done` of 1. */
  z.object({ step: z.literal('copying'), done: z.number().min(0).max(1) }),
  z.object({ step: z.literal('verifying') }),
  z.object({ step: z.literal('made'), bytes: z.int(), events: z.int() }),
]);
export type BackupStep = z.infer<typeof backupStep>;

const verified = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), heads: z.array(journalHead), own: z.int() }),
  z.object({ ok: z.literal(false), journal: z.int(), seq: z.int() }),
]);
export type Verified = z.infer<typeof verified>;

/** A QR code: dark modules as `1`, row by row, without its quiet zone. */
const qrRows = z.array(z.string().regex(/^[01]+$/));

const recoverySheet = z.object({
  /** To be printed large, one group beside the other. Nothing keeps it. */
  groups: z.array(z.string()),
  qr: qrRows,
  madeAt: instant,
});
export type RecoverySheet = z.infer<typeof recoverySheet>;

export const recoveryErrors = {
  /** `problem` and `group`: see RECOVERY_PROBLEMS. */
  RECOVERY_REFUSED: {
    data: z.object({ problem: z.enum(RECOVERY_PROBLEMS), group: z.int().nullable() }),
  },
} as const;

export const sheetErrors = {
  /** The last group is another one. */
  GROUP_WRONG: { data: z.object({ field: z.literal('group') }) },
  /** The program was started again since the sheet was made, or a newer one was made: make a new one. */
  NOTHING_TO_CONFIRM: {},
} as const;

export const backupErrors = {
  BACKUP_FAILED: { data: z.object({ problem: z.enum(BACKUP_PROBLEMS) }) },
  /** It is not there any more. */
  BACKUP_GONE: {},
} as const;

const manage = callFor('data.manage');

export const dataContract = {
  overview: manage.input(noInput).output(dataOverview),
  /** Makes a backup, or follows the one that is under way, and says how far it is until it is made. */
  backUp: manage.errors(backupErrors).input(noInput).output(eventIterator(backupStep)),
  /** Walks every chain of the live database from its first event, beside the desk's own work. */
  verifyJournal: manage.input(noInput).output(verified),
  /** Opens a backup again, reads all its pages and walks its chains. */
  verifyBackup: manage
    .errors(backupErrors)
    .input(z.object({ at: instant }))
    .output(z.object({ ok: z.boolean(), events: z.int() })),
  /** Asks for the PIN of whoever acts. The sheet before this one opens nothing any more. */
  makeSheet: manage
    .errors(signInErrors)
    .input(z.object({ pin: z.string().regex(/^\d{4,12}$/) }))
    .output(recoverySheet),
  /** The last group, typed back from the paper. */
  confirmSheet: manage
    .errors(sheetErrors)
    .input(z.object({ group: z.string().max(20) }))
    .output(z.object({})),
  /** A recovery sheet of a key that the desk went on without: its records open again. Answers how many. */
  unlock: manage
    .errors(recoveryErrors)
    .input(z.object({ typed: z.string().max(200) }))
    .output(z.object({ records: z.int() })),
};
