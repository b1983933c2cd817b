// Four weeks at the desk: who came when, how long they stayed, and who stood behind the counter.
import type { VisitorForm } from '../../api/visit-forms.ts';
import type { Purpose } from '../../api/visit-states.ts';
import type { BusinessDay, Calendar } from '../shared/clock.ts';
import { HOUR, MINUTE, type Act, type Plan } from './sample.acts.ts';
import type { Dice } from './sample.dice.ts';
import { drawPurpose, type Forms } from './sample.forms.ts';
import type { Person } from './sample.people.ts';

export interface HistoryParts {
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly forms: Forms;
  /** Those who come and go in this time, some of them often. */
  readonly people: readonly Person[];
  readonly now: number;
}

type Range = readonly [from: number, to: number];

/** Visitors a day. */
const WEEKDAY: Range = [55, 80];
const WEEKEND: Range = [10, 18];

/** When people come: of so many arrivals, these in the hour. */
const ARRIVALS = {
  ...{ '08': 8, '09': 16, '10': 14, '11': 10, '12': 5, '13': 10 },
  ...{ '14': 14, '15': 12, '16': 9, '17': 6, '18': 3, '19': 2 },
};

const KINDS = { guest: 80, delivery: 14, vouched: 6 };

/** How long a visit lasts, in minutes. */
const STAYS: Readonly<Record<Purpose, Range>> = {
  visit: [15, 120],
  interview: [35, 100],
  delivery: [4, 16],
  works: [150, 480],
  repair: [40, 200],
  tour: [30, 80],
  meeting: [25, 160],
  official: [20, 90],
  other: [10, 90],
};

/** Everything on these days that is over by now: nobody of it is still inside or expected. */
export function planHistory(parts: HistoryParts, days: readonly BusinessDay[]): Act[] {
  const busyUntil = new Map<Person, number>();
  return days.flatMap((day) => {
    const visits = arrivalsOf(parts, day).flatMap((at) => planVisit(parts, day, at, busyUntil));
    return [...visits, ...planCancelled(parts, day)];
  });
}

/** The shifts of these days up to now: lead and butler by day, the guard by night. */
export function planDuty(
  { dice, calendar, now }: Pick<HistoryParts, 'dice' | 'calendar' | 'now'>,
  days: readonly BusinessDay[],
): Act[] {
  const rota = [
    ['00:00', '3001'],
    ['08:00', '1001'],
    ['08:00', '4001'],
    ['16:00', '1002'],
  ] as const;
  return days
    .flatMap((day) =>
      rota.map(([time, staff]) => ({
        ...{ at: calendar.at(day, time) + dice.between(1, 8) * MINUTE, do: 'goOnDuty' as const, staff },
      })),
    )
    .filter(({ at }) => at < now);
}

function arrivalsOf({ dice, calendar }: HistoryParts, day: BusinessDay): number[] {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const count = dice.between(...(weekend ? WEEKEND : WEEKDAY));
  const times = Array.from({ length: count }, () => {
    const start = calendar.at(day, `${dice.weighted(ARRIVALS)}:00`);
    return start + dice.between(0, HOUR - 1);
  });
  return times.toSorted((a, b) => a - b);
}

function planVisit(parts: HistoryParts, day: BusinessDay, at: number, busyUntil: Map<Person, number>): Act[] {
  const { dice, forms, now } = parts;
  const kind = dice.weighted(KINDS);
  const person = kind === 'guest' ? freePerson(parts, at, busyUntil) : null;
  const form = person
    ? forms.guest(person, drawPurpose(dice))
    : kind === 'delivery'
      ? forms.delivery()
      : forms.vouched();
  const leavesAt = at + dice.between(...STAYS[form.purpose]) * MINUTE;
  const expected = person !== null && dice.chance(15);
  const acts = expected ? planExpected(parts, day, at, person, form) : planWalkIn(parts, at, form);
  const visit = acts[0]?.visit;
  if (leavesAt > now - MINUTE || visit === undefined) return [];
  if (person) busyUntil.set(person, leavesAt);
  const leave = { do: 'leave', visit, way: dice.chance(75) ? 'scan' : 'list' } as const;
  if (!dice.chance(1)) return [...acts, { ...leave, at: leavesAt }];
  // Scanned out by mistake on the way to the café, and let in again.
  const mistake = Math.round((at + leavesAt) / 2);
  const again = { do: 'reopen', visit, at: mistake + MINUTE } as const;
  return [...acts, { ...leave, at: mistake }, again, { ...leave, at: Math.max(leavesAt, again.at + MINUTE) }];
}

type VisitAct = Extract<Act, { readonly visit: Plan }>;

function planWalkIn({ dice }: HistoryParts, at: number, form: VisitorForm): VisitAct[] {
  const visit = Symbol('walk-in');
  const acts: VisitAct[] = [{ at, do: 'register', visit, form }];
  if (form.printPass && dice.chance(3)) acts.push({ at: at + MINUTE, do: 'reprint', visit });
  return acts;
}

function planExpected(
  { dice, calendar, forms }: HistoryParts,
  day: BusinessDay,
  at: number,
  person: Person,
  form: VisitorForm,
): VisitAct[] {
  const visit = Symbol('expected');
  const from = at - dice.between(-10, 30) * MINUTE;
  return [
    {
      at: dayBefore(dice, calendar, day),
      do: 'expect',
      visit,
      form: forms.announced(person, from, calendar.endOf(day)),
    },
    { at, do: 'arrive', visit, form },
  ];
}

function planCancelled({ dice, calendar, forms, people, now }: HistoryParts, day: BusinessDay): Act[] {
  const visit = Symbol('cancelled');
  const from = calendar.at(day, '15:00');
  const at = calendar.at(day, '09:30') + dice.between(0, 90) * MINUTE;
  const form = forms.announced(dice.pick(people), from, calendar.endOf(day));
  if (at > now || !dice.chance(60)) return [];
  return [
    { at: dayBefore(dice, calendar, day), do: 'expect', visit, form },
    { at, do: 'cancel', visit },
  ];
}

/** Some time in the office hours of the day before. */
export function dayBefore(dice: Dice, calendar: Calendar, day: BusinessDay): number {
  return calendar.at(calendar.addDays(day, -1), '09:00') + dice.between(0, 8 * HOUR);
}

function freePerson({ dice, people }: HistoryParts, at: number, busyUntil: Map<Person, number>): Person {
  for (;;) {
    const person = dice.pick(people);
    if ((busyUntil.get(person) ?? 0) < at) return person;
  }
}
