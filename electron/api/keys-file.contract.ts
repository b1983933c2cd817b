// The key file 钥匙档案: what hangs where, who may have it, and the list that it comes in.
import { z } from 'zod';
import { BORROWER_KINDS } from './borrowers.contract.ts';
import { callFor, commandId, line, noInput, passage, recordId, shownText } from './call.ts';
import { cellFaultOf, importContent, importErrorsOf, importTally, previewOf } from './imports.ts';
import { KEY_KINDS, KEY_STATES, type KeyRetirement } from './key-states.ts';
import { tagTaken } from './rfid-tags.ts';

/** A key as it is put on file; the fields' names are the names that errors carry. */
export const keyForm = z.object({
  /** What stands on its tag: tells nothing of the door. */
  code: shownText(20),
  name: shownText(60),
  opens: line(200),
  units: z.array(recordId).max(50),
  kind: z.enum(KEY_KINDS),
  /** Keys on the ring. */
  pieces: z.int().min(1).max(99),
  /** Rings like it, beside this one 备用. */
  copies: z.int().min(0).max(99),
  homeDesk: z.string().min(1).max(10),
  cabinet: line(20),
  hook: line(10),
  /** Null: as policy says for its kind. */
  mayBorrow: z.array(z.enum(BORROWER_KINDS)).min(1).max(BORROWER_KINDS.length).nullable(),
  /** Null: as policy says for its kind. */
  loanHours: z.int().min(1).max(240).nullable(),
  idAsked: z.boolean(),
  instruction: passage(500),
  /** Whose spare it is; asked for where the kind is `deposited`, and only there. */
  tenant: recordId.nullable(),
  /** The number on the bag's seal. */
  seal: line(40),
});
export type KeyForm = z.output<typeof keyForm>;

export const keyFileRow = keyForm.omit({ name: true }).extend({
  id: recordId,
  /** An edit says which revision it was made on. */
  revision: z.int(),
  /** The 16 digits that its printed tag is scanned as. */
  tag: z.string(),
  /** The number of its RFID tag, hexadecimal. */
  rfid: z.string().nullable(),
  name: z.string().nullable(),
  state: z.enum(KEY_STATES),
  unitText: z.string().nullable(),
  tenantName: z.string().nullable(),
});
export type KeyFileRow = z.infer<typeof keyFileRow>;

export const keyFileErrors = {
  FIELD_WRONG: {
    data: z.object({ field: z.enum(['code', 'homeDesk', 'units', 'tenant', 'seal', 'hook', 'tag']) }),
  },
  /** Another key on file has this code, this tag or this hook. */
  KEY_TAKEN: { data: z.object({ field: z.enum(['code', 'hook', 'tag']), key: recordId, code: z.string() }) },
  /** Something else than a key wears this RFID tag. */
  TAG_TAKEN: tagTaken,
  /** The code names the unit that the key opens: whoever finds it would know the door. */
  CODE_TELLS: { data: z.object({ field: z.literal('code'), unit: z.string() }) },
  /** Somebody changed these fields since the form was opened; nothing was written. */
  CHANGED_MEANWHILE: { data: z.object({ revision: z.int(), changed: z.array(z.string()) }) },
  /** It is with somebody, or lost: that comes first. */
  KEY_AWAY: { data: z.object({ key: recordId, state: z.enum(KEY_STATES) }) },
} as const;

export const KEY_COLUMNS = [
  ...(['code', 'name', 'opens', 'kind', 'pieces', 'copies', 'homeDesk', 'cabinet', 'hook'] as const),
  ...(['loanHours', 'mayBorrow', 'instruction', 'seal', 'units', 'tenant'] as const),
] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

const cellFault = cellFaultOf(KEY_COLUMNS, [
  ...(['notNumber', 'unknownDesk', 'unknownUnit', 'unknownTenant', 'taken', 'twice', 'tellsDoor'] as const),
  ...(['severalOnFile', 'tenantNeeded', 'notDeposited', 'unsealFirst', 'transferFirst'] as const),
]);
export type KeyCellFault = z.infer<typeof cellFault>;
const importPreview = previewOf(cellFault).extend({ keys: importTally });
export type KeyImportPreview = z.infer<typeof importPreview>;

/** Why a key is taken out of use; a lost one ends with its case. */
export const RETIRED_BECAUSE = [
  'handedBack',
  'lockChanged',
  'worn',
  'other',
] as const satisfies readonly KeyRetirement[];

const manage = callFor('keys.manage').errors(keyFileErrors);
const importing = callFor('keys.manage').errors(importErrorsOf(KEY_COLUMNS));
const one = z.object({ id: recordId });

export const keyFileCalls = {
  /** Every key there ever was, retired ones too, by code. */
  keyFile: callFor('keys.manage').input(noInput).output(z.array(keyFileRow)),
  /** Null puts something new on file; `tag` is then the unknown one that was scanned, or null to make one. */
  putKey: manage
    .input(
      keyForm.extend({
        commandId,
        record: recordId.nullable(),
        revision: z.int().nullable(),
        tag: line(64),
      }),
    )
    .output(one),
  /** The printed code, or the number of an RFID tag, that the key hangs on from now on. */
  bindTag: manage.input(z.object({ commandId, key: recordId, tag: shownText(64) })).output(one),
  /** A label for the tag: its code, and nothing of the door. */
  printTag: manage
    .input(z.object({ commandId, key: recordId }))
    .output(z.object({ id: recordId, printJob: recordId })),
  /** 停用 and back; a retired key is on no hook. */
  retireKey: manage
    .input(z.object({ commandId, key: recordId, why: z.enum(RETIRED_BECAUSE), note: line(200) }))
    .output(one),
  reinstateKey: manage.input(z.object({ commandId, key: recordId, reason: shownText(200) })).output(one),
  previewImport: importing.input(z.object({ content: importContent })).output(importPreview),
  /** In one transaction. The same file a second time changes nothing. */
  runImport: importing
    .input(z.object({ commandId, content: importContent }))
    .output(z.object({ keys: importTally })),
  /** An empty table with an example row, as CSV text. */
  importTemplate: callFor('keys.manage')
    .input(noInput)
    .output(z.object({ text: z.string() })),
};
