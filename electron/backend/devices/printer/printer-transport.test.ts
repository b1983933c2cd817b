// One printer, several senders: the queue and a test page never talk to it at once.
import { expect, test } from 'vitest';
import { takeTurns, type Outcome } from './printer-transport.ts';

const printed: Outcome = { outcome: 'printed', paperNearEnd: false };
const never = new AbortController().signal;

test('jobs of several senders go to the printer one after the other, also after one that failed', async () => {
  const order: string[] = [];
  const printer = takeTurns({
    async send(bytes) {
      order.push(`begin ${bytes.toString()}`);
      await new Promise((next) => setTimeout(next, 1));
      order.push(`end ${bytes.toString()}`);
      if (bytes.toString() === 'broken') throw new RangeError('broken');
      return printed;
    },
  });
  const sent = await Promise.allSettled(
    ['pass', 'broken', 'test page'].map((words) => printer.send(Buffer.from(words), never)),
  );
  expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(order).toEqual([
    ...['begin pass', 'end pass', 'begin broken', 'end broken'],
    ...['begin test page', 'end test page'],
  ]);
});
