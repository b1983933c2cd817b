// From Enter in a window to the pass on the wire: a call over a MessagePort, a commit, a slip, a printer on TCP.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRealTimeSplitter } from '../../electron/backend/devices/simulator/printer-realtime.ts';
import { openWindow, PIN, STAFF } from '../support/desk.ts';
import { openBenchDesk } from './desk.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';
import { nextVisitor } from './people.ts';

const PASSES = 100;
const WARM_UP = 5;
/** All is well, to each of the printer's status questions. */
const HEALTHY = Buffer.from([0x12]);

export const enterToPaper: Measure = {
  name: 'enter-to-paper',
  async run(bench) {
    const sink = await openSink();
    const printer = { host: '127.0.0.1', port: (sink.server.address() as AddressInfo).port };
    const { backend, clock } = openBenchDesk(await bench.copyOf(bench.rows), { printer });
    backend.start();
    const { api, close } = openWindow(backend);
    await api.people.signIn({ number: STAFF.receptionist, pin: PIN });
    const times: Record<'answer' | 'first' | 'last', number[]> = { answer: [], first: [], last: [] };
    for (let n = 0; n < WARM_UP + PASSES; n += 1) {
      await sleep(10 + (n % 7) * 5);
      clock.advance(1000);
      const form = nextVisitor();
      const slip = sink.next();
      const began = performance.now();
      await api.visitors.register(form);
      const answered = performance.now();
      const { first, last } = await slip;
      if (n < WARM_UP) continue;
      times.answer.push(answered - began);
      times.first.push(first - began);
      times.last.push(last - began);
    }
    close();
    await backend.close();
    sink.server.close();
    return [
      ...rows('Enter to the answer in the window', times.answer, null),
      ...rows('Enter to the first byte of the pass', times.first, null),
      ...rows('Enter to the last byte of the pass', times.last, { of: 'value', atMost: 150 }),
    ];
  },
};

/** A printer that answers for its state and notes when a slip's bytes came. */
async function openSink(): Promise<{
  readonly server: Server;
  next(): Promise<{ readonly first: number; readonly last: number }>;
}> {
  let slip = Promise.withResolvers<{ first: number; last: number }>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const split = createRealTimeSplitter();
    const came: number[] = [];
    socket.on('data', (chunk) => {
      const { job, questions } = split(chunk);
      if (job.length > 0) came.push(performance.now());
      for (const _ of questions) socket.write(HEALTHY);
    });
    socket.on('end', () => {
      socket.end();
      const [first, last] = [came[0], came.at(-1)];
      if (first !== undefined && last !== undefined) slip.resolve({ first, last });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server,
    next() {
      slip = Promise.withResolvers();
      return slip.promise;
    },
  };
}

function rows(measure: string, samples: Samples, target: Row['target']): Row[] {
  const none = { unit: 'ms', peer: '', peerValue: null, ratio: null } as const;
  return [
    { measure: `${measure}, middle`, value: median(samples), ...none, target: null },
    { measure: `${measure}, p95`, value: quantile(samples, 0.95), ...none, target },
  ];
}
