// From the start of the backend's process on a big file to its first answer, beside a Node that does nothing and a bare backend.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { build } from 'vite';
import { DATABASE_FILE, type BackendConfig } from '../../electron/api/boot.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { bundles } from '../../electron/tools/bundles.ts';
import { TEST_KEY } from '../support/desk.ts';
import { forkWithPorts } from '../support/forked-process.ts';
import { median, quantile, type Measure, type Row, type Samples } from './measure.ts';

const ROUNDS = 15;
const ROOT = join(import.meta.dirname, '../..');
/** A bundle of the bench's own, so that a build beside it does not pull it away. */
const OUT = join(ROOT, 'out/bench');
const BUNDLE = join(OUT, 'backend/index.js');
const BARE = join(import.meta.dirname, 'bare-backend.mjs');

export const coldStart: Measure = {
  name: 'cold-start',
  async run(bench) {
    await buildBackend();
    const dataDir = await bench.copyOf(bench.rows);
    const path = join(dataDir, DATABASE_FILE);
    const config: BackendConfig = {
      ...{ dataDir, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null },
      appVersion: '0.0.0-bench',
    };
    const nothing: number[] = [];
    const cold: number[] = [];
    const warm: number[] = [];
    const bare: number[] = [];
    let dropped = true;
    await startBackend(config);
    for (let round = 0; round < ROUNDS; round += 1) {
      nothing.push(await startNothing());
      dropped = forgetCached(path) && dropped;
      cold.push(await startBackend(config));
      warm.push(await startBackend(config));
      bare.push(await startBackend(config, BARE));
    }
    if (!dropped) bench.say('the file could not be dropped from the cache: "cold" is warm');
    return [
      row('backend to its first answer, file not in memory', cold, nothing),
      row('backend to its first answer, file in memory', warm, nothing),
      { ...row('a bare backend to its first answer', bare, nothing), target: null },
      {
        ...{ measure: 'backend to its first answer, slowest', value: quantile(cold, 1), unit: 'ms' },
        ...{ peer: 'node -e 0, slowest', peerValue: quantile(nothing, 1), ratio: null, target: null },
      },
    ];
  },
};

function row(measure: string, ours: Samples, nothing: Samples): Row {
  const [value, peerValue] = [median(ours), median(nothing)];
  const ratio = value / peerValue;
  return {
    measure,
    value,
    unit: 'ms',
    peer: 'node -e 0',
    peerValue,
    ratio,
    target: { of: 'ratio', atMost: 2 },
  };
}

async function buildBackend(): Promise<void> {
  const bundle = bundles(ROOT, OUT).find(({ name }) => name === 'backend');
  if (!bundle) throw new Error('the program has no backend bundle any more');
  await build(bundle.config);
}

async function startNothing(): Promise<number> {
  const began = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - began;
}

/** The first answer is the desk's status, which reads the journal's head; of a bare backend, a word. */
async function startBackend(config: BackendConfig, program = BUNDLE): Promise<number> {
  const began = performance.now();
  const backend = forkWithPorts(program);
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  backend.on('message', (message) => {
    const { type } = message as { type: string };
    if (type === 'ready') resolve();
    else reject(new Error('the backend refused the filled folder'));
  });
  backend.on('exit', () => reject(new Error('the backend ended at once')));
  backend.postMessage({ type: 'start', propertyKey: TEST_KEY, config });
  await ready;
  const { port1, port2 } = new MessageChannel();
  backend.postMessage({ type: 'port' }, [port1]);
  if (program === BUNDLE) {
    const api: ApiClient = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    await api.desk.status();
  } else {
    port2.postMessage('anybody?');
    await once(port2, 'message');
  }
  const took = performance.now() - began;
  backend.postMessage({ type: 'stop' });
  await backend.gone;
  port2.close();
  return took;
}

/** Takes the file out of the system's memory (dd's nocache flag gives the advice); false where that cannot be done. */
function forgetCached(path: string): boolean {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
  return spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0;
}
