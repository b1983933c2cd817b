// Forms as the desk fills them in, with invented people.
import { uuidv7 } from './ids.ts';
import type { AmendForm, DenialForm, ExpectedForm, VisitorForm } from '../../electron/api/visit-forms.ts';

/** Resident number of nobody: valid check digit, invented. */
export const RESIDENT = '110101199003070011';
export const OTHER_RESIDENT = '11010519491231002X';

/** A walk-in as typed by a receptionist, with a new command id; `changes` replace fields. */
export function walkIn(changes: Partial<VisitorForm> = {}): VisitorForm & { commandId: string } {
  return {
    commandId: uuidv7(),
    name: '测试甲',
    documentType: 'residentId',
    documentNumber: RESIDENT,
    documentEnd: null,
    nationality: null,
    phone: '13900000002',
    company: '测试来访单位',
    purpose: 'meeting',
    host: null,
    hostName: '单试验',
    units: [],
    plate: null,
    items: null,
    remarks: null,
    origins: { name: 'typed' },
    verifiedBy: 'document',
    printPass: true,
    // Whoever tests has looked: people of one name and phone are others, unless the test is about that.
    anotherPerson: true,
    ...changes,
  };
}

/** A walk-in who shows no document: the host vouches. */
export function unproven(changes: Partial<VisitorForm> = {}): VisitorForm & { commandId: string } {
  return walkIn({ documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched', ...changes });
}

/** A walk-in who is turned away. */
export function turnedAway(changes: Partial<DenialForm> = {}): DenialForm & { commandId: string } {
  const { verifiedBy: _v, printPass: _p, anotherPerson: _o, ...person } = walkIn();
  return { ...person, reason: 'hostRefused', ...changes };
}

/** Somebody announced for a time from `from` to `until` (UTC ms). */
export function announced(
  from: number,
  until: number,
  changes: Partial<ExpectedForm> = {},
): ExpectedForm & { commandId: string } {
  const {
    verifiedBy: _v,
    printPass: _p,
    card: _c,
    ...form
  } = walkIn({ documentType: 'none', documentNumber: null });
  return { ...form, expectedFrom: from, expectedUntil: until, ...changes };
}

/** The amendment of a visit; its document stays unless `changes` bring one. */
export function amendment(changes: Partial<AmendForm> = {}): AmendForm & { commandId: string } {
  const { documentType: _t, documentNumber: _n, documentEnd: _e, verifiedBy: _v, ...form } = walkIn();
  const { printPass: _p, arrivedAt: _a, anotherPerson: _o, card: _c, ...person } = form;
  return { ...person, document: null, ...changes };
}
