// A key's own state as the fold of its events. That it is out is what its open loans say, not this.
import type { BorrowerKind } from '../../../api/borrowers.contract.ts';
import type { KeyKind, KeyOwnState } from '../../../api/key-states.ts';
import type { Folded } from '../../journal/projector.ts';
import { foldKeyCare, isCareEvent } from './key-care.fold.ts';
import type { KeyEvent } from './keys.events.ts';

/** A key as its row holds it. `name`, `opens` and `instruction` are null where the record is locked. */
export interface Key {
  readonly code: string;
  readonly tag: string;
  /** The number of its RFID tag, hexadecimal. */
  readonly rfid: string | null;
  readonly kind: KeyKind;
  readonly pieces: number;
  readonly copies: number;
  readonly state: KeyOwnState;
  readonly homeDesk: string;
  /** Where it lies, or was last seen. */
  readonly desk: string;
  readonly transferTo: string | null;
  readonly cabinet: string | null;
  readonly hook: string | null;
  readonly units: readonly number[];
  readonly tenant: number | null;
  readonly mayBorrow: readonly BorrowerKind[] | null;
  readonly loanHours: number | null;
  readonly idAsked: boolean;
  readonly seal: string | null;
  readonly name: string | null;
  readonly opens: string | null;
  readonly instruction: string | null;
  readonly clock: number;
}

type Put = Extract<KeyEvent, { type: 'key.put' }>;

/** What the journal said that the state did not allow; staff look at it. */
type KeyIssue = 'NO_BEGINNING' | 'KEY_GONE';

export function foldKey(key: Key | null, event: KeyEvent): Folded<Key> {
  const { clock } = event;
  if (event.type === 'key.put') return { state: put(key, event) };
  if (key === null) return { state: null, issue: 'NO_BEGINNING' };
  if (isCareEvent(event)) return foldKeyCare(key, event);
  const here = { clock, desk: event.desk ?? key.desk };
  // A key that is lost or withdrawn and is seen all the same is looked for by somebody.
  const issue: { readonly issue?: KeyIssue } =
    key.state === 'lost' || key.state === 'retired' ? { issue: 'KEY_GONE' } : {};
  switch (event.type) {
    case 'key.sent':
      return { state: { ...key, ...here, state: 'in_transfer', transferTo: event.body.to }, ...issue };
    case 'key.brought':
      return { state: { ...key, ...here, state: 'in_transfer', transferTo: key.homeDesk }, ...issue };
    case 'key.awaited': {
      const { at: desk } = event.body;
      return { state: { ...key, clock, desk, state: 'in_transfer', transferTo: key.homeDesk }, ...issue };
    }
    case 'key.arrived':
      return { state: arrive({ ...key, ...here }), ...issue };
    case 'key.out_again':
      return { state: { ...key, clock, state: 'in_cabinet', transferTo: null }, ...issue };
    case 'key.retired':
      return { state: { ...key, clock, state: 'retired', transferTo: null } };
  }
}

/** What is put again stays where it is and as it is; only what it is called and where it belongs changes. */
function put(key: Key | null, { body, sealed, clock }: Put): Key {
  const { name = null, opens = null, instruction = null } = sealed ?? {};
  const where = key ?? { state: 'in_cabinet' as const, desk: body.homeDesk, transferTo: null, rfid: null };
  const { state, desk, transferTo, rfid } = where;
  return { ...body, name, opens, instruction, state, desk, transferTo, rfid, clock };
}

/** A desk that takes in what was sent to it is its home from now on; its old hook hangs elsewhere. */
function arrive(key: Key): Key {
  const home = key.desk === key.homeDesk ? {} : { homeDesk: key.desk, cabinet: null, hook: null };
  return { ...key, ...home, state: 'in_cabinet', transferTo: null };
}
