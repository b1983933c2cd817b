// The peer of a register action: the same rows, bytes and checks, by hand, with better-sqlite3 and nothing between.
import { createCipheriv, createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { countOf, joinId } from '../../head-office/protocol/ids.ts';
import { latestWrapping } from '../../electron/backend/privacy/record-keys.ts';
import { visitEvents } from '../../electron/backend/registers/visitors/visitors.events.ts';
import { judgeIdentity } from '../../electron/backend/registers/visitors/visitors.rules.ts';
import { validityOf } from '../../electron/backend/registers/visitors/visitors.validity.ts';
import { maskDocumentNumber } from '../../electron/backend/shared/document-number.ts';
import { makeScanCode } from '../../electron/backend/shared/scan-code.ts';
import { actor, type BenchDesk } from './desk.ts';
import { prepareAll } from './hand-written.sql.ts';
import type { VisitorInput } from './people.ts';

export interface HandWritten {
  register(input: VisitorInput): { readonly id: number };
  leave(input: { readonly commandId: string; readonly visit: number }): void;
}

/** Works on the desk's own connection and appends to its journal, so that both sides find the same file and cache. */
export function handWritten({ backend, clock, parts }: BenchDesk): HandWritten {
  const { journal, secrets, database } = backend;
  const wrapping = latestWrapping(secrets.recordWrapping);
  const connection = database.db.connection;
  const sql = prepareAll(connection);
  const { author } = actor;
  const from = joinId(journal.id, 0);
  const to = joinId(journal.id + 1, 0);

  const index = (kind: string, value: string): string =>
    createHmac('sha256', secrets.blindIndex).update(`${kind}\0${value}`).digest('base64url');

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
  function append(event: {
    readonly record: number;
    readonly type: 'visit.arrived' | 'visit.left';
    readonly commandId: string;
    readonly now: number;
    readonly day: string;
    readonly clock: number;
    readonly body: object;
    readonly seal: ((place: string) => string) | null;
  }): void {
    const head = sql.head.get(from, to) as { id: number; hash: Buffer };
    const seq = countOf(head.id) + 1;
    const { record, type, now, day } = event;
    const wire = Buffer.from(
      JSON.stringify({
        ...{
          journal: journal.id,
          seq,
          command: event.commandId,
          record,
          type,
          version: visitEvents[type].version,
          happenedAt: now,
        },
        ...{
          recordedAt: now,
          day,
          clock: event.clock,
          actor: author.actor,
          staff: author.staff,
          approver: null,
        },
        ...{ shift: author.shift, desk: author.desk, body: event.body },
        sealed: event.seal?.(`${journal.id}:${seq}:${record}:${type}`) ?? null,
      }),
    );
    const hash = createHash('sha256').update(head.hash).update(wire).digest();
    sql.insertEvent.run(joinId(journal.id, seq), record, event.clock, wire, hash);
  }

  function sealJson(record: number, place: string, plain: object): string {
    const bytes = randomBytes(32);
    sql.insertKey.run(record, wrapping.number, aes(wrapping.secret, `record-key:${record}`, bytes));
    return aes(createSecretKey(bytes), place, Buffer.from(JSON.stringify(plain))).toString('base64');
  }

  return {
    register: (input) =>
      inTransaction('visitors.register', input, (now, day) => {
        const verdict = judgeIdentity(input, day);
        if (!verdict.ok) throw new Error(`the bench made up a bad document: ${verdict.code}`);
        const { documentNumber } = verdict;
        const { documentType, purpose, host, units, origins, verifiedBy, name, nationality, phone } = input;
        const { hostConfirmation, needsHelp, paperLine } = input;
        const { company, hostName, plate, items, remarks } = input;
        const documentIndex =
          documentNumber === null ? null : index(`document:${documentType}`, documentNumber);
        if (documentIndex !== null && sql.openByDocument.all(documentIndex, documentIndex).length > 0)
          throw new Error('on site already');
        if (!input.anotherPerson && sql.alike.all({ name, phone, type: documentType }).length > 0)
          throw new Error('the bench made up somebody who may be here');
        const id = joinId(journal.id, (sql.countUp.get(`record:${journal.id}`) as { value: number }).value);
        const count = (sql.countUp.get(`V:L1:${day}`) as { value: number }).value;
        const number = `V-L1-${day.slice(2).replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
        const digits = String(parts.random.below(10 ** 13)).padStart(13, '0');
        const passCode = makeScanCode('visitPass', digits);
        const { validUntil } = validityOf(parts, { purpose, arrivedAt: now, desk: 'L1' });
        const noticeVersion = parts.policies.revisionAt('privacy.notice', now);
        const unitText = parts.unitText(units);
        append({
          ...{ record: id, type: 'visit.arrived', commandId: input.commandId, now, day, clock: now },
          body: {
            ...{ purpose, host, units, documentType, origins, verifiedBy, numbered: { number, passCode } },
            ...{
              documentExpired: false,
              validUntil,
              noticeVersion,
              passPrinted: input.printPass,
              hostConfirmation,
              paperLine,
            },
          },
          seal: (place) =>
            sealJson(id, place, {
              ...{
                name,
                documentNumber,
                nationality,
                phone,
                company,
                hostName,
                unitText,
                plate,
                items,
                remarks,
                needsHelp,
              },
            }),
        });
        sql.insertVisit.run(
          ...[id, number, 'on_site', 'L1', day, now, name, documentType],
          ...[
            documentNumber === null ? null : maskDocumentNumber(documentNumber),
            documentIndex,
            0,
            nationality,
          ],
          ...[
            phone,
            company,
            purpose,
            host,
            hostName,
            JSON.stringify(units),
            unitText,
            plate,
            items,
            remarks,
          ],
          ...[verifiedBy, verifiedBy === 'hostVouched' ? 1 : 0, Number(passCode), input.printPass ? 1 : 0],
          ...[null, null, validUntil, now, null],
          JSON.stringify([{ in: now, inDesk: 'L1', out: null, outDesk: null }]),
          ...[JSON.stringify(origins), noticeVersion, hostConfirmation, Number(needsHelp), paperLine],
        );
        sql.insertScanCode.run(Number(passCode), id);
        const printJob = input.printPass
          ? (
              sql.insertPrintJob.get(id, 'visitPass', 'zh-CN', 'queued', 0, now, now, null, 0) as {
                id: number;
              }
            ).id
          : null;
        return { id, number, passCode, printJob };
      }),

    leave: (input) =>
      void inTransaction('visitors.leave', input, (now, day) => {
        const { commandId, visit: id } = input;
        const visit = sql.visit.get(id) as { state: string; stays: string } | undefined;
        if (visit?.state !== 'on_site') throw new Error('the bench let somebody leave twice');
        const last = sql.lastOfRecord.get(id) as { clock: number };
        const at = Math.max(now, last.clock + 1);
        append({
          ...{ record: id, type: 'visit.left', commandId, now, day, clock: at, body: { way: 'list' } },
          seal: null,
        });
        const stays = JSON.parse(visit.stays) as { out: number | null }[];
        const left = stays.map((stay) => (stay.out === null ? { ...stay, out: now, outDesk: 'L1' } : stay));
        sql.visitLeft.run(at, now, JSON.stringify(left), id);
        return { id };
      }),
  };
}

/** nonce ‖ ciphertext ‖ tag, as `Sealing` lays it out. */
function aes(key: ReturnType<typeof createSecretKey>, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
