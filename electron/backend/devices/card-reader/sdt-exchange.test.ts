// Proves that every question gets its own answer: never a late one, never a stranger's, and never none.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultCadence } from './card-reader.ts';
import { createSdtExchange } from './sdt-exchange.ts';
import type { SdtReply } from './sdt-exchange.ts';
import { encodeFrame } from './sdt-frame.ts';

const timers = {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
  clearTimeout: (handle: NodeJS.Timeout | undefined) => clearTimeout(handle),
};

const answer = (status: number, ...data: number[]) => encodeFrame(Uint8Array.from([0, 0, status, ...data]));
const found = answer(0x9f, 0, 0, 0, 0);
const noCard = answer(0x80);
const selected = answer(0x90, 0, 0, 0, 0, 0, 0, 0, 0);
const content = answer(0x90, 1, 0, 0, 0, ...Array.from({ length: 256 }, () => 0x20));

function exchangeOnALine() {
  const sent: string[] = [];
  const exchange = createSdtExchange({
    write: (bytes) => sent.push(Buffer.from(bytes).toString('hex')),
    timers,
    times: defaultCadence,
  });
  return { exchange, sent };
}

const statusOf = (reply: SdtReply) => (reply.kind === 'status' ? reply.status : reply.kind);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an answer', () => {
  it.each([
    ['a late card content', 'find', content, noCard, 0x80],
    ['a late select', 'find', selected, found, 0x9f],
    ['a late find', 'select', found, selected, 0x90],
    ['a late card content', 'select', content, selected, 0x90],
    ['a late select', 'read', selected, content, 0x90],
    ['a late find', 'presence', found, answer(0x91), 0x91],
  ] as const)(
    'to an earlier question (%s) is not taken as the answer to %s',
    async (_name, command, late, own, status) => {
      const { exchange } = exchangeOnALine();
      const reply = exchange.ask(command);
      exchange.receive(late);
      exchange.receive(own);
      expect(statusOf(await reply)).toBe(status);
    },
  );

  it('that nobody asked for is not kept for the next question', async () => {
    const { exchange } = exchangeOnALine();
    exchange.receive(found);
    const reply = exchange.ask('find');
    exchange.receive(noCard);
    expect(statusOf(await reply)).toBe(0x80);
  });

  it('whose second half comes after the timeout does not spoil the next one', async () => {
    const { exchange } = exchangeOnALine();
    const first = exchange.ask('find');
    await vi.advanceTimersByTimeAsync(defaultCadence.answerMs);
    exchange.receive(found.subarray(0, 6));
    await vi.advanceTimersByTimeAsync(100);
    expect(statusOf(await first)).toBe('silence');
    const second = exchange.ask('find');
    exchange.receive(found.subarray(6));
    exchange.receive(noCard);
    expect(statusOf(await second)).toBe(0x80);
  });

  it('in pieces is waited for as long as the pieces keep coming', async () => {
    const { exchange, sent } = exchangeOnALine();
    const reply = exchange.ask('find');
    for (const byte of found) {
      await vi.advanceTimersByTimeAsync(50);
      exchange.receive(Uint8Array.of(byte));
    }
    expect(statusOf(await reply)).toBe(0x9f);
    expect(sent).toHaveLength(1);
  });

  it('that stops half-way twice is garbled, long before the timeout of a read', async () => {
    const { exchange, sent } = exchangeOnALine();
    const reply = exchange.ask('read');
    exchange.receive(content.subarray(0, 100));
    await vi.advanceTimersByTimeAsync(defaultCadence.gapMs + 50);
    expect(sent).toHaveLength(2);
    exchange.receive(content.subarray(0, 100));
    await vi.advanceTimersByTimeAsync(defaultCadence.gapMs + 50);
    expect(statusOf(await reply)).toBe('garbled');
  });
});

describe('the end of the line', () => {
  it('answers the open question and every later one, and sends nothing more', async () => {
    const { exchange, sent } = exchangeOnALine();
    const open = exchange.ask('read');
    exchange.end();
    expect(statusOf(await open)).toBe('ended');
    expect(statusOf(await exchange.ask('find'))).toBe('ended');
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
