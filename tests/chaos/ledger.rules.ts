// What must be true after a kill, judged from what was acknowledged, what the file holds and what lies on paper.

/** A command that the desk sent. `answer` is what it was told; null while nobody knows whether it was done. */
export interface Sent {
  readonly commandId: string;
  readonly kind:
    | 'register'
    | 'leave'
    | 'reopen'
    | 'reprint'
    | 'expect'
    | 'arrive'
    | 'giveCard'
    | 'returnCard';
  /** The visit that it made or changed; null while unknown. */
  readonly visit: number | null;
  /** The turnstile card that it gave out or took in. */
  readonly card: string | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
}

/** What the database file holds, read by nobody but the check. */
export interface Kept {
  /** The visits' events in the order of the journal. */
  readonly events: readonly {
    readonly commandId: string | null;
    readonly record: number;
    readonly type: string;
  }[];
  /** What each command was answered, by command id. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly visits: readonly {
    readonly id: number;
    readonly number: string;
    readonly passCode: string;
    readonly state: string;
  }[];
  /** Of passes and of deposit receipts. `number` is what stands on the paper. */
  readonly jobs: readonly {
    readonly id: number;
    readonly number: string;
    readonly kind: PaperKind;
    readonly reprint: number;
    readonly state: string;
  }[];
  /** Turnstile cards that are not in the drawer, and the visits that have them. */
  readonly cards: readonly { readonly card: string; readonly visit: number }[];
  readonly journals: number;
}

/** A pass, and the two copies of a receipt. */
export type PaperKind = 'visitPass' | 'depositReceipt' | 'depositReceiptDesk';

/** A whole paper that came out of the printer. */
export interface Paper {
  readonly number: string;
  readonly kind: PaperKind;
  readonly reprint: number;
}

const CREATES: ReadonlySet<Sent['kind']> = new Set(['register', 'expect']);
const STATE_AFTER: Readonly<Record<Sent['kind'], string | null>> = {
  ...{ register: 'on_site', leave: 'left', reopen: 'on_site', reprint: null, expect: 'expected' },
  ...{ arrive: 'on_site', giveCard: null, returnCard: null },
};

/** Everything that is wrong, in words; empty when the file holds what was acknowledged, once, and nothing else. */
export function findFaults(ledger: readonly Sent[], kept: Kept): string[] {
  return [
    ...(kept.journals === 1 ? [] : [`there are ${kept.journals} journals: a kill must not begin a new one`]),
    ...ledger.flatMap((sent) => (sent.answer === null ? [] : lost(sent, kept))),
    ...doubles(ledger, kept),
    ...strayVisits(ledger, kept),
    ...wrongStates(ledger, kept),
    ...wrongCards(ledger, kept),
    ...gaps(kept.visits.map(({ number }) => number)),
  ];
}

/** A paper is there once for every job that was printed, and never twice for one job. */
export function findPaperFaults(kept: Kept, papers: readonly Paper[]): string[] {
  const known = new Set<string>();
  const faults = kept.jobs.flatMap(({ id, state, ...job }) => {
    const { number } = job;
    known.add(placeOf(job));
    const times = papers.filter((paper) => placeOf(paper) === placeOf(job)).length;
    if (times > 1) return [`${number} was printed ${times} times for job ${id}, which nobody asked for`];
    return state === 'printed' && times === 0 ? [`job ${id} says printed, and ${number} is on no paper`] : [];
  });
  const strangers = papers.filter((paper) => !known.has(placeOf(paper)));
  return [...faults, ...strangers.map(({ number }) => `${number} is on paper and belongs to no job`)];
}

const placeOf = ({ number, kind, reprint }: Paper): string => `${number}#${kind}#${reprint}`;

/** What was acknowledged is kept, with the answer that was given. */
export function lost(
  sent: Pick<Sent, 'commandId' | 'answer'> & { readonly kind: string },
  { answers }: Pick<Kept, 'answers'>,
): string[] {
  const kept = answers.get(sent.commandId);
  if (!kept) return [`${sent.kind} ${sent.commandId} was acknowledged and is not there`];
  return isSame(kept, sent.answer ?? {})
    ? []
    : [`${sent.kind} ${sent.commandId} was answered otherwise than it is kept`];
}

