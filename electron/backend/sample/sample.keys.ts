// The sample building's keys: six hundred of them, hook by hook in the cabinets of its three desks.
import words from '../../../resources/sample/keys.json' with { type: 'json' };
import type { KeyKind } from '../../api/key-states.ts';
import type { Command } from '../journal/command.ts';
import { listUnits, type UnitWithTenant } from '../places/places.store.ts';
import { putKey, type KeyFile } from '../registers/keys/index.ts';
import { newScanCode } from '../shared/scan-code.ts';
import type { Random } from '../shared/random.ts';
import type { Dice } from './sample.dice.ts';

/** A key of the sample, as whoever lends it knows it. */
export interface SampleKey {
  readonly id: number;
  readonly tag: string;
  readonly kind: KeyKind;
  readonly pieces: number;
  readonly desk: string;
  readonly tenant: number | null;
  /** In a bag that is opened by two only. */
  readonly sealed: boolean;
}

const KEYS = 600;
const FLOORS = 40;
const DEPOSITED = 150;
/** Every such spare has no bag. */
const UNBAGGED = 5;
const HOOKS = 80;
const CABINETS = { L1: 'ABCDEF', L2: 'GHJ', L33: 'KLM' };
type Desk = keyof typeof CABINETS;

/** What is still to be given a code, a tag and a hook. */
type Made = Pick<KeyFile, 'kind' | 'pieces' | 'name' | 'opens'> &
  Partial<Pick<KeyFile, 'units' | 'tenant' | 'seal' | 'copies' | 'idAsked'>> & { readonly homeDesk: Desk };

/** Puts the keys on file; the places have to be there. `random` draws the tags. */
export function putSampleKeys(command: Command, dice: Dice, random: Random): SampleKey[] {
  const units = listUnits(command.tx);
  const special = [...vacantKeys(units), ...depositedKeys(units, dice), ...houseKeys()];
  const made = [...special, ...commonKeys().slice(0, KEYS - special.length)];
  const codes = dice.shuffled(Array.from({ length: KEYS }, (_, at) => String(1001 + at)));
  const hung: Record<Desk, number> = { L1: 0, L2: 0, L33: 0 };
  return made.map((key, at) => {
    const { homeDesk, kind, pieces, tenant = null } = key;
    const nth = hung[homeDesk];
    hung[homeDesk] += 1;
    const tag = newScanCode('keyTag', random);
    const file: KeyFile = {
      ...{ copies: 1, units: [], mayBorrow: null, loanHours: null, idAsked: false, seal: null, ...key },
      ...{ tenant, tag, code: codes[at] ?? '', hook: String(1 + (nth % HOOKS)) },
      cabinet: CABINETS[homeDesk].charAt(Math.trunc(nth / HOOKS)),
      instruction: kind === 'common' ? null : words.instructions[kind],
    };
    const id = putKey(command, random, null, file);
    return { id, tag, kind, pieces, desk: homeDesk, tenant, sealed: file.seal !== null };
  });
}

const named = (what: keyof typeof words.names, place: string | number): string =>
  words.names[what].replace('{place}', String(place));

/** The doors of what stands empty, and its meter cupboards. */
function vacantKeys(units: readonly UnitWithTenant[]): Made[] {
  return units
    .filter(({ kind }) => kind === 'vacant')
    .flatMap(({ id, code }): Made[] => {
      const of = { kind: 'vacant' as const, units: [id], homeDesk: 'L1' as const };
      return [
        { ...of, pieces: 3, name: named('doors', code), opens: named('doorsOpen', code) },
        { ...of, pieces: 1, name: named('meters', code), opens: named('metersOpen', code) },
      ];
    });
}

/** Spares that tenants left with the desk, one a tenant: most in a sealed bag, the others to be lent as they ask. */
function depositedKeys(units: readonly UnitWithTenant[], dice: Dice): Made[] {
  const rented = units.filter(({ tenant, kind }) => tenant !== null && kind === 'office');
  const first = [...new Map(rented.toReversed().map((unit) => [unit.tenant, unit])).values()].reverse();
  return first.slice(0, DEPOSITED).map(({ id, code, tenant, short_name }, at): Made => ({
    ...{ kind: 'deposited', pieces: dice.chance(30) ? 2 : 1, units: [id], tenant },
    ...{ name: named('spare', code), opens: `${code} ${short_name ?? ''}`.trim() },
    ...{
      seal: at % UNBAGGED === 0 ? null : `FS${String(260_101 + at)}`,
      homeDesk: at % 3 === 0 ? 'L2' : 'L1',
    },
  }));
}

/** Plant rooms, what helps in an emergency, and masters. */
function houseKeys(): Made[] {
  const plant = words.plantLevels.flatMap((level) =>
    words.plant.map((room): Made => {
      const high = words.highLevels.includes(level);
      const name = `${level}${room}`;
      return { kind: 'plant', pieces: 1, name, opens: name, homeDesk: high ? 'L33' : 'L1' };
    }),
  );
  const emergency = Array.from({ length: FLOORS }, (_, at): Made => {
    const name = named('onFloor', at + 1) + (words.emergency[at % words.emergency.length] ?? '');
    return { kind: 'emergency', pieces: 1, name, opens: name, homeDesk: at >= 32 ? 'L33' : 'L1' };
  });
  const masters = words.masters.map((name): Made => {
    return { kind: 'master', pieces: 1, name, opens: name, copies: 2, idAsked: true, homeDesk: 'L1' };
  });
  return [...plant, ...emergency, ...masters];
}

/** Floor by floor: more than there are hooks for. */
function commonKeys(): Made[] {
  return words.common.flatMap((room) =>
    Array.from({ length: FLOORS }, (_, at): Made => {
      const name = named('onFloor', at + 1) + room;
      const homeDesk = at >= 32 ? 'L33' : at % 4 === 0 ? 'L2' : 'L1';
      return { kind: 'common', pieces: 1, name, opens: name, homeDesk };
    }),
  );
}
