// What its tag, its seal and its loss make of a key. Pure: of the key's own events and nothing else.
import type { KeyOwnState } from '../../../api/key-states.ts';
import { keyCareEvents, type KeyCareEvent } from './key-care.events.ts';

/** What of a key these events change. */
interface Cared {
  readonly state: KeyOwnState;
  readonly desk: string;
  readonly transferTo: string | null;
  readonly tag: string;
  readonly rfid: string | null;
  readonly seal: string | null;
  readonly clock: number;
}

/** What the journal said that the state did not allow; staff look at it. */
type KeyCareIssue = 'KEY_GONE' | 'SEAL_DIFFERS' | 'SEALED_TWICE' | 'FOUND_NOT_LOST' | 'NOT_RETIRED';

interface CaredFor<Key> {
  readonly state: Key;
  readonly issue?: KeyCareIssue;
}

export function isCareEvent(event: { readonly type: string }): event is KeyCareEvent {
  return event.type in keyCareEvents;
}

/** A key is seen by whichever desk writes; what the state did not allow is done all the same, and looked at. */
export function foldKeyCare<Key extends Cared>(key: Key, event: KeyCareEvent): CaredFor<Key> {
  const { clock } = event;
  const now = { ...key, clock };
  const here = { ...now, desk: event.desk ?? key.desk, transferTo: null };
  switch (event.type) {
    case 'key.tag_bound':
      return {
        state: event.body.by === 'code' ? { ...now, tag: event.body.tag } : { ...now, rfid: event.body.rfid },
      };
    case 'key.tag_printed':
      return { state: now };
    case 'key.seal_opened':
      // Two desks that opened one bag, or another bag than the file says: somebody looks into both.
      return said({ ...now, seal: null }, key.seal !== event.body.seal && 'SEAL_DIFFERS');
    case 'key.resealed':
      return said({ ...now, seal: event.body.seal }, key.seal !== null && 'SEALED_TWICE');
    case 'key.lost':
      return said({ ...now, state: 'lost' }, (key.state === 'lost' || key.state === 'retired') && 'KEY_GONE');
    case 'key.not_lost': {
      const state = key.transferTo === null ? ('in_cabinet' as const) : ('in_transfer' as const);
      return said(
        { ...now, state: key.state === 'lost' ? state : key.state },
        key.state !== 'lost' && 'FOUND_NOT_LOST',
      );
    }
    case 'key.found':
      return said({ ...here, state: 'found' }, key.state !== 'lost' && 'FOUND_NOT_LOST');
    case 'key.hung_up':
      return said({ ...here, state: 'in_cabinet' }, key.state === 'retired' && 'KEY_GONE');
    case 'key.reinstated':
      return said({ ...here, state: 'in_cabinet' }, key.state !== 'retired' && 'NOT_RETIRED');
  }
}

function said<Key>(state: Key, issue: KeyCareIssue | false): CaredFor<Key> {
  return issue === false ? { state } : { state, issue };
}
