// Who is here, or announced, and may be the same person as the one at the desk: offered before a second record exists.
import type { AlikeVisit } from '../../../api/alike.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Calendar } from '../../shared/clock.ts';
import { writtenName } from '../../shared/person-name.ts';
import { likeness, type Newcomer } from './visitors.rules.ts';
import { listOpenAlike } from './visitors.store.ts';

export interface AlikeQuestion extends Newcomer {
  /** The visit that the form is about. */
  readonly except: number | null;
  /** The day that a pre-registration is for (UTC ms); null for somebody who stands at the desk now. */
  readonly expectedFrom: number | null;
  /** The visit is over: whoever is on site now may well be the same person. */
  readonly gone: boolean;
}

const ORDER = ['document', 'name', 'phone'] as const;

/** The surest first, and who is on site before who is only announced. */
export function findAlike(
  db: Db,
  question: AlikeQuestion,
  { now, calendar }: { readonly now: number; readonly calendar: Calendar },
): AlikeVisit[] {
  const name = question.name === null ? null : writtenName(question.name);
  const { documentIndex, expectedFrom, except, gone } = question;
  const day = calendar.dayOf(expectedFrom ?? now);
  const { documentType, phone } = question;
  const found = listOpenAlike(db, { documentType, documentIndex, name, phone });
  const alike = found.flatMap((visit) => {
    const same = visit.id === except ? null : likeness({ ...question, name }, visit);
    if (same === null) return [];
    const here = visit.state === 'on_site' && expectedFrom === null && !gone;
    const announced = visit.state === 'expected' && except === null && isExpectedOn(visit, day, calendar);
    if (!here && !announced) return [];
    const { id, number, state, company, hostName, unitText, arrivedAt } = visit;
    return {
      ...{ id, number, state, name: visit.name, company, hostName, unitText, same, arrivedAt },
      expectedFrom: visit.expectedFrom,
    };
  });
  return alike.toSorted(
    (a, b) =>
      Number(b.state === 'on_site') - Number(a.state === 'on_site') ||
      ORDER.indexOf(a.same) - ORDER.indexOf(b.same) ||
      a.id - b.id,
  );
}

function isExpectedOn(
  visit: { readonly expectedFrom: number | null; readonly expectedUntil: number | null },
  day: string,
  calendar: Calendar,
): boolean {
  const { expectedFrom: from, expectedUntil: until } = visit;
  return from !== null && until !== null && calendar.dayOf(from) <= day && day <= calendar.dayOf(until);
}
