// Makes the sample property where a data folder has no database yet: whole, or not at all.
//
// It holds what there are registers for: places, people, shifts, visits, keys and loans. Publications join with their
// register; the visits and loans of L2 and L33 would come from those desks' own journals.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sample from '../../../resources/sample/property.json' with { type: 'json' };
import { DATABASE_FILE, LANGUAGES } from '../../api/boot.ts';
import { ROLES } from '../../api/rights.ts';
import { composeBackend, type Backend, type Surroundings } from '../compose.ts';
import type { Author } from '../journal/append.ts';
import { HEAD_FILE } from '../journal/head-file.ts';
import type { Command } from '../journal/command.ts';
import { hashPin, SAMPLE_PIN } from '../people/pin.ts';
import { addStaff } from '../people/staff.service.ts';
import { listAuthorisers } from '../places/places.store.ts';
import { createCalendar } from '../shared/clock.ts';
import { seededRandom } from '../shared/random.ts';
import { HOUR } from './sample.acts.ts';
import { createDice } from './sample.dice.ts';
import { createForms } from './sample.forms.ts';
import { OPEN_WORKERS, planKeyLoans } from './sample.key-loans.ts';
import { putSampleKeys } from './sample.keys.ts';
import { planDuty, planHistory } from './sample.history.ts';
import { planLoans, planOpenLoans, putSampleLoans } from './sample.loans.ts';
import { createPeople } from './sample.people.ts';
import { putSamplePlaces } from './sample.places.ts';
import { play, type ScriptedClock } from './sample.play.ts';
import { OPEN_PEOPLE, planHouse, planToday } from './sample.today.ts';

const FOLDER = 'sample.new';
const DAYS = 28;
const PEOPLE = 420;
/** Who comes from contractors again and again. */
const WORKERS_OFTEN = 14;
const BORROWERS = 80;
/** Of them, those who have something now, or lost it. */
const OPEN_BORROWERS = 18;
/** In the till  from the first day on, fen. */
const FLOAT_FEN = 200_000;

/**
 * Generates the sample property of `config.seed` up to now, unless there is a database already. The same seed at the
 * same time gives the same tables. It is made in a folder beside and moved into place when it is whole, so that a
 * crash leaves nothing behind that would be opened. Rejects as `composeBackend` does.
 */
export async function ensureSample(surroundings: Surroundings): Promise<void> {
  const { dataDir } = surroundings.config;
  const target = join(dataDir, DATABASE_FILE);
  if (existsSync(target)) return;
  const folder = join(dataDir, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await generate(surroundings, folder);
    const made = join(folder, DATABASE_FILE);
    flush(made);
    // The head of a sample that was thrown away says nothing about this one.
    rmSync(join(dataDir, HEAD_FILE), { force: true });
    renameSync(made, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function generate(surroundings: Surroundings, folder: string): Promise<void> {
  const { config, clock: real } = surroundings;
  const now = real.now();
  const property = { ...sample.property, timeZone: config.sampleZone ?? sample.property.timeZone };
  const calendar = createCalendar(property.timeZone);
  const today = calendar.dayOf(now);
  const days = Array.from({ length: DAYS }, (_, at) => calendar.addDays(today, at + 1 - DAYS));
  const setUpAt = calendar.at(calendar.addDays(today, -DAYS), '08:00');
  const clock = createScriptedClock(setUpAt);
  // Keys and content are drawn apart: another key more does not change the people.
  const random = seededRandom(`sample-keys:${config.seed}`);
  const dice = createDice(seededRandom(`sample:${config.seed}`));
  const backend = composeBackend({
    // Its clock leaps from one day's story to the next.
    ...{ ...surroundings, clock, random, clockJumpLimit: Infinity },
    config: { ...config, dataDir: folder, reader: null, printer: null },
  });
  try {
    // Nothing of an unfinished sample is ever opened, so only the whole of it has to reach the disk.
    backend.database.db.connection.pragma('synchronous = OFF');
    const ring = createDice(seededRandom(`sample-ring:${config.seed}`));
    const tags = seededRandom(`sample-tags:${config.seed}`);
    const { hosts, keys } = await setUp(backend, random, (command) => ({
      hosts: putSamplePlaces(command, property, dice),
      keys: putSampleKeys(command, ring, tags),
    }));
    const people = createPeople(dice, calendar, today, PEOPLE);
    const forms = createForms(dice, hosts);
    const parts = { dice, calendar, forms, now };
    const workers = createPeople(ring, calendar, today, OPEN_WORKERS + WORKERS_OFTEN).toReversed();
    const authoriserOf = (tenant: number): number | null =>
      listAuthorisers(backend.database.db, tenant, 'keys')[0]?.id ?? null;
    // Drawn apart: what is lent does not change who comes.
    const lendingDice = createDice(seededRandom(`sample-loans:${config.seed}`));
    const borrowers = createPeople(lendingDice, calendar, today, BORROWERS);
    const things = putSampleLoans(backend.journal, random);
    const story = {
      dice: lendingDice,
      calendar,
      hosts,
      people: borrowers.slice(OPEN_BORROWERS),
      things,
      now,
    };
    const acts = [
      ...planDuty(parts, [calendar.addDays(today, -DAYS), ...days]),
      ...planHistory({ ...parts, people: people.slice(OPEN_PEOPLE) }, days),
      ...planHouse(parts, setUpAt),
      ...planKeyLoans({ ...parts, dice: ring, keys, workers, desk: sample.ownDesk, authoriserOf }, days),
      ...planToday({ ...parts, people: dice.shuffled(people.slice(0, OPEN_PEOPLE)), hours: ownHours() }),
      { at: setUpAt + 2 * HOUR, do: 'setFloat', by: '2001', amountFen: FLOAT_FEN } as const,
      ...planLoans(story, days),
      ...planOpenLoans(story, borrowers.slice(0, OPEN_BORROWERS)),
    ];
    await play({ backend, clock, calendar, random, desk: sample.ownDesk }, acts);
  } finally {
    await backend.close();
  }
}

/** One hash for all: everybody has the same PIN, and it is no secret. */
async function setUp<T>(
  backend: Backend,
  random: Surroundings['random'],
  putPlaces: (command: Command) => T,
): Promise<T> {
  const author: Author = { actor: 'import', staff: null, approver: null, shift: null, desk: sample.ownDesk };
  const pin = await hashPin(SAMPLE_PIN, backend.secrets.pinPepper, random);
  return backend.journal.system(author, (command) => {
    for (const staff of sample.staff) {
      const role = ROLES.find((known) => known === staff.role);
      const language = LANGUAGES.find((known) => known === staff.language);
      if (!role || !language) throw new RangeError('the sample names a role or language that there is not');
      addStaff(command, { ...staff, role, language, pin });
    }
    return putPlaces(command);
  });
}

function ownHours(): { opens: string; closes: string } {
  const desk = sample.desks.find(({ code }) => code === sample.ownDesk);
  if (!desk) throw new RangeError('the sample works for a desk that it does not have');
  return desk;
}

function createScriptedClock(start: number): ScriptedClock {
  let now = start;
  return {
    now: () => now,
    set: (ms) => {
      now = ms;
    },
  };
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