/** What is told is shaped by the contract: its members stand in another order, and some are read after the command. */
function isSame(kept: Readonly<Record<string, unknown>>, told: Readonly<Record<string, unknown>>): boolean {
  const shared = Object.keys(kept).filter((key) => key in told);
  return 'id' in told && shared.every((key) => JSON.stringify(kept[key]) === JSON.stringify(told[key]));
}

/** Each command appends one event: none is missing for a kept answer, none is there twice, none without a command. */
function doubles(ledger: readonly Sent[], { events, answers }: Kept): string[] {
  const times = new Map<string, number>();
  for (const { commandId } of events) {
    if (commandId !== null) times.set(commandId, (times.get(commandId) ?? 0) + 1);
  }
  return ledger.flatMap(({ commandId, kind }) => {
    const expected = answers.has(commandId) ? 1 : 0;
    const found = times.get(commandId) ?? 0;
    return found === expected
      ? []
      : [`${kind} ${commandId} is in the journal ${found} times, not ${expected}`];
  });
}

function strayVisits(ledger: readonly Sent[], { visits, answers }: Kept): string[] {
  const made = ledger.filter(({ kind, commandId }) => CREATES.has(kind) && answers.has(commandId)).length;
  return visits.length === made ? [] : [`${visits.length} visits for ${made} registrations`];
}

/** A card is with whom it was acknowledged to be, and with nobody besides. */
function wrongCards(ledger: readonly Sent[], { cards }: Kept): string[] {
  const where = new Map<string, number | null>();
  const open = new Set(
    ledger.flatMap(({ card, answer }) => (card !== null && answer === null ? [card] : [])),
  );
  for (const { kind, visit, card, answer } of ledger) {
    if (card !== null && answer !== null) where.set(card, kind === 'giveCard' ? visit : null);
  }
  const found = Map.groupBy(cards, ({ card }) => card);
  const twice = [...found].filter(([, held]) => held.length > 1);
  return [
    ...twice.map(([card, held]) => `card ${card} is with ${held.length} visits`),
    ...[...where].flatMap(([card, visit]) => {
      const holder = found.get(card)?.[0]?.visit ?? null;
      if (open.has(card) || holder === visit) return [];
      return [`card ${card} should be ${whereabouts(visit)} and is ${whereabouts(holder)}`];
    }),
  ];
}

const whereabouts = (visit: number | null): string =>
  visit === null ? 'in the drawer' : `with visit ${visit}`;

/** The state of each visit is what the last acknowledged command made of it, unless another one is still open. */
function wrongStates(ledger: readonly Sent[], { visits }: Kept): string[] {
  const expected = new Map<number, string>();
  const open = new Set(
    ledger.flatMap(({ visit, answer }) => (visit !== null && answer === null ? [visit] : [])),
  );
  for (const { visit, kind, answer } of ledger) {
    const state = STATE_AFTER[kind];
    if (visit !== null && answer !== null && state !== null) expected.set(visit, state);
  }
  const found = new Map(visits.map(({ id, state }) => [id, state]));
  return [...expected]
    .filter(([visit, state]) => !open.has(visit) && found.get(visit) !== state)
    .map(([visit, state]) => `visit ${visit} should be ${state} and is ${found.get(visit) ?? 'gone'}`);
}

/** Numbers run from 1 without gaps or doubles, for each desk and day. */
export function gaps(numbers: readonly string[]): string[] {
  const series = Map.groupBy(numbers, (number) => number.slice(0, number.lastIndexOf('-')));
  return [...series].flatMap(([name, group]) => {
    const counts = group.map((number) => Number(number.slice(name.length + 1))).toSorted((a, b) => a - b);
    const at = counts.findIndex((count, index) => count !== index + 1);
    return at === -1 ? [] : [`${name} jumps or repeats at place ${at + 1}: ${counts[at]}`];
  });
}
