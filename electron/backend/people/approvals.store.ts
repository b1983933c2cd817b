// SQL of approvals.
import type { ApprovalTable } from '../../../db/schema/people.ts';
import type { ApprovalWay } from '../../api/approvals.contract.ts';
import type { Right } from '../../api/rights.ts';
import type { Db } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import { projector, type AnyProjector } from '../journal/projector.ts';
import { approvalEvents } from './approvals.events.ts';
import { foldApproval, type Approval, type ApprovalState } from './approvals.fold.ts';

export interface StoredApproval extends Approval {
  readonly id: number;
}

const saveRow = upsert('approval', 'id', [
  ...(['state', 'way', 'for_right', 'record', 'requester', 'approver', 'desk', 'shift', 'at'] as const),
  ...(['expires_at', 'code', 'due_at', 'reason', 'called', 'called_at', 'witness'] as const),
  ...(['signer', 'signed_at', 'remark', 'clock'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('approval').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('approval').selectAll().where('id', '=', p.id));
const due = query()((db) =>
  db.selectFrom('approval').selectAll().where('state', '=', 'due').orderBy('due_at').orderBy('id'),
);
const offers = query<{ right: string; code: string }>()((db, p) =>
  db
    .selectFrom('approval')
    .selectAll()
    .where('state', '=', 'offered')
    .where('for_right', '=', p.right)
    .where('code', '=', p.code)
    .orderBy('id', 'desc'),
);
const ofRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('approval').selectAll().where('record', '=', p.record).orderBy('id'),
);

export const approvalProjector: AnyProjector = projector({
  noun: 'approval',
  catalogue: approvalEvents,
  fold: foldApproval,
  load: (db, id) => findApproval(db, id) ?? null,
  save: (tx, id, approval) => saveRow.run(tx, toRow(id, approval)),
  remove: (tx, id) => void removeRow.run(tx, { id }),
});

export function findApproval(db: Db, id: number): StoredApproval | undefined {
  const row = byId.get(db, { id });
  return row && toApproval(row);
}

/** What is to be countersigned, the longest due first. */
export function listDue(db: Db): StoredApproval[] {
  return due.all(db, {}).map(toApproval);
}

/** The newest unused offer of this right with a code of this keyed hash; it may be over. */
export function findOffer(db: Db, right: Right, code: string): StoredApproval | undefined {
  const row = offers.get(db, { right, code });
  return row && toApproval(row);
}

/** Every approval that was used for a record, oldest first. */
export function listApprovalsOf(db: Db, record: number): StoredApproval[] {
  return ofRecord.all(db, { record }).map(toApproval);
}

function toRow(id: number, approval: Approval): ApprovalTable {
  const { state, way, record, requester, approver, desk, shift, at, code, reason, called } = approval;
  const { witness, signer, remark, clock } = approval;
  return {
    ...{ id, state, way, record, requester, approver, desk, shift, at, code, reason, called },
    ...{ witness, signer, remark, clock },
    for_right: approval.right,
    expires_at: approval.expiresAt,
    due_at: approval.dueAt,
    called_at: approval.calledAt,
    signed_at: approval.signedAt,
  };
}

function toApproval(row: ApprovalTable): StoredApproval {
  const { id, record, requester, approver, desk, shift, at, code, reason, called } = row;
  const { witness, signer, remark, clock } = row;
  return {
    ...{ id, record, requester, approver, desk, shift, at, code, reason, called },
    ...{ witness, signer, remark, clock },
    state: row.state as ApprovalState,
    way: row.way as ApprovalWay,
    right: row.for_right as Right,
    expiresAt: row.expires_at,
    dueAt: row.due_at,
    calledAt: row.called_at,
    signedAt: row.signed_at,
  };
}
