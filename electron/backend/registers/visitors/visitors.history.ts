// What the history of a visit says besides who and when: which values were put in the place of which.
import type { HistoryChange } from '../../../api/history.ts';
import type { Step } from '../../journal/project.ts';
import { changesBetween } from '../history.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import type { Visit } from './visitors.fold.ts';
import type { Moment } from './visitors.queries.ts';

/** Fields as the form names them, values as they are kept: a word of the contract, a text, or UTC ms. */
function valuesOf(visit: Visit, phones: Moment['phones']): Readonly<Record<string, string | null>> {
  const { name, documentType, documentMasked, nationality, phone, company, purpose, hostName } = visit;
  const { noDocument, unitText, plate, items, remarks, verifiedBy, needsHelp, children, validUntil } = visit;
  return {
    // That nobody has shown or checked a document yet is no value that something is put in the place of.
    documentType: documentType === 'none' ? null : documentType,
    verifiedBy: verifiedBy === 'none' ? null : verifiedBy,
    ...{ name, documentNumber: documentMasked, noDocument, nationality },
    phone: phones === 'whole' ? phone : maskPhone(phone),
    ...{ company, purpose, host: hostName, units: unitText, plate, items, remarks },
    needsHelp: needsHelp ? 'yes' : null,
    children: children === 0 ? null : String(children),
    validUntil: validUntil === null ? null : String(validUntil),
  };
}

/** Nothing of what was first said when the person came: that is no change, it is the entry itself. */
export function changesOfVisit(step: Step, phones: Moment['phones']): HistoryChange[] {
  const changes = changesBetween(step, (visit: Visit) => valuesOf(visit, phones));
  return step.type === 'visit.arrived' ? changes.filter((change) => change.before !== null) : changes;
}
