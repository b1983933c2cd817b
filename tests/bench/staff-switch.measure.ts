// Switching staff: from the last key, or the badge, until the window has who acts and all that its first page reads.
import type { ApiClient } from '../../electron/api/contract.ts';
import { openWindow, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openBenchDesk } from './desk.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';

const SWITCHES = 30;
const WARM_UP = 2;
const BADGES = ['04A1B2C3D4', '04A1B2C3D5'] as const;
const TAKEN_IN_TURN = [STAFF.receptionist, STAFF.guard] as const;
/** registers.md §8: under two seconds. */
const TARGET = { of: 'value', atMost: 2000 } as const;

export const staffSwitch: Measure = {
  name: 'staff-switch',
  async run(bench) {
    const { backend } = openBenchDesk(await bench.copyOf(bench.rows));
    const { api, close } = openWindow(backend);
    await giveBadges(api);
    const byPin = await timed(api, (turn) =>
      api.people.signIn({ number: TAKEN_IN_TURN[turn] ?? '', pin: PIN }),
    );
    const byBadge = await timed(api, (turn) => api.people.signInByBadge({ badge: BADGES[turn] ?? '' }));
    close();
    await backend.close();
    return [...rows('PIN', byPin), ...rows('badge', byBadge)];
  },
};

async function giveBadges(api: ApiClient): Promise<void> {
  await api.people.signIn({ number: STAFF.supervisor, pin: PIN });
  const staff = await api.staff.list();
  for (const [turn, badge] of BADGES.entries()) {
    const holder = staff.find(({ number }) => number === TAKEN_IN_TURN[turn]);
    await api.staff.setBadge({ commandId: uuidv7(), staff: holder?.id ?? 0, badge });
  }
}

/** Two people take turns; each time everything that the window shows is asked for again. */
async function timed(api: ApiClient, signIn: (turn: number) => Promise<unknown>): Promise<Samples> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + SWITCHES; round += 1) {
    const began = performance.now();
    await signIn(round % 2);
    await Promise.all([
      api.people.acting(),
      api.desk.status(),
      api.places.property(),
      api.visitors.counts(),
      api.visitors.list({ view: 'onSite' }),
    ]);
    if (round >= WARM_UP) times.push(performance.now() - began);
  }
  return times;
}

function rows(by: string, times: Samples): Row[] {
  const row = (name: string, value: number): Row => ({
    ...{ measure: `Switch of staff by ${by}, ${name}`, value, unit: 'ms', peer: '', peerValue: null },
    ...{ ratio: null, target: TARGET },
  });
  return [row('middle', median(times)), row('p95', quantile(times, 0.95))];
}
