// What is still open on the day the sample is made: people inside, some of them too long, and people expected.
import cards from '../../../resources/sample/cards.json' with { type: 'json' };
import words from '../../../resources/sample/visits.json' with { type: 'json' };
import { documentType as documentTypeSchema } from '../../api/identity.ts';
import type { BusinessDay, Calendar } from '../shared/clock.ts';
import { HOUR, MINUTE, type Act } from './sample.acts.ts';
import type { Dice } from './sample.dice.ts';
import { drawPurpose, type Forms } from './sample.forms.ts';
import { dayBefore } from './sample.history.ts';
import type { Person } from './sample.people.ts';

export interface TodayParts {
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly forms: Forms;
  /** Those who are inside or expected, and nowhere else in the history. */
  readonly people: readonly Person[];
  readonly now: number;
  /** Opening hours of the desk, local `HH:MM`. */
  readonly hours: { readonly opens: string; readonly closes: string };
}

const INSIDE = 18;
const VOUCHED = 3;
const OVERSTAYED_DELIVERIES = 2;
const OVERSTAYED_YESTERDAY = 2;
const EXPECTED = 12;
const SUPERVISOR = '2001';
/** Of the sky lobby, lent to the desk. */
const LENT = '5002';
const LENT_DAYS = 6;
/** Beyond what anybody types first when they try cards out. */
const CARDS = { first: '801', last: '840' };
const CARDS_OUT = 4;
/** How many people `planToday` needs. */
export const OPEN_PEOPLE = INSIDE + OVERSTAYED_YESTERDAY + EXPECTED;

/** Whatever the hour: a pass holds for two hours at least, so who came within them is in time. */
const SURELY_VALID = 110 * MINUTE;
const LONGEST_INSIDE = 5 * HOUR;

export function planToday(parts: TodayParts): Act[] {
  const { dice, calendar, forms, now } = parts;
  const people = [...parts.people];
  const next = (): Person => {
    const person = people.shift();
    if (!person) throw new RangeError('too few people for the open visits');
    return person;
  };
  const register = (at: number, form: ReturnType<Forms['guest']>): Act => ({
    ...{ at, do: 'register', visit: Symbol('open'), form },
  });
  const today = calendar.dayOf(now);
  const yesterday = calendar.addDays(today, -1);
  const since = sinceWhen(parts, today);
  const times = (count: number, from: number, until: number): number[] =>
    Array.from({ length: count }, () => dice.between(from, until));
  const recent = (count: number): number[] => times(count, since, now - 4 * MINUTE);
  const late = calendar.at(yesterday, '14:00');
  const guests = recent(INSIDE).map((at) => register(at, forms.guest(next(), drawPurpose(dice))));
  return [
    ...guests,
    ...guests.slice(0, CARDS_OUT).flatMap(withCard),
    ...recent(VOUCHED).map((at) => register(at, forms.vouched())),
    ...times(OVERSTAYED_DELIVERIES, now - 4 * HOUR, now - 130 * MINUTE).map((at) =>
      register(at, forms.delivery()),
    ),
    ...times(OVERSTAYED_YESTERDAY, late, late + 3 * HOUR).map((at) =>
      register(at, forms.guest(next(), 'meeting')),
    ),
    ...planExpected(parts, today, next),
    ...planMistake(parts, register(now - 3 * MINUTE, forms.delivery())),
  ];
}

/** Turnstile cards on file, a few of them with people inside, and a colleague of another desk who stands in. */
export function planHouse({ calendar, now }: Pick<TodayParts, 'calendar' | 'now'>, setUpAt: number): Act[] {
  const until = calendar.endOf(calendar.addDays(calendar.dayOf(now), LENT_DAYS));
  return [
    { at: setUpAt + HOUR, do: 'putCards', by: SUPERVISOR, ...CARDS },
    { at: now - 2 * HOUR, do: 'lend', by: SUPERVISOR, staff: LENT, until },
  ];
}

function withCard(act: Act, nth: number): Act[] {
  if (act.do !== 'register') return [];
  const card = String(Number(CARDS.first) + nth);
  return [{ at: act.at + MINUTE, do: 'giveCard', visit: act.visit, card }];
}

/** Registered by mistake and voided by phone, and nobody has signed for it yet. */
function planMistake({ now }: TodayParts, mistake: Act): Act[] {
  if (mistake.do !== 'register') return [];
  const call = { approver: SUPERVISOR, called: '142 0000 2001', reason: words.voidReason };
  return [mistake, { at: now - 2 * MINUTE, do: 'voidByPhone', visit: mistake.visit, call }];
}

/** From when on people may have come in and still be in time. */
function sinceWhen({ calendar, now, hours }: TodayParts, today: BusinessDay): number {
  const opened = calendar.at(today, hours.opens);
  const open = now > opened && now < calendar.at(today, hours.closes);
  return open ? Math.min(now - SURELY_VALID, Math.max(opened, now - LONGEST_INSIDE)) : now - SURELY_VALID;
}

/** One of them has a card that the simulator can lay on the reader. */
function planExpected(
  { dice, calendar, forms, now }: TodayParts,
  today: BusinessDay,
  next: () => Person,
): Act[] {
  const start = calendar.at(today, '00:00');
  const end = calendar.endOf(today);
  const last = Math.max(calendar.at(today, '19:00'), Math.min(now + 3 * HOUR, end));
  return Array.from({ length: EXPECTED }, (_, nth) => {
    const from = quarter(dice.between(Math.max(start, now - HOUR / 2), last));
    const person = nth === 0 ? { ...next(), ...cardHolder } : next();
    const form = forms.announced(person, from, end);
    const whole = nth === 0 ? { ...form, ...cardHolder } : form;
    return { at: dayBefore(dice, calendar, today), do: 'expect', visit: Symbol('expected'), form: whole };
  });
}

const quarter = (ms: number): number => ms - (ms % (HOUR / 4));

const { name, documentType, number, validTo } = cards.hmtResidence;
const cardHolder = {
  ...{ name, documentNumber: number, documentEnd: validTo, nationality: null },
  documentType: documentTypeSchema.parse(documentType),
};
