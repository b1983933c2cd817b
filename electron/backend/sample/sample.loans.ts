// What the sample lends, and four weeks of lending it: umbrellas over the day, carts for an hour, some of it still out.
import sample from '../../../resources/sample/loans.json' with { type: 'json' };
import property from '../../../resources/sample/property.json' with { type: 'json' };
import type { Condition } from '../../api/loan-states.ts';
import type { LoanForm } from '../../api/loan-forms.ts';
import type { Journal } from '../journal/journal.ts';
import { putLoanItem, putLoanType, setLoanStock, USUAL_LOAN_TYPES } from '../registers/loans/index.ts';
import type { BusinessDay, Calendar } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { HOUR, MINUTE, type Act } from './sample.acts.ts';
import type { Dice } from './sample.dice.ts';
import type { Person } from './sample.people.ts';
import type { Host } from './sample.places.ts';

/** Of what was not paid in cash: every payment of the sample bears it. */
const SAMPLE_REFERENCE = '42000012342026';

/** How a deposit is paid. */
type Method = 'cash' | 'wechat';
type TypeName = keyof typeof sample.stands;

/** A thing of the own desk that one may borrow: an item, or one of a kind that goes by count. */
interface Thing {
  readonly type: number;
  readonly item: number | null;
  readonly hours: number;
  readonly restMinutes: number;
  readonly depositFen: number;
}

export type Things = ReadonlyMap<TypeName, readonly Thing[]>;

/** Puts types, items and counts on file, each desk's by that desk. Answers what the own desk has. */
export function putSampleLoans(journal: Journal, random: Random): Things {
  const things = new Map<TypeName, Thing[]>();
  for (const usual of USUAL_LOAN_TYPES) {
    const name = usual.nameEn as TypeName;
    const { desks, least } = sample.stands[name];
    const file = { ...usual, least };
    const type = at(property.ownDesk, (command) => putLoanType(command, file));
    let number = 0;
    for (const { code: desk } of property.desks) {
      const count: number = desks[desk as keyof typeof desks] ?? 0;
      if (count === 0) continue;
      const items = at(desk, (command) => {
        if (file.tracking === 'count') setLoanStock(command, { type, desk }, count);
        return Array.from({ length: file.tracking === 'count' ? 0 : count }, () => {
          number += 1;
          const asset = `${file.prefix}-${String(number).padStart(3, '0')}`;
          return putLoanItem(command, { type, asset, remark: null }, random);
        });
      });
      if (desk !== property.ownDesk) continue;
      const { loanHours: hours, restMinutes, depositFen } = file;
      const each = file.tracking === 'count' ? Array.from({ length: count }, () => null) : items;
      things.set(
        name,
        each.map((item) => ({ type, item, hours, restMinutes, depositFen })),
      );
    }
  }
  return things;

  function at<T>(desk: string, work: Parameters<typeof journal.system<T>>[1]): T {
    return journal.system({ actor: 'import', staff: null, approver: null, shift: null, desk }, work);
  }
}

export interface LoanStory {
  readonly dice: Dice;
  readonly calendar: Calendar;
  readonly hosts: readonly Host[];
  /** Walk-ins; each borrows once. */
  readonly people: readonly Person[];
  readonly things: Things;
  readonly now: number;
}

/** Of so many loans, these of the kind; how long they last, in minutes. */
const KINDS = {
  Umbrella: 52,
  'Luggage cart': 22,
  'Small tools': 10,
  'Power bank': 16,
  Wheelchair: 4,
  Stroller: 6,
} as const;
const STAYS: Readonly<Record<keyof typeof KINDS, readonly [number, number]>> = {
  Umbrella: [60, 1500],
  'Luggage cart': [15, 100],
  'Small tools': [30, 200],
  'Power bank': [60, 400],
  Wheelchair: [40, 200],
  Stroller: [60, 220],
};
const A_DAY = [4, 9] as const;

