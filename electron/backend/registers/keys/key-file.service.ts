// The key file, kept by a supervisor: each action is one command, and nothing at all where it is refused.
import type { KeyForm, keyFileErrors, RETIRED_BECAUSE } from '../../../api/keys-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import { findByScanCode } from '../../devices/scan-codes.store.ts';
import { createFreshness } from '../../places/places-file.service.ts';
import { refusals } from '../../shared/refusal.ts';
import { parseScanCode } from '../../shared/scan-code.ts';
import { tagUidOf } from '../../shared/tag-uid.ts';
import type { Actor } from '../register.ts';
import { keyCareEvents } from './key-care.events.ts';
import { hookKey, keyCodeKey, unitTold, wrongSpare } from './key-file.rules.ts';
import type { KeysParts, PlacesOnFile } from './keys.parts.ts';
import { stateOf } from './keys.rules.ts';
import { takeInLost } from './key-loans.steps.ts';
import { keyEvents } from './keys.events.ts';
import { putKey } from './keys.file.ts';
import type { Key } from './keys.fold.ts';
import type { StoredKey } from './keys.row.ts';
import { findHeldKey, listHeldKeys, listKeysByRfid, type HeldKey } from './keys.store.ts';

type PutInput = KeyForm & {
  readonly commandId: string;
  readonly record: number | null;
  readonly revision: number | null;
  readonly tag: string | null;
};
type KeyInput = { readonly commandId: string; readonly key: number };
type RetireInput = KeyInput & {
  readonly why: (typeof RETIRED_BECAUSE)[number];
  readonly note: string | null;
};

const refuse = refusals<typeof keyFileErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyFileService(parts: KeysParts) {
  const { journal, random, slips } = parts;
  const fresh = createFreshness(journal, 'key');

  function put(actor: Actor, input: PutInput): { id: number } {
    return journal.command({ action: 'keys.putKey', input }, actor.author, (command) => {
      const { commandId: _c, record, revision, tag: typed, ...form } = input;
      const { tx } = command;
      const before = record === null ? undefined : fresh(tx, findHeldKey(tx, record), revision ?? 0, formOf);
      checkForm(tx, form, before);
      const bound = typed === null ? null : freeTag(parts, tx, typed, record);
      const tag = bound?.by === 'code' ? bound.tag : (before?.tag ?? null);
      const id = putKey(command, random, record, { ...form, tag });
      if (bound?.by === 'rfid') command.append(keyCareEvents, id, bind(bound));
      return { id };
    });
  }

  function checkForm(db: Db, form: KeyForm, before: HeldKey | undefined): void {
    const { desks, units } = parts.placesOnFile(db);
    const moved = before !== undefined && before.homeDesk !== form.homeDesk;
    // A key goes to another desk by being sent there.
    if (moved || !desks.some(({ code }) => code === form.homeDesk)) throw wrong('homeDesk');
    const codes = form.units.map((id) => units.find((unit) => unit.id === id)?.code);
    if (codes.includes(undefined)) throw wrong('units');
    const told = unitTold(
      form.code,
      codes.filter((code) => code !== undefined),
    );
    if (told !== null) throw refuse('CODE_TELLS', { field: 'code', unit: told });
    checkSpare(parts.placesOnFile(db), form, before);
    checkFree(db, form, before?.id ?? null);
  }

  function bindTag(actor: Actor, input: KeyInput & { readonly tag: string }): { id: number } {
    return journal.command({ action: 'keys.bindTag', input }, actor.author, (command) => {
      const key = onFile(command.tx, input.key);
      command.append(keyCareEvents, key.id, bind(freeTag(parts, command.tx, input.tag, key.id)));
      return { id: key.id };
    });
  }

  function printTag(actor: Actor, input: KeyInput): { id: number; printJob: number } {
    const done = journal.command({ action: 'keys.printTag', input }, actor.author, (command) => {
      const { id } = onFile(command.tx, input.key);
      command.append(keyCareEvents, id, { type: 'key.tag_printed', body: {}, sealed: null });
      const order = { record: id, kind: 'keyTag', language: actor.language, reprint: 0 };
      return { id, printJob: slips.enqueue(command.tx, order) };
    });
    slips.wake();
    return done;
  }

  /** 停用: what is with somebody or lost comes first. Its hook is free from then on. */
  function retire(actor: Actor, input: RetireInput): { id: number } {
    return journal.command({ action: 'keys.retireKey', input }, actor.author, (command) => {
      const key = onFile(command.tx, input.key);
      const state = stateOf(key, key.holders);
      if (state !== 'in_cabinet' && state !== 'in_transfer' && state !== 'found') {
        throw refuse('KEY_AWAY', { key: key.id, state });
      }
      const { why, note } = input;
      command.append(keyEvents, key.id, { type: 'key.retired', body: { why }, sealed: { note } });
      return { id: key.id };
    });
  }

  /** In use again, here: at another desk it goes home first. A tag that another key wears by now is bound anew before. */
  function reinstate(actor: Actor, input: KeyInput & { readonly reason: string }): { id: number } {
    return journal.command({ action: 'keys.reinstateKey', input }, actor.author, (command) => {
      const key = onFile(command.tx, input.key);
      if (key.state !== 'retired')
        throw refuse('KEY_AWAY', { key: key.id, state: stateOf(key, key.holders) });
      const wearer = key.rfid === null ? undefined : inUseWith(command.tx, key.rfid);
      if (wearer) throw refuse('KEY_TAKEN', { field: 'tag', key: wearer.id, code: wearer.code });
      if (!isHookFree(command.tx, key, key.id)) {
        // Another key hangs there by now: this one gets its hook when it is edited.
        putKey(command, random, key.id, {
          ...formOf(key),
          name: key.name ?? key.code,
          tag: key.tag,
          hook: null,
        });
      }
      takeInLost(command, key.id, parts.clock.now());
      const { reason } = input;
      command.append(keyCareEvents, key.id, { type: 'key.reinstated', body: {}, sealed: { reason } });
      if (actor.author.desk !== null && actor.author.desk !== key.homeDesk) {
        command.append(keyEvents, key.id, { type: 'key.brought', body: {}, sealed: null });
      }
      return { id: key.id };
    });
  }

  return { put, bindTag, printTag, retire, reinstate };
}

