// The peer of a register action: the same rows, bytes and checks, by hand, with better-sqlite3 and nothing between.
import { visitEvents } from '../../electron/backend/registers/visitors/visitors.events.ts';
import { judgeIdentity } from '../../electron/backend/registers/visitors/visitors.rules.ts';
import { validityOf } from '../../electron/backend/registers/visitors/visitors.validity.ts';
import { maskDocumentNumber } from '../../electron/backend/shared/document-number.ts';
import { prepareAll } from './by-hand.sql.ts';
import { byHand } from './by-hand.ts';
import type { BenchDesk } from './desk.ts';
import { VISITS } from './hand-written.sql.ts';
import type { VisitorInput } from './people.ts';

export interface HandWritten {
  register(input: VisitorInput): { readonly id: number };
  leave(input: { readonly commandId: string; readonly visit: number }): void;
}

export function handWritten(desk: BenchDesk): HandWritten {
  const { parts, backend } = desk;
  const hand = byHand(desk);
  const { inTransaction, append, index } = hand;
  const sql = prepareAll(backend.database.db.connection, VISITS);

  return {
    register: (input) =>
      inTransaction('visitors.register', input, (now, day) => {
        const verdict = judgeIdentity(input, day);
        if (!verdict.ok) throw new Error(`the bench made up a bad document: ${verdict.code}`);
        const { documentNumber } = verdict;
        const { documentType, purpose, host, units, origins, verifiedBy, name, nationality, phone } = input;
        const { hostConfirmation, needsHelp, children, paperLine } = input;
        const noDocument = input.documentNumber === null ? input.noDocument : null;
        const { company, hostName, plate, items, remarks } = input;
        const documentIndex =
          documentNumber === null ? null : index(`document:${documentType}`, documentNumber);
        if (documentIndex !== null && sql.openByDocument.all(documentIndex, documentIndex).length > 0)
          throw new Error('on site already');
        if (!input.anotherPerson && sql.alike.all({ name, phone, type: documentType }).length > 0)
          throw new Error('the bench made up somebody who may be here');
        const turnedAway = sql.deniedOn.get(day, documentIndex, phone) as { id: number } | undefined;
        const previous = turnedAway?.id ?? null;
        const id = hand.newRecord();
        const number = hand.nextNumber('V', day);
        const passCode = hand.newCode('visitPass', id);
        const { validUntil } = validityOf(parts, { purpose, arrivedAt: now, desk: 'L1' });
        const noticeVersion = parts.policies.revisionAt('privacy.notice', now);
        const unitText = parts.unitText(units);
        append({
          ...{ record: id, type: 'visit.arrived', version: visitEvents['visit.arrived'].version },
          ...{ commandId: input.commandId, now, day, clock: now },
          body: {
            ...{ purpose, host, units, documentType, origins, verifiedBy, numbered: { number, passCode } },
            ...{
              documentExpired: false,
              validUntil,
              noticeVersion,
              passPrinted: input.printPass,
              hostConfirmation,
              ...{ paperLine, children, noDocument, previous, begunBy: null },
            },
          },
          seal: (place) =>
            hand.sealNew(id, place, {
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
          ...[JSON.stringify(origins), noticeVersion, hostConfirmation, Number(needsHelp)],
          ...[children, noDocument, null, previous, paperLine],
        );
        const printJob = input.printPass ? hand.print(id, 'visitPass', now) : null;
        return { id, number, passCode, printJob };
      }),

    leave: (input) =>
      void inTransaction('visitors.leave', input, (now, day) => {
        const { commandId, visit: id } = input;
        const visit = sql.visit.get(id) as { state: string; stays: string } | undefined;
        if (visit?.state !== 'on_site') throw new Error('the bench let somebody leave twice');
        const at = hand.clockAfter(id, now);
        append({
          ...{ record: id, type: 'visit.left', version: visitEvents['visit.left'].version },
          ...{ commandId, now, day, clock: at, body: { way: 'list' } },
          seal: null,
        });
        const stays = JSON.parse(visit.stays) as { out: number | null }[];
        const left = stays.map((stay) => (stay.out === null ? { ...stay, out: now, outDesk: 'L1' } : stay));
        sql.visitLeft.run(at, now, JSON.stringify(left), id);
        return { id };
      }),
  };
}
