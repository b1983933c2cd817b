// A backup while the desk writes: how fast the copy is made between its calls, and what a registration waits meanwhile.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { actor, openBenchDesk, type BenchDesk } from './desk.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';
import { nextVisitor } from './people.ts';
import { finishPrinting } from './property.ts';

const IDLE_WRITES = 1000;
/** A registration so often, ms: more than a busload of people at ten counters. */
const WRITE_EVERY = 10;
const BACKUPS = 3;

export const backup: Measure = {
  name: 'backup',
  async run(bench) {
    const folder = await bench.copyOf(bench.rows);
    const desk = openBenchDesk(folder);
    const megabytes = statSync(join(folder, DATABASE_FILE)).size / 1e6;
    const idle = await registerUntil(desk, (made) => made === IDLE_WRITES);
    const backups = { alone: [] as Made[], beside: [] as Made[] };
    for (let round = 0; round < BACKUPS; round += 1) {
      backups.alone.push(await makeBackup(desk, false));
      backups.beside.push(await makeBackup(desk, true));
    }
    await desk.backend.close();
    const whole = backups.beside.map(({ doneIn }) => doneIn);
    const waited = (phase: 'whileCopied' | 'whileVerified') => backups.beside.flatMap((made) => made[phase]);
    bench.say(`${Math.round(megabytes)} MB copied, ${BACKUPS} times beside registrations`);
    return [
      speed('copy of the database, nobody writing', megabytes, backups.alone),
      speed(`copy, a registration every ${WRITE_EVERY} ms`, megabytes, backups.beside),
      ...compared('registration while it is copied', waited('whileCopied'), idle),
      ...compared('registration while the copy is trimmed and verified', waited('whileVerified'), idle),
      {
        ...{ measure: 'whole backup, verified', value: median(whole), unit: 'ms', peer: '', peerValue: null },
        ...{ ratio: null, target: null },
      },
    ];
  },
};

/** What one backup took, and what each registration beside it waited; ms. */
interface Made {
  readonly copiedIn: number;
  readonly doneIn: number;
  readonly whileCopied: Samples;
  readonly whileVerified: Samples;
}

async function makeBackup(desk: BenchDesk, busy: boolean): Promise<Made> {
  const { backups } = desk.backend.care;
  const began = performance.now();
  let copiedIn = 0;
  let done = false;
  const forget = backups.onStep((step) => {
    if (step?.step === 'verifying') copiedIn = performance.now() - began;
  });
  const made = backups.make('asked').finally(() => (done = true));
  const whileCopied = busy ? await registerUntil(desk, () => done || copiedIn > 0) : [];
  const whileVerified = busy ? await registerUntil(desk, () => done) : [];
  await made;
  forget();
  return { copiedIn, doneIn: performance.now() - began, whileCopied, whileVerified };
}

/** Registrations at their pace: how long each took from the moment at which it was due, ms. */
async function registerUntil(desk: BenchDesk, over: (made: number) => boolean): Promise<Samples> {
  const { backend, clock, service } = desk;
  const waited: number[] = [];
  while (!over(waited.length)) {
    const due = performance.now() + WRITE_EVERY;
    await pause(WRITE_EVERY);
    const late = Math.max(0, performance.now() - due);
    clock.advance(1000);
    finishPrinting(backend.database.db.connection);
    const form = nextVisitor();
    const began = performance.now();
    service.register(actor, form);
    waited.push(late + performance.now() - began);
  }
  return waited;
}

function speed(measure: string, megabytes: number, made: readonly Made[]): Row {
  const value = megabytes / (median(made.map(({ copiedIn }) => copiedIn)) / 1000);
  const rest = { peer: '', peerValue: null, ratio: null } as const;
  return { measure, value, unit: 'MB/s', ...rest, target: { of: 'value', atLeast: 400 } };
}

function compared(measure: string, waited: Samples, idle: Samples): Row[] {
  const row = (name: string, p: number, atMost: number | null): Row => {
    const [value, peerValue] = [quantile(waited, p), quantile(idle, p)];
    return {
      ...{ measure: `${measure}, ${name}`, value, unit: 'ms', peer: 'no backup', peerValue },
      ...{
        ratio: value / peerValue,
        target: atMost === null ? null : { of: 'ratio', atMost },
      },
    };
  };
  return [row('p99', 0.99, 10), row('longest', 1, null)];
}
