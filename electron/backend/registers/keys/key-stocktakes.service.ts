// Counts the keys of a desk 盘点: begun, gone on with at will, finished when every difference has an answer.
import type { Finding, stocktakeErrors } from '../../../api/key-stocktake.contract.ts';
import type { Db } from '../../database/handle.ts';
import { findByScanCode } from '../../devices/scan-codes.store.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import { parseScanCode } from '../../shared/scan-code.ts';
import { tagUidOf } from '../../shared/tag-uid.ts';
import type { Actor } from '../register.ts';
import { keyStocktakeEvents } from './key-stocktakes.events.ts';
import { movesSince } from './key-stocktakes.moves.ts';
import { findingOf, isExpected, isInScope } from './key-stocktakes.rules.ts';
import { findStocktake, listOpenStocktakes, type StoredStocktake } from './key-stocktakes.store.ts';
import type { KeysParts } from './keys.parts.ts';
import { findHeldKey, listHeldKeys, listKeysByRfid, type HeldKey } from './keys.store.ts';

type Claim = { readonly commandId: string };
type BeginInput = Claim & { readonly desk: string; readonly cabinet: string | null };
type CountInput = Claim & {
  readonly stocktake: number;
  readonly what: { readonly key: number } | { readonly code: string };
  readonly how: 'scan' | 'hook';
  readonly present: boolean;
};
type FinishInput = Claim & {
  readonly stocktake: number;
  readonly carried: readonly { readonly key: number; readonly reason: string | null }[];
};

const refuse = refusals<typeof stocktakeErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyStocktakesService({ journal, deskExists }: KeysParts) {
  function begin(actor: Actor, input: BeginInput): { id: number } {
    return journal.command({ action: 'keys.beginStocktake', input }, actor.author, (command) => {
      const { desk, cabinet } = input;
      if (!deskExists(desk)) throw refuse('NOTHING_HERE', { field: 'desk' });
      const open = listOpenStocktakes(command.tx).find(
        (each) => each.desk === desk && each.cabinet === cabinet,
      );
      if (open) return { id: open.id };
      if (!listHeldKeys(command.tx).some((key) => isInScope({ desk, cabinet }, key))) {
        throw refuse('NOTHING_HERE', { field: cabinet === null ? 'desk' : 'cabinet' });
      }
      const id = command.newRecord();
      const body = { desk, cabinet };
      command.append(keyStocktakeEvents, id, { type: 'key_stocktake.begun', body, sealed: null });
      return { id };
    });
  }

  function count(actor: Actor, input: CountInput): { id: number; key: number; finding: Finding | null } {
    return journal.command({ action: 'keys.countKey', input }, actor.author, (command) => {
      const stocktake = openOne(command.tx, input.stocktake);
      const { how, present, what } = input;
      const key = 'key' in what ? findHeldKey(command.tx, what.key) : keyByTag(command.tx, what.code);
      if (!key) throw refuse.notFound('key');
      const expected = isExpected(stocktake, key);
      const body = { key: key.id, how, present, expected };
      command.append(keyStocktakeEvents, stocktake.id, { type: 'key_stocktake.counted', body, sealed: null });
      return { id: stocktake.id, key: key.id, finding: findingOf(body, expected) };
    });
  }

  function uncount(
    actor: Actor,
    input: Claim & { readonly stocktake: number; readonly key: number },
  ): { id: number } {
    return journal.command({ action: 'keys.uncountKey', input }, actor.author, (command) => {
      const { id } = openOne(command.tx, input.stocktake);
      const body = { key: input.key };
      command.append(keyStocktakeEvents, id, { type: 'key_stocktake.uncounted', body, sealed: null });
      return { id };
    });
  }

  /** What was made good since it was counted is written down as such; what still differs needs a reason. */
  function finish(actor: Actor, input: FinishInput): { id: number } {
    return journal.command({ action: 'keys.finishStocktake', input }, actor.author, (command) => {
      const stocktake = openOne(command.tx, input.stocktake);
      const judged = judgeAll(command.tx, stocktake);
      const reasons = new Map(input.carried.map(({ key, reason }) => [key, reason]));
      const open = judged.filter(({ key, finding }) => finding !== null && !reasons.get(key.id));
      if (open.length > 0) throw refuse('DIFFERENCES_OPEN', { keys: open.map(({ key }) => key.id) });
      append(command, stocktake, judged, reasons);
      return { id: stocktake.id };
    });
  }

  return { begin, count, uncount, finish };
}

/** A key of a stocktake, and what count and book say of it. */
export interface Judged {
  readonly key: HeldKey;
  /** Whether it should hang here by the book, now. */
  readonly expected: boolean;
  readonly counted: 'present' | 'absent' | null;
  readonly finding: Finding | null;
  /** What was amiss when it was counted and is made good by now. */
  readonly madeGood: Finding | null;
}

/** Every key that the stocktake is about, and whatever else was found hanging. */
export function judgeAll(db: Db, stocktake: StoredStocktake): Judged[] {
  const counts = new Map(stocktake.counts.map((count) => [count.key, count]));
  let moves: ((key: number) => boolean) | undefined;
  // Whatever moved since it was counted was dealt with then, wherever it is by now.
  const isAnswered = (key: number): boolean => (moves ??= movesSince(db, stocktake.id))(key);
  return listHeldKeys(db)
    .filter((key) => counts.has(key.id) || isInScope(stocktake, key))
    .map((key) => {
      const count = counts.get(key.id);
      const expected = isExpected(stocktake, key);
      const differs = findingOf(count, expected);
      const finding = count && differs !== null && isAnswered(key.id) ? null : differs;
      const then = count ? findingOf(count, count.expected) : null;
      const counted = count ? (count.present ? 'present' : 'absent') : null;
      return { key, expected, counted, finding, madeGood: finding === null ? then : null };
    });
}

function append(
  command: Command,
  { id }: StoredStocktake,
  judged: readonly Judged[],
  reasons: ReadonlyMap<number, string | null>,
): void {
  const differences = judged.flatMap(({ key, finding, madeGood }) => {
    if (finding !== null) return { key: key.id, finding, how: 'carried' as const };
    return madeGood === null ? [] : { key: key.id, finding: madeGood, how: 'resolved' as const };
  });
  command.append(keyStocktakeEvents, id, {
    type: 'key_stocktake.finished',
    body: {
      expected: judged.filter(({ expected }) => expected).length,
      present: judged.filter(({ counted }) => counted === 'present').length,
      differences,
    },
    sealed: {
      reasons: differences.map(({ key, how }) => (how === 'carried' ? (reasons.get(key) ?? null) : null)),
    },
  });
}

function openOne(db: Db, id: number): StoredStocktake {
  const stocktake = findStocktake(db, id);
  if (!stocktake) throw refuse.notFound('key_stocktake');
  if (stocktake.finishedAt !== null) throw refuse('STOCKTAKE_OVER', { stocktake: id });
  return stocktake;
}

/** Throws TAG_UNKNOWN for what is no tag of a key on file. */
function keyByTag(db: Db, text: string): HeldKey {
  const read = parseScanCode(text);
  const rfid = tagUidOf(text);
  const found =
    rfid !== null
      ? listKeysByRfid(db, rfid)
      : read.ok
        ? findByScanCode(db, read.code).flatMap((id) => findHeldKey(db, id) ?? [])
        : [];
  const [key] = found.toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'));
  if (!key) throw refuse('TAG_UNKNOWN', { code: read.ok ? read.code : (rfid ?? '') });
  return key;
}
