// A registration and a leaving at synchronous=FULL, beside the same work by hand and beside bare commits of one row.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { uuidv7 } from '../support/ids.ts';
import { actor, openBenchDesk, type BenchDesk } from './desk.ts';
import { handWritten } from './hand-written.ts';
import { pages } from './log-pages.ts';
import {
  median,
  quantile,
  side,
  takeTurns,
  type Measure,
  type Row,
  type Samples,
  type Side,
} from './measure.ts';
import { nextVisitor } from './people.ts';
import { finishPrinting } from './property.ts';

const ROUNDS = 1500;

export const registerAction: Measure = {
  name: 'register-action',
  async run(bench) {
    const folder = await bench.copyOf(bench.rows);
    const desk = openBenchDesk(folder);
    const { connection } = desk.backend.database.db;
    if (connection.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
    connection.exec('CREATE TABLE bench_commit (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
    const insert = connection.prepare('INSERT INTO bench_commit (body) VALUES (?)');
    const body = Buffer.alloc(100, 1);
    const sides = actionSides(desk);
    const turns = takeTurns({ ...sides, commit: { work: () => insert.run(body) } }, ROUNDS);
    const rows = [
      ...compared('register with pass', turns.register, turns.registerByHand, turns.commit),
      ...compared('leave', turns.leave, turns.leaveByHand, turns.commit),
      pages(join(folder, DATABASE_FILE), desk, 'register with pass', sides.register, 10),
      pages(join(folder, DATABASE_FILE), desk, 'leave', sides.leave, 6),
    ];
    await desk.backend.close();
    return rows;
  },
};

/** Each visit that one of the two registers is the one that it lets leave later, so that the house stays as full. */
function actionSides(desk: BenchDesk) {
  const peer = handWritten(desk);
  const ours: number[] = [];
  const theirs: number[] = [];
  const form = () => {
    desk.clock.advance(1000);
    finishPrinting(desk.backend.database.db.connection);
    // As the form sends it before anybody has looked: whether they may be here already is asked.
    return nextVisitor({ anotherPerson: false });
  };
  const leaving = (from: number[], register: () => number) => () => ({
    commandId: uuidv7(),
    visit: from.shift() ?? register(),
    way: 'list' as const,
  });
  return {
    register: side(form, (input) => ours.push(desk.service.register(actor, input).id)),
    registerByHand: side(form, (input) => theirs.push(peer.register(input).id)),
    leave: side(
      leaving(ours, () => desk.service.register(actor, form()).id),
      (input) => desk.service.leave(actor, input),
    ),
    leaveByHand: side(
      leaving(theirs, () => peer.register(form()).id),
      (input) => peer.leave(input),
    ),
  } satisfies Record<string, Side>;
}

function compared(what: string, ours: Samples, byHand: Samples, commit: Samples): Row[] {
  const [value, hand, bare] = [median(ours), median(byHand), median(commit)];
  return [
    {
      ...{ measure: `${what}, middle`, value, unit: 'ms', peer: 'the same by hand', peerValue: hand },
      ...{ ratio: hand / value, target: { of: 'ratio', atLeast: 0.9 } },
    },
    {
      ...{ measure: `${what}, middle`, value, unit: 'ms', peer: 'bare commit of one row', peerValue: bare },
      ...{ ratio: bare / value, target: { of: 'ratio', atLeast: 0.4 } },
    },
    {
      ...{ measure: `${what}, p99`, value: quantile(ours, 0.99), unit: 'ms' },
      ...{ peer: 'bare commit of one row, middle', peerValue: bare, ratio: quantile(ours, 0.99) / bare },
      target: { of: 'ratio', atMost: 10 },
    },
    {
      ...{ measure: `${what}, p99`, value: quantile(ours, 0.99), unit: 'ms', peer: 'the same by hand, p99' },
      ...{
        peerValue: quantile(byHand, 0.99),
        ratio: quantile(byHand, 0.99) / quantile(ours, 0.99),
        target: null,
      },
    },
  ];
}
