// Keeps one backend running: starts it, starts it again when it dies, stops it in good order.
import type { MessagePortMain } from 'electron';
import { z } from 'zod';
import { RECOVERY_PROBLEMS, REFUSAL_CODES } from '../api/boot.ts';
import type { FromBackend, Rescue, RescueOutcome, ToBackend } from '../api/boot.ts';
import type { BackendStatus } from '../api/desktop.contract.ts';
import { decideRestart } from './restart-policy.ts';

/** The part of Electron's UtilityProcess that is used here. */
export interface BackendChild {
  postMessage(message: ToBackend, transfer?: MessagePortMain[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

export type StartMessage = Extract<ToBackend, { type: 'start' }>;

export interface BackendProcess {
  status(): BackendStatus;
  /**
   * Stops what runs and starts on what `prepare` names: the first start, or another property. `prepare` runs before
   * every start, so a key ring or a disk that was mended counts; when it fails the status is `refused` with DISK.
   */
  open(prepare: () => Promise<StartMessage>): Promise<void>;
  /** Starts again at once on the same property, past deaths forgiven; does nothing while one starts or runs. */
  retry(): Promise<void>;
  /** Hands the backend a window's port. Only while the status is `ready`. */
  connect(port: MessagePortMain): void;
  /** Asks a backend that refused its folder to help with it; `failed` where there is none, or it dies over it. */
  rescue(rescue: Rescue): Promise<RescueOutcome>;
  /** Asks the backend to close its database and waits for it, 3 s at most. Nothing starts afterwards. */
  stop(): Promise<void>;
}

const STOP_WITHIN_MS = 3000;
const NOBODY_THERE = { outcome: 'failed', reference: 'no-backend' } as const;

const reference = z.string().max(64);
const count = z.int().nonnegative();
const rescueOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('recovered'), propertyKey: z.instanceof(Uint8Array) }),
  z.object({
    outcome: z.literal('notRecovered'),
    problem: z.enum(RECOVERY_PROBLEMS),
    group: z.int().nullable(),
  }),
  z.object({
    outcome: z.literal('examined'),
    backup: z.object({ madeAt: z.int(), events: count }).nullable(),
    readable: count,
    lost: count,
  }),
  z.object({ outcome: z.literal('mended'), kept: count, lost: count, letter: z.string().max(8) }),
  z.object({ outcome: z.literal('failed'), reference }),
]);
const fromBackend: z.ZodType<FromBackend> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('refused'), code: z.enum(REFUSAL_CODES), reference }),
  z.object({ type: z.literal('rescued'), outcome: rescueOutcome }),
]);

export function createBackendProcess(deps: {
  readonly fork: () => BackendChild;
  readonly now: () => number;
  /** Runs `action` after `ms`; the returned function takes it back. */
  readonly later: (ms: number, action: () => void) => () => void;
  readonly changed: (status: BackendStatus) => void;
}): BackendProcess {
  let prepare: (() => Promise<StartMessage>) | null = null;
  let child: { readonly process: BackendChild; readonly gone: Promise<void> } | null = null;
  let status: BackendStatus = { state: 'starting' };
  let deaths: readonly number[] = [];
  let forgetRetry = (): void => {};
  let stopped = false;
  let answered: ((outcome: RescueOutcome) => void) | null = null;
  let turn: Promise<void> = Promise.resolve();

  function become(next: BackendStatus): void {
    if (next.state === 'starting' && status.state === 'starting') return;
    status = next;
    deps.changed(next);
  }

  async function launch(): Promise<void> {
    if (stopped || !prepare) return;
    become({ state: 'starting' });
    const start = await prepare().catch(() => null);
    if (!start) return become({ state: 'refused', code: 'DISK', reference: 'property-key' });
    const process = deps.fork();
    const { promise: gone, resolve: isGone } = Promise.withResolvers<void>();
    child = { process, gone };
    process.on('message', (message) => {
      if (child?.process === process) hear(message);
    });
    process.on('exit', () => {
      isGone();
      if (child?.process === process) died();
    });
    process.postMessage(start);
  }

  function hear(message: unknown): void {
    const { data } = fromBackend.safeParse(message);
    if (data?.type === 'ready') become({ state: 'ready' });
    else if (data?.type === 'rescued') answer(data.outcome);
    else
      become({ state: 'refused', code: data?.code ?? 'UNKNOWN', reference: data?.reference ?? 'protocol' });
  }

  function answer(outcome: RescueOutcome): void {
    answered?.(outcome);
    answered = null;
  }

  function died(): void {
    child = null;
    answer(NOBODY_THERE);
    if (status.state === 'refused') return;
    const now = deps.now();
    deaths = [...deaths.slice(-9), now];
    const decision = decideRestart(deaths, now);
    if (decision.action === 'giveUp') return become({ state: 'gaveUp' });
    become({ state: 'lost', retryInMs: decision.inMs });
    forgetRetry = deps.later(decision.inMs, () => void inTurn(launch));
  }

  async function quit(): Promise<void> {
    forgetRetry();
    if (!child) return;
    const { process, gone } = child;
    child = null;
    process.postMessage({ type: 'stop' });
    const { promise: late, resolve: isLate } = Promise.withResolvers<void>();
    const forget = deps.later(STOP_WITHIN_MS, () => {
      process.kill();
      isLate();
    });
    await Promise.race([gone, late]);
    forget();
  }

  /** One change at a time, so that two clicks never leave two backends on one database. */
  function inTurn<T>(action: () => Promise<T>): Promise<T> {
    const done = turn.then(action);
    turn = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  async function restart(): Promise<void> {
    if (child) become({ state: 'starting' });
    await quit();
    deaths = [];
    await launch();
  }

  return {
    status: () => status,
    open: (next) =>
      inTurn(() => {
        prepare = next;
        return restart();
      }),
    retry: () =>
      inTurn(async () => {
        if (status.state !== 'starting' && status.state !== 'ready') await restart();
      }),
    rescue: (rescue) =>
      inTurn(() => {
        if (!child || status.state !== 'refused') return Promise.resolve(NOBODY_THERE);
        const { promise, resolve } = Promise.withResolvers<RescueOutcome>();
        answered = resolve;
        child.process.postMessage({ type: 'rescue', rescue });
        return promise;
      }),
    connect: (port) => child?.process.postMessage({ type: 'port' }, [port]),
    stop() {
      stopped = true;
      return inTurn(quit);
    },
  };
}
