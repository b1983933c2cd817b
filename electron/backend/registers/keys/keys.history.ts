// What the history of a key or of its loan says besides who and when: which values were put in the place of which.
import type { HistoryChange } from '../../../api/history.ts';
import type { Db } from '../../database/handle.ts';
import type { Step } from '../../journal/project.ts';
import { changesBetween } from '../history.ts';
import type { KeyLoan } from './key-loans.fold.ts';
import type { Key } from './keys.fold.ts';
import type { KeysParts } from './keys.parts.ts';

type Places = Pick<KeysParts, 'doorOf' | 'namesOf'>;

/** Units and tenants as they are called now. */
export function changesOfKeys(places: Places, db: Db, step: Step): HistoryChange[] {
  switch (step.type) {
    case 'key.put':
      return changesBetween(step, (key: Key) => keyValues(places, db, key));
    case 'key_loan.amended':
    case 'key_loan.extended':
      return changesBetween(step, loanValues);
    default:
      return [];
  }
}

function keyValues({ doorOf, namesOf }: Places, db: Db, key: Key): Readonly<Record<string, string | null>> {
  const { code, name, kind, opens, homeDesk, cabinet, hook, pieces, copies, loanHours, instruction } = key;
  const units = key.units.map((unit) => doorOf(db, unit)?.code ?? `#${unit}`);
  return {
    ...{ code, name, opens, kind },
    units: units.join('、') || null,
    tenant: key.tenant === null ? null : (namesOf(db, key.tenant)?.[0] ?? `#${key.tenant}`),
    ...{ homeDesk, cabinet, hook },
    loanHours: loanHours === null ? null : String(loanHours),
    ...{ pieces: String(pieces), copies: String(copies) },
    idAsked: key.idAsked ? 'yes' : null,
    mayBorrow: key.mayBorrow?.join(',') ?? null,
    instruction,
  };
}

function loanValues({ authorisedByName, purpose, remarks, dueAt }: KeyLoan) {
  return { authorisedBy: authorisedByName, purpose, remarks, dueAt: dueAt === null ? null : String(dueAt) };
}
