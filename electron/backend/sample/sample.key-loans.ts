// Four weeks of keys: who took which, how long, and what is out on the day the sample is made, some of it too long.
import companies from '../../../resources/sample/companies.json' with { type: 'json' };
import words from '../../../resources/sample/keys.json' with { type: 'json' };
import type { BusinessDay, Calendar } from '../shared/clock.ts';
import { HOUR, MINUTE, type Act, type KeyBorrower, type KeyLoan } from './sample.acts.ts';
import type { Dice } from './sample.dice.ts';
import type { SampleKey } from './sample.keys.ts';
import type { Person } from './sample.people.ts';

export interface KeyLoansParts {
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly now: number;
  readonly keys: readonly SampleKey[];
  /** Who comes from contractors, again and again. */
  readonly workers: readonly Person[];
  /** The contact of a tenant who may authorise keys. */
  readonly authoriserOf: (tenant: number) => number | null;
  readonly desk: string;
}

type LentKind = keyof typeof words.purposes;

/** Loans a day, of these kinds. */
const WEEKDAY = { least: 6, most: 10 };
const WEEKEND = { least: 1, most: 3 };
const KINDS: Readonly<Record<LentKind, number>> = { common: 55, plant: 20, vacant: 15, deposited: 10 };
const STAFF = ['4001', '3001'];
/** Of the open loans: due in time, due within the hour, overdue (so many minutes ago). */
const IN_TIME = 9;
const DUE_SOON = 2;
const OVERDUE = [25, 95, 190, 20 * 60];
const ISSUED = 5;
/** How many workers `planKeyLoans` needs: those who have something now borrow nothing else. */
export const OPEN_WORKERS = IN_TIME + DUE_SOON + OVERDUE.length + 1;
const SUPERVISOR = '2001';
const SENT = 2;

/** All that the keys saw: days that are over, then what is out. */
export function planKeyLoans(parts: KeyLoansParts, days: readonly BusinessDay[]): Act[] {
  const { dice, keys, desk, workers } = parts;
  const shelf = createShelf(
    dice,
    keys.filter((key) => key.desk === desk && !key.sealed),
  );
  const [open, often] = [workers.slice(0, OPEN_WORKERS), workers.slice(OPEN_WORKERS)];
  const taken = [
    ...planIssued(parts, shelf, days[0]),
    ...planOpen(parts, shelf, open),
    ...planSent(parts, shelf),
  ];
  return [...taken, ...days.flatMap((day) => planDay(parts, shelf, day, often))];
}

/** The keys that nobody has yet; one that is out for good goes from it. */
interface Shelf {
  take(kind: LentKind, leastPieces?: number): SampleKey;
  /** One that is back by then. */
  borrow(kind: LentKind, at: number, until: number): SampleKey;
}

function createShelf(dice: Dice, keys: readonly SampleKey[]): Shelf {
  const left = new Map(
    Object.keys(KINDS).map((kind) => [kind, dice.shuffled(keys.filter((key) => key.kind === kind))]),
  );
  const busyUntil = new Map<SampleKey, number>();
  const of = (kind: LentKind): SampleKey[] => left.get(kind) ?? [];
  return {
    take(kind, leastPieces = 1) {
      const at = of(kind).findIndex(({ pieces }) => pieces >= leastPieces);
      const [key] = of(kind).splice(at, 1);
      if (!key || at < 0) throw new RangeError('the sample has too few keys');
      return key;
    },
    borrow(kind, at, until) {
      const free = of(kind).filter((key) => (busyUntil.get(key) ?? 0) < at);
      const key = dice.pick(free);
      busyUntil.set(key, until);
      return key;
    },
  };
}

function planDay(parts: KeyLoansParts, shelf: Shelf, day: BusinessDay, often: readonly Person[]): Act[] {
  const { dice, calendar, now } = parts;
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  const { least, most } = weekend ? WEEKEND : WEEKDAY;
  const count = dice.between(least, most);
  // Everybody has one loan at a time: who comes twice a day has brought the first back.
  const today: readonly KeyBorrower[] = [
    ...dice.shuffled(often).map((worker) => ({ worker, company: dice.pick(companies.contractors) })),
    ...STAFF.map((staff) => ({ staff })),
  ];
  return Array.from({ length: count }, (_, nth) => {
    const kind = dice.weighted(KINDS);
    const at = calendar.at(day, '08:30') + dice.between(0, 7 * HOUR);
    const backAt = at + dice.between(20, 200) * MINUTE;
    const key = shelf.borrow(kind, at, backAt);
    const by = today[nth % today.length];
    if (backAt > now - MINUTE || by === undefined || nth >= today.length) return [];
    return lendAndReturn(parts, { ...loanOf(parts, [key], by), dueAt: null }, at, backAt);
  }).flat();
}