/** A key as its form holds it: what two revisions are compared in. */
export function formOf(key: Omit<Key, 'id'>) {
  const { code, name, opens, units, kind, pieces, copies, homeDesk, cabinet, hook, mayBorrow } = key;
  const { loanHours, idAsked, instruction, tenant, seal } = key;
  return {
    ...{ code, name, opens, kind, pieces, copies, homeDesk, cabinet, hook, loanHours, idAsked },
    ...{ instruction, tenant, seal, units: [...units], mayBorrow: mayBorrow && [...mayBorrow] },
  };
}

function wrong(field: 'homeDesk' | 'units' | 'tenant' | 'seal' | 'tag') {
  return refuse('FIELD_WRONG', { field });
}

function onFile(db: Db, id: number): HeldKey {
  const key = findHeldKey(db, id);
  if (!key) throw refuse.notFound('key');
  return key;
}

/** Whose spare it is, and its seal: that of a bag on file is opened and made new by two persons, not typed over. */
function checkSpare({ tenants }: PlacesOnFile, form: KeyForm, before: StoredKey | undefined): void {
  const field = wrongSpare(form);
  if (field !== null) throw wrong(field);
  const { tenant } = form;
  if (tenant !== null && tenant !== before?.tenant && !tenants.some(({ id }) => id === tenant)) {
    throw wrong('tenant');
  }
  if (before?.kind === 'deposited' && before.seal !== form.seal) throw wrong('seal');
}

/** Its code is nobody else's, also not of a retired key; its hook no other key's in use. */
function checkFree(db: Db, form: KeyForm, own: number | null): void {
  const others = listHeldKeys(db).filter(({ id }) => id !== own);
  const code = keyCodeKey(form.code);
  const namesake = others.find((key) => keyCodeKey(key.code) === code);
  if (namesake) throw refuse('KEY_TAKEN', { field: 'code', key: namesake.id, code: namesake.code });
  const hook = hookKey(form);
  const neighbour = others.find((key) => key.state !== 'retired' && hook !== null && hookKey(key) === hook);
  if (neighbour) throw refuse('KEY_TAKEN', { field: 'hook', key: neighbour.id, code: neighbour.code });
}

function isHookFree(db: Db, at: StoredKey, own: number): boolean {
  const hook = hookKey(at);
  return (
    hook === null ||
    !listHeldKeys(db).some((key) => key.id !== own && key.state !== 'retired' && hookKey(key) === hook)
  );
}

function inUseWith(db: Db, rfid: string): HeldKey | undefined {
  return listKeysByRfid(db, rfid).find(({ state }) => state !== 'retired');
}

type Bound = { readonly by: 'code'; readonly tag: string } | { readonly by: 'rfid'; readonly rfid: string };

/** Reads a tag that nothing else wears. Throws FIELD_WRONG, KEY_TAKEN or TAG_TAKEN. */
function freeTag({ wearerOf }: KeysParts, db: Db, typed: string, own: number | null): Bound {
  const rfid = tagUidOf(typed);
  const read = parseScanCode(typed);
  if (rfid === null && !(read.ok && read.kind === 'keyTag')) throw wrong('tag');
  const holders =
    rfid === null
      ? findByScanCode(db, read.ok ? read.code : '').flatMap((id) => findHeldKey(db, id) ?? [])
      : listKeysByRfid(db, rfid);
  // The tag of a key that is out of use hangs on whichever comes after it.
  const other = holders.find(({ id, state }) => id !== own && state !== 'retired');
  if (other) throw refuse('KEY_TAKEN', { field: 'tag', key: other.id, code: other.code });
  if (rfid === null) return { by: 'code', tag: read.ok ? read.code : '' };
  const worn = wearerOf(db, rfid, own);
  if (worn) throw refuse('TAG_TAKEN', { field: 'tag', wearer: worn.wearer, number: worn.number });
  return { by: 'rfid', rfid };
}

function bind(body: Bound) {
  return { type: 'key.tag_bound', body, sealed: null } as const;
}
