// A key as a row of its table, and back. Pure.
import type { KeyTable } from '../../../../db/schema/keys.ts';
import type { BorrowerKind } from '../../../api/borrowers.contract.ts';
import type { KeyKind, KeyOwnState } from '../../../api/key-states.ts';
import type { Key } from './keys.fold.ts';

/** A key with its record id. */
export interface StoredKey extends Key {
  readonly id: number;
}

export function toRow(id: number, key: Key): KeyTable {
  return {
    id,
    code: key.code,
    tag: Number(key.tag),
    kind: key.kind,
    pieces: key.pieces,
    copies: key.copies,
    state: key.state,
    home_desk: key.homeDesk,
    desk: key.desk,
    transfer_to: key.transferTo,
    cabinet: key.cabinet,
    hook: key.hook,
    units: JSON.stringify(key.units),
    tenant: key.tenant,
    may_borrow: key.mayBorrow === null ? null : JSON.stringify(key.mayBorrow),
    loan_hours: key.loanHours,
    id_asked: Number(key.idAsked),
    seal: key.seal,
    rfid: key.rfid,
    name: key.name,
    opens: key.opens,
    instruction: key.instruction,
    clock: key.clock,
  };
}

export function toKey(row: KeyTable): StoredKey {
  return {
    id: row.id,
    code: row.code,
    tag: String(row.tag),
    kind: row.kind as KeyKind,
    pieces: row.pieces,
    copies: row.copies,
    state: row.state as KeyOwnState,
    homeDesk: row.home_desk,
    desk: row.desk,
    transferTo: row.transfer_to,
    cabinet: row.cabinet,
    hook: row.hook,
    units: JSON.parse(row.units) as number[],
    tenant: row.tenant,
    mayBorrow: row.may_borrow === null ? null : (JSON.parse(row.may_borrow) as BorrowerKind[]),
    loanHours: row.loan_hours,
    idAsked: row.id_asked === 1,
    seal: row.seal,
    rfid: row.rfid,
    name: row.name,
    opens: row.opens,
    instruction: row.instruction,
    clock: row.clock,
  };
}
