// Keys on file, and the forms of their loans as the desk fills them in, with invented people.
import type { ApiClient } from '../../electron/api/contract.ts';
import type { KeyLoanForm } from '../../electron/api/key-forms.ts';
import type { Author } from '../../electron/backend/journal/append.ts';
import type { Backend } from '../../electron/backend/compose.ts';
import { putKey, type KeyFile } from '../../electron/backend/registers/keys/index.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { uuidv7 } from './ids.ts';

/** Whoever puts the keys of a test on file. */
const BY_IMPORT: Author = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' };

/** A key of the roof: common, one piece, at home at L1; `changes` replace fields. */
export function keyFile(changes: Partial<KeyFile> = {}): KeyFile {
  return {
    ...{ code: 'K001', kind: 'common', pieces: 1, copies: 1, homeDesk: 'L1', cabinet: 'A', hook: '1' },
    ...{ units: [], tenant: null, mayBorrow: null, loanHours: null, idAsked: false, seal: null, tag: null },
    ...{ name: '屋面通道门', opens: '40 层屋面', instruction: null },
    ...changes,
  };
}

/** Puts a key on file and answers its record. */
export function putTestKey({ journal }: Pick<Backend, 'journal'>, changes: Partial<KeyFile> = {}): number {
  return journal.system(BY_IMPORT, (command) => {
    const record = command.newRecord();
    return putKey(command, seededRandom(record), record, keyFile({ code: `K${record % 1000}`, ...changes }));
  });
}

type Loan = KeyLoanForm & { commandId: string };

/** A loan of whole keys to a contractor, with a new command id; `changes` replace fields. */
export function lending(keys: readonly number[], changes: Partial<KeyLoanForm> = {}): Loan {
  return {
    commandId: uuidv7(),
    keys: keys.map((key) => ({ key })),
    borrower: worker('13900001111'),
    purpose: '检修',
    remarks: null,
    printSlip: false,
    ...changes,
  };
}

/** Somebody of a contractor who was never here. */
export function worker(phone: string, name = '测试工'): KeyLoanForm['borrower'] {
  return { from: 'new', person: { kind: 'contractor', name, phone, company: '测试机电工程' } };
}

/** A key as the form of the key file sends it, new, with a new command id; `changes` replace fields. */
export function keyForm(changes: Partial<KeyPut> = {}): KeyPut {
  const { tag: _, ...file } = keyFile();
  return {
    ...file,
    ...{ units: [], mayBorrow: null, commandId: uuidv7(), record: null, revision: null, tag: null },
    ...changes,
  };
}
type KeyPut = Parameters<ApiClient['keys']['putKey']>[0];