function lendAndReturn({ dice }: KeyLoansParts, loan: KeyLoan, at: number, backAt: number): Act[] {
  const plan = Symbol('key loan');
  const [first] = loan.keys;
  const back: Act =
    first && dice.chance(80)
      ? { at: backAt, do: 'scanCode', code: first.tag }
      : { at: backAt, do: 'returnKeys', loan: plan, lines: null };
  return [{ at, do: 'lendKeys', loan: plan, form: loan }, back];
}

/** A loan with the purpose and the authority that its keys ask for; a tenant's spare goes to its own contact. */
function loanOf({ dice, authoriserOf }: KeyLoansParts, keys: readonly SampleKey[], by: KeyBorrower): KeyLoan {
  const [key] = keys;
  const contact = key?.tenant ? authoriserOf(key.tenant) : null;
  const kind = (key?.kind ?? 'common') as LentKind;
  return {
    ...{ kind: 'lent', keys, dueAt: null, printSlip: dice.chance(70) },
    by: kind === 'deposited' && contact !== null ? { contact } : by,
    authorisedBy: contact,
    purpose: dice.pick(words.purposes[kind]),
  };
}

function planOpen(parts: KeyLoansParts, shelf: Shelf, open: readonly Person[]): Act[] {
  const { dice, now } = parts;
  const workers = open.map((worker) => ({ worker, company: dice.pick(companies.contractors) }));
  const dues = [
    ...Array.from({ length: IN_TIME }, () => now + dice.between(90, 300) * MINUTE),
    ...Array.from({ length: DUE_SOON }, () => now + dice.between(15, 50) * MINUTE),
    ...OVERDUE.map((minutes) => now - minutes * MINUTE),
  ];
  const loans = dues.map((dueAt, nth): Act => {
    const worker = workers[nth];
    if (!worker) throw new RangeError('too few workers for the open loans');
    const lentAt = Math.min(now - dice.between(10, 100) * MINUTE, dueAt - HOUR);
    const keys = nth === 0 ? [shelf.take('common'), shelf.take('common')] : [shelf.take(dice.pick(LENT_OUT))];
    const form = { ...loanOf(parts, keys, worker), dueAt };
    return { at: lentAt, do: 'lendKeys', loan: Symbol('open key loan'), form };
  });
  return [...loans, ...planIncomplete(parts, shelf.take('vacant', 3), workers.at(-1))];
}

const LENT_OUT = ['common', 'plant', 'vacant'] as const;

/** Of a set of three two came back. */
function planIncomplete(parts: KeyLoansParts, key: SampleKey, by: KeyBorrower | undefined): Act[] {
  const { now } = parts;
  if (!by) return [];
  const loan = Symbol('incomplete set');
  const form = { ...loanOf(parts, [key], by), dueAt: now + 2 * HOUR };
  const lines = [{ key: key.id, pieces: key.pieces - 1 }];
  return [
    { at: now - 2 * HOUR, do: 'lendKeys', loan, form },
    { at: now - HOUR, do: 'returnKeys', loan, lines },
  ];
}

/** Issued for good 领用, weeks ago. */
function planIssued(parts: KeyLoansParts, shelf: Shelf, day: BusinessDay | undefined): Act[] {
  const { dice, calendar } = parts;
  if (day === undefined) return [];
  return Array.from({ length: ISSUED }, (_, nth): Act => {
    const staff = STAFF[nth % STAFF.length] ?? '';
    const form: KeyLoan = {
      ...loanOf(parts, [shelf.take('common')], { staff }),
      ...{ kind: 'issued', purpose: dice.pick(words.issued) },
    };
    const at = calendar.at(day, '09:00') + nth * 5 * MINUTE;
    return { at, do: 'lendKeys', loan: Symbol('issued key'), form };
  });
}

/** On their way to the sky lobby. */
function planSent({ now }: KeyLoansParts, shelf: Shelf): Act[] {
  return Array.from({ length: SENT }, (_, nth): Act => {
    const key = shelf.take('common').id;
    return { at: now - (50 - nth) * MINUTE, do: 'sendKey', by: SUPERVISOR, key, to: 'L33' };
  });
}
