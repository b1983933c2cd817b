// The sample building: forty floors, who rents which unit, and the people there whom visitors ask for.
import companies from '../../../resources/sample/companies.json' with { type: 'json' };
import sample from '../../../resources/sample/property.json' with { type: 'json' };
import type { Command } from '../journal/command.ts';
import {
  putContact,
  putDesk,
  putProperty,
  putTenant,
  putUnit,
  setOwnDesk,
} from '../places/places.service.ts';
import { createCompanies, type Company } from './sample.companies.ts';
import type { Dice } from './sample.dice.ts';
import { chineseName, foreignName, mobile } from './sample.people.ts';

/** Somebody whom visitors come to see. */
export interface Host {
  readonly contact: number;
  readonly name: string;
  readonly unit: number;
}

const TENANTS = 160;
const FLOORS = 40;
const SHOP_FLOORS = 2;
const UNITS_A_FLOOR = 6;
/** The refuge floor and the transfer floor have plant rooms only. */
const PLANT_FLOORS: ReadonlySet<number> = new Set([15, 33]);
const PLANT_ROOMS = 4;
const VACANT = 20;

interface Room {
  readonly code: string;
  readonly floor: number;
  readonly room: string;
}

/** Puts property, desks, units, tenants and contacts on file. Answers the hosts. */
export function putSamplePlaces(command: Command, property: typeof sample.property, dice: Dice): Host[] {
  putProperty(command, { ...property, sample: true });
  for (const desk of sample.desks) putDesk(command, desk);
  setOwnDesk(command.tx, sample.ownDesk);
  for (const floor of PLANT_FLOORS) {
    for (const room of roomsOf(floor, PLANT_ROOMS)) {
      putUnit(command, { ...room, building: BUILDING, kind: 'plant', tenant: null });
    }
  }
  return letRooms(command, dice);
}

const BUILDING = 'A';

/** Deals the rooms out: most tenants rent one, some the next one too, a few rooms stand empty. */
function letRooms(command: Command, dice: Dice): Host[] {
  const floors = Array.from({ length: FLOORS }, (_, at) => at + 1).filter(
    (floor) => !PLANT_FLOORS.has(floor),
  );
  const rooms = floors.flatMap((floor) => roomsOf(floor, UNITS_A_FLOOR));
  const second = rooms.length - TENANTS - VACANT;
  const fates = dice.shuffled([
    ...Array.from({ length: TENANTS - 1 }, () => 'let' as const),
    ...Array.from({ length: second }, () => 'same' as const),
    ...Array.from({ length: VACANT }, () => 'vacant' as const),
  ]);
  const names = createCompanies(dice);
  const hosts: Host[] = [];
  let tenant: number | null = null;
  for (const [at, room] of rooms.entries()) {
    const fate = at === 0 ? 'let' : fates[at - 1];
    const kind = room.floor <= SHOP_FLOORS ? 'shop' : 'office';
    if (fate === 'vacant') {
      putUnit(command, { ...room, building: BUILDING, kind: 'vacant', tenant: null });
      continue;
    }
    const newcomer = fate === 'let' ? drawTenant(dice, kind, names.tenant(kind)) : null;
    if (newcomer) tenant = putTenant(command, newcomer.body, newcomer.sealed);
    const unit = putUnit(command, { ...room, building: BUILDING, kind, tenant });
    if (newcomer && tenant !== null) hosts.push(...putContacts(command, newcomer.people, tenant, unit));
  }
  return hosts;
}

function roomsOf(floor: number, count: number): Room[] {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return Array.from({ length: count }, (_, at) => ({
    code: `${BUILDING}-${twoDigits(floor)}${twoDigits(at + 1)}`,
    floor,
    room: twoDigits(floor) + twoDigits(at + 1),
  }));
}

interface Person {
  readonly name: string;
  readonly phone: string;
}

/** A tenant and its people; the first of them is whom to call at night. */
function drawTenant(dice: Dice, kind: 'office' | 'shop', names: Company) {
  const phone = `021-00${dice.digits(2)} ${dice.digits(4)}`;
  const instructions = dice.chance(35) ? dice.pick(companies.instructions[kind]) : null;
  const status = dice.chance(4) ? ('movingIn' as const) : ('inResidence' as const);
  const people = Array.from({ length: dice.between(2, 4) }, (): Person => {
    const name = dice.chance(4) ? foreignName(dice) : chineseName(dice);
    return { name, phone: mobile(dice) };
  });
  const emergencyContacts = people.slice(0, 2);
  const sealed = {
    ...{ ...names, pinyin: null, phone, emergencyContacts, instructions },
    ...{ mailInstructions: null, notes: null },
  };
  return { body: { status }, sealed, people };
}

function putContacts(command: Command, people: readonly Person[], tenant: number, unit: number): Host[] {
  return people.map(({ name, phone }, at) => {
    const authorises = at === 0 ? (['keys', 'goods'] as const) : [];
    const body = { tenant, unit, authorises: [...authorises], active: true };
    return { contact: putContact(command, body, { name, pinyin: null, phone }), name, unit };
  });
}
