// Bags of deposited spares 寄存: opened by two persons, sealed again under a new number.
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { keyCaseErrors, UNSEAL_GROUNDS } from '../../../api/key-cases.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { keyCareEvents } from './key-care.events.ts';
import { isSameSeal } from './key-seals.rules.ts';
import { authorisersOf, needShift } from './keys.checks.ts';
import type { KeysParts } from './keys.parts.ts';
import { stateOf } from './keys.rules.ts';
import { findHeldKey, listHeldKeys, type HeldKey } from './keys.store.ts';

type SealInput = { readonly commandId: string; readonly key: number; readonly seal: string };
type OpenInput = SealInput & {
  readonly ground: (typeof UNSEAL_GROUNDS)[number];
  readonly consentBy: number | null;
  readonly approval: string | null;
};

const refuse = refusals<typeof keyCaseErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeySealsService(parts: KeysParts) {
  const { journal, approvals } = parts;

  function open(actor: Actor, input: OpenInput): { id: number } {
    const { seal, ground, consentBy, approval, commandId } = input;
    const done = journal.command({ action: 'keys.openSeal', input }, actor.author, (command) => {
      if (ground !== 'emergency') needShift(actor);
      const key = spareIn(command, input.key, 'sealed');
      if (!isSameSeal(seal, key.seal ?? '')) {
        throw refuse('SEAL_WRONG', { field: 'seal', expected: key.seal ?? '' });
      }
      const consent = authorisersOf(parts, key)?.find(({ id }) => id === consentBy);
      if (ground === 'consent' && !consent) throw refuse('CONSENT_NEEDED', { field: 'consentBy' });
      // Two persons, whoever the first one is: a supervisor needs somebody beside them too.
      const what = { right: 'keys.unseal', record: key.id, commandId } as const;
      const second = approvals.use(command, { ...actor, role: null }, what, approval);
      // Nobody approves in an emergency but a witness who is only named: no tenant's consent stands on that.
      const isAlone = second === null ? ground === 'consent' : second === actor.author.staff;
      if (isAlone) {
        throw refuse('SECOND_PERSON', { field: 'approver' });
      }
      command.append(keyCareEvents, key.id, {
        type: 'key.seal_opened',
        body: { seal: key.seal ?? '', ground, consentBy: consent?.id ?? null },
        sealed: { consentName: consent?.name ?? null },
      });
      return { id: key.id };
    });
    approvals.spend(approval);
    return done;
  }

  function reseal(actor: Actor, input: SealInput): { id: number } {
    return journal.command({ action: 'keys.reseal', input }, actor.author, (command) => {
      const key = spareIn(command, input.key, 'open');
      const { seal } = input;
      const used = [...sealsOf(command.tx, key.id), ...sealsOnFile(command.tx)];
      if (used.some((other) => isSameSeal(seal, other))) throw refuse('SEAL_USED', { field: 'seal' });
      command.append(keyCareEvents, key.id, { type: 'key.resealed', body: { seal }, sealed: null });
      return { id: key.id };
    });
  }

  return { open, reseal };
}

/** A spare that lies in this cabinet, its bag sealed or open. Throws NOT_FOUND, KEY_ELSEWHERE or KEY_STATE. */
function spareIn({ tx, author }: Command, id: number, bag: 'sealed' | 'open'): HeldKey {
  const key = findHeldKey(tx, id);
  if (!key) throw refuse.notFound('key');
  const state = stateOf(key, key.holders);
  const isIn = state === 'in_cabinet';
  if (isIn && key.desk !== author.desk) throw refuse('KEY_ELSEWHERE', { key: id, desk: key.desk });
  if (key.kind !== 'deposited' || !isIn || (bag === 'sealed') !== (key.seal !== null)) {
    throw refuse('KEY_STATE', { key: id, state });
  }
  return key;
}

/** Every number that its bag ever had. */
function sealsOf(db: Db, key: number): string[] {
  return listRecordEvents(db, key).flatMap(({ wire }) => {
    const seal = decodeWire(wire)?.body['seal'];
    return typeof seal === 'string' ? [seal] : [];
  });
}

function sealsOnFile(db: Db): string[] {
  return listHeldKeys(db).flatMap(({ seal }) => seal ?? []);
}
