// What every peer by hand does: a transaction with its claim, the next event of the chain, keys and sealing, numbers.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  randomBytes,
} from 'node:crypto';
import { countOf, joinId } from '../../head-office/protocol/ids.ts';
import { latestWrapping } from '../../electron/backend/privacy/record-keys.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import { JOURNAL, prepareAll } from './by-hand.sql.ts';
import { actor, type BenchDesk } from './desk.ts';

export interface HandEvent {
  readonly record: number;
  readonly type: string;
  readonly version: number;
  readonly commandId: string;
  readonly now: number;
  readonly day: string;
  readonly clock: number;
  readonly body: object;
  readonly seal: ((place: string) => string) | null;
}

/** Works on the desk's own connection and appends to its journal, so that both sides find the same file and cache. */
export function byHand({ backend, clock, parts }: BenchDesk) {
  const { journal, secrets, database } = backend;
  const wrapping = latestWrapping(secrets.recordWrapping);
  const connection = database.db.connection;
  const sql = prepareAll(connection, JOURNAL);
  const { author } = actor;
  const from = joinId(journal.id, 0);
  const to = joinId(journal.id + 1, 0);

  const index = (kind: string, value: string): string =>
    createHmac('sha256', secrets.blindIndex).update(`${kind}\0${value}`).digest('base64url');

  const countUp = (name: string): number => (sql.countUp.get(name) as { value: number }).value;

  function inTransaction<T>(
    action: string,
    input: { readonly commandId: string },
    work: (now: number, day: string) => T,
  ): T {
    sql.begin.run();
    try {
      const key = Buffer.from(input.commandId.replaceAll('-', ''), 'hex');
      const place = key.readUIntBE(0, 6) * 32;
      const first = sql.command.get(place, place, key) as { result: string } | undefined;
      if (first) throw new Error('the bench repeated a command');
      const now = clock.now();
      const day = parts.calendar().dayOf(now);
      const dayNumber = Number(day.replaceAll('-', ''));
      const latest = sql.counter.get(`day:${journal.id}`) as { value: number } | undefined;
      if (latest?.value !== dayNumber) sql.setCounter.run(`day:${journal.id}`, dayNumber);
      const answer = work(now, day);
      const fingerprint = index('command', JSON.stringify([action, author.staff, input]));
      sql.insertCommand.run({ place, key, result: JSON.stringify(answer), fingerprint });
      sql.commit.run();
      return answer;
    } catch (error) {
      if (connection.inTransaction) sql.rollback.run();
      throw error;
    }
  }

  /** The next event of the chain: wire bytes, hash, row. */
  function append({ record, type, version, commandId, now, day, clock: at, body, seal }: HandEvent): void {
    const head = sql.head.get(from, to) as { id: number; hash: Buffer };
    const seq = countOf(head.id) + 1;
    const wire = Buffer.from(
      JSON.stringify({
        ...{ journal: journal.id, seq, command: commandId, record, type, version, happenedAt: now },
        ...{ recordedAt: now, day, clock: at, actor: author.actor, staff: author.staff, approver: null },
        ...{ shift: author.shift, desk: author.desk, body },
        sealed: seal?.(`${journal.id}:${seq}:${record}:${type}`) ?? null,
      }),
    );
    const link = hash('sha256', Buffer.concat([head.hash, wire]), 'buffer');
    sql.insertEvent.run(joinId(journal.id, seq), record, at, wire, link);
  }

  const sealUnder = (key: Buffer, place: string, plain: object): string =>
    aes(createSecretKey(key), place, Buffer.from(JSON.stringify(plain))).toString('base64');

  return {
    journal: journal.id,
    index,
    inTransaction,
    append,
    /** Seals the first time for a record. */
    sealNew(record: number, place: string, plain: object): string {
      const bytes = randomBytes(32);
      sql.insertKey.run(record, wrapping.number, aes(wrapping.secret, `record-key:${record}`, bytes));
      return sealUnder(bytes, place, plain);
    },
    /** Seals under the key that a record has. */
    sealAgain(record: number, place: string, plain: object): string {
      const { wrapped } = sql.key.get(record) as { wrapped: Buffer };
      return sealUnder(unwrap(wrapping.secret, `record-key:${record}`, wrapped), place, plain);
    },
    newRecord: (): number => joinId(journal.id, countUp(`record:${journal.id}`)),
    nextNumber(letter: string, day: string): string {
      const count = String(countUp(`${letter}:${author.desk}:${day}`)).padStart(4, '0');
      return `${letter}-${author.desk}-${day.slice(2).replaceAll('-', '')}-${count}`;
    },
    newCode(kind: Parameters<typeof makeScanCode>[0], record: number): string {
      const digits = String(parts.random.below(10 ** 13)).padStart(13, '0');
      const code = makeScanCode(kind, digits);
      sql.insertScanCode.run(Number(code), record);
      return code;
    },
    /** The clock of the next event of a record that has some. */
    clockAfter: (record: number, now: number): number =>
      Math.max(now, (sql.lastOfRecord.get(record) as { clock: number }).clock + 1),
    print(record: number, kind: string, now: number): number {
      const job = sql.insertPrintJob.get(record, kind, 'zh-CN', 'queued', 0, now, now, null, 0);
      return (job as { id: number }).id;
    },
  };
}

type Secret = ReturnType<typeof createSecretKey>;

/** nonce ‖ ciphertext ‖ tag, as `Sealing` lays it out. */
function aes(key: Secret, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(key: Secret, context: string, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}
