// Takes a key list in: looked at as often as one likes, written once and whole.
import type { ImportTally } from '../../../api/imports.ts';
import type { KeyCellFault, KeyColumn, KeyImportPreview } from '../../../api/keys-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import { previewFacts, readImport, refuseFaults, type ImportKind } from '../../imports/import-file.ts';
import type { Actor } from '../register.ts';
import { KEY_HEADERS } from './key-import.columns.ts';
import { planKeyImport, tallyKeys, type KeysOnFile } from './key-import.plan.rules.ts';
import { readKeyRow, type KeyImportRow } from './key-import.rows.rules.ts';
import { formOf } from './key-file.service.ts';
import { putKey } from './keys.file.ts';
import type { KeysParts } from './keys.parts.ts';
import { findKey, listHeldKeys } from './keys.store.ts';

const KIND: ImportKind<KeyColumn, KeyImportRow, KeyCellFault> = {
  ...{ headers: KEY_HEADERS, needed: 'code', readRow: readKeyRow },
};

/** Other calls have their turns while a file is read. Rejects with what the contract names. */
export function createKeyImportService(parts: KeysParts) {
  const { journal, random, nextTurn } = parts;

  async function preview({ content }: { readonly content: string }): Promise<KeyImportPreview> {
    const file = await readImport(content, KIND, nextTurn);
    const plan = planKeyImport(file.rows, keysOnFile(parts.database.db));
    return { ...previewFacts(file, plan.faults), keys: tallyKeys(plan.keys) };
  }

  async function run(
    { author }: Actor,
    input: { readonly commandId: string; readonly content: string },
  ): Promise<{ keys: ImportTally }> {
    const file = await readImport(input.content, KIND, nextTurn);
    const importer = { ...author, actor: 'import' as const };
    return journal.command({ action: 'keys.runImport', input }, importer, (command) => {
      const plan = planKeyImport(file.rows, keysOnFile(command.tx));
      refuseFaults(file, plan.faults);
      for (const { id, fate, form } of plan.keys) {
        const tag = id === null ? null : (findKey(command.tx, id)?.tag ?? null);
        if (fate !== 'same') putKey(command, random, id, { ...form, tag });
      }
      return { keys: tallyKeys(plan.keys) };
    });
  }

  /** What is locked keeps its code: it has no name to be compared by. */
  function keysOnFile(db: Db): KeysOnFile {
    return {
      ...parts.placesOnFile(db),
      ownDesk: parts.desk() ?? '',
      keys: listHeldKeys(db).map((key) => ({
        ...formOf(key),
        ...{ id: key.id, retired: key.state === 'retired', name: key.name ?? '' },
      })),
    };
  }

  return { preview, run };
}
