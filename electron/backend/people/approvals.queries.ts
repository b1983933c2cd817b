// What is to be countersigned, as a supervisor reads it.
import type { DueApproval } from '../../api/approvals.contract.ts';
import { COUNTERSIGNED } from '../../api/rights.ts';
import type { Db } from '../database/handle.ts';
import { maySign } from './approvals.rules.ts';
import { listDue, type StoredApproval } from './approvals.store.ts';
import { findStaff, type StoredStaff } from './staff.store.ts';

/** A record as its register names it; null where no register has it. */
export type SubjectOf = (
  db: Db,
  record: number,
) => { readonly number: string; readonly title: string | null } | null;

/** The longest due first. */
export function readDue(db: Db, subjectOf: SubjectOf, reader: StoredStaff | null): DueApproval[] {
  return listDue(db).flatMap((approval) => {
    const right = COUNTERSIGNED.find((each) => each === approval.right);
    // A right that this program does not know so belongs to a newer one.
    if (right === undefined || approval.dueAt === null) return [];
    const { id, way, desk, at, dueAt, reason, called, calledAt, witness } = approval;
    return {
      ...{ id, way, right, desk, at, dueAt, reason, called, calledAt, witness },
      subject: describe(db, subjectOf, approval),
      requester: staffName(db, approval.requester),
      approver: staffName(db, approval.approver),
      mine: reader !== null && maySign(reader, approval),
    };
  });
}

function describe(db: Db, subjectOf: SubjectOf, { record }: StoredApproval): DueApproval['subject'] {
  if (record === null) return { number: null, title: null };
  const staff = findStaff(db, record);
  return subjectOf(db, record) ?? { number: staff ? staff.number : null, title: staff ? staff.name : null };
}

/** `2001 周启明` */
function staffName(db: Db, id: number | null): string | null {
  const staff = id === null ? undefined : findStaff(db, id);
  return staff ? [staff.number, staff.name].filter(Boolean).join(' ') : null;
}