/** Everything that is over by now. Nobody has two things at once, so that nothing stands in anybody's way. */
export function planLoans(story: LoanStory, days: readonly BusinessDay[]): Act[] {
  const { dice, calendar, hosts, people, now } = story;
  const walkIns = [...people];
  const busy = new Map<Thing | Host, number>();
  return days.flatMap((day) =>
    Array.from(
      { length: dice.between(...A_DAY) },
      () => calendar.at(day, '08:30') + dice.between(0, 10 * HOUR),
    )
      .toSorted((a, b) => a - b)
      .flatMap((lentAt) => {
        const kind = dice.weighted(KINDS);
        const stay = dice.between(...STAYS[kind]) * MINUTE;
        const host = dice.pick(hosts);
        const asked = thingsOf(story, kind).some(({ depositFen }) => depositFen > 0);
        const walkIn = dice.chance(asked ? 100 : 20) ? walkIns.pop() : undefined;
        const condition = conditionOf(dice, kind);
        const thing = thingsOf(story, kind).find((each) => (busy.get(each) ?? 0) < lentAt);
        const backAt = lentAt + stay;
        if (asked && !walkIn) return [];
        if (!thing || backAt > now - HOUR || (busy.get(host) ?? 0) >= lentAt) return [];
        busy.set(host, backAt);
        busy.set(thing, backAt + (thing.restMinutes + 1) * MINUTE);
        const loan = Symbol('loan');
        const form = formOf(thing, walkIn ? walkInPick(walkIn) : { from: 'contact', contact: host.contact });
        return [
          { at: lentAt, do: 'lendThing', loan, form },
          { at: backAt, do: 'returnThing', loan, condition },
          ...(asked ? [{ at: backAt + 2 * MINUTE, do: 'settleDeposit' as const, loan }] : []),
        ] satisfies Act[];
      }),
  );
}

/** What is out, lost or blocked at this moment: the same number of each, whatever the hour. */
export function planOpenLoans(story: LoanStory, people: readonly Person[]): Act[] {
  const { now } = story;
  const left = [...people];
  const used = new Set<Thing>();
  const out = (kind: TypeName, hoursAgo: number, method: Method = 'cash'): Act => {
    // From the end of the row: the history takes its things from the beginning.
    const thing = thingsOf(story, kind).findLast((each) => !used.has(each));
    const person = left.pop();
    if (!thing || !person) throw new RangeError('the sample lends more than it has');
    used.add(thing);
    const form = formOf(thing, walkInPick(person), method);
    return { at: now - hoursAgo * HOUR, do: 'lendThing', loan: Symbol('open loan'), form };
  };
  const lost = out('Umbrella', 250);
  const wet = out('Umbrella', 6);
  const heldFor = out('Wheelchair', 3);
  const pending = out('Stroller', 5, 'wechat');
  const lendings = [
    ...[lost, wet, out('Umbrella', 75), out('Umbrella', 51), out('Umbrella', 26.5), out('Umbrella', 23.4)],
    ...[out('Umbrella', 9), out('Umbrella', 5), out('Umbrella', 1.2), out('Luggage cart', 3.1)],
    ...[out('Luggage cart', 0.4), out('Small tools', 3.5), out('Power bank', 2), out('Power bank', 0.8)],
    ...[out('Reading copy', 40), out('Wheelchair', 1.5), heldFor, pending],
  ];
  const [broken, stuck] = sample.blocked;
  const block = (kind: TypeName, reason = ''): Act[] => {
    const item = thingsOf(story, kind).findLast((each) => !used.has(each))?.item ?? null;
    return item === null ? [] : [{ at: now - 20 * HOUR, do: 'blockThing', item, reason }];
  };
  return [
    ...lendings,
    ...[loanOf(lost, (loan) => ({ at: now - 200 * HOUR, do: 'loseThing', loan }))],
    ...[loanOf(wet, (loan) => ({ at: now - 10 * MINUTE, do: 'returnThing', loan, condition: 'wet' }))],
    ...[loanOf(heldFor, (loan) => ({ at: now - HOUR, do: 'returnThing', loan, condition: 'ok' }))],
    ...[loanOf(pending, (loan) => ({ at: now - 2 * HOUR, do: 'returnThing', loan, condition: 'ok' }))],
    ...[loanOf(pending, (loan) => ({ at: now - 1.9 * HOUR, do: 'settleDeposit', loan }))],
    ...[...block('Umbrella', broken), ...block('Luggage cart', stuck)],
  ];
}

function loanOf(act: Act, then: (loan: symbol) => Act): Act {
  if (act.do !== 'lendThing') throw new RangeError('only what is lent goes on');
  return then(act.loan);
}

function thingsOf({ things }: LoanStory, kind: TypeName): readonly Thing[] {
  return things.get(kind) ?? [];
}

function conditionOf(dice: Dice, kind: TypeName): Condition {
  return kind === 'Umbrella' && dice.chance(40) ? 'wet' : 'ok';
}

function walkInPick({ name, phone, company, documentType, documentNumber }: Person): LoanForm['borrower'] {
  const person = { kind: 'walkIn' as const, name, phone, company, unit: null };
  return { from: 'new', person, document: { documentType, documentNumber } };
}

function formOf(
  { type, item, depositFen: amountFen }: Thing,
  borrower: LoanForm['borrower'],
  method: Method = 'cash',
): LoanForm {
  const deposit =
    amountFen === 0
      ? null
      : ({ how: 'paid', amountFen, method, reference: method === 'cash' ? null : SAMPLE_REFERENCE } as const);
  return { lines: [{ type, item }], borrower, deposit, remarks: null, printSlip: false };
}
