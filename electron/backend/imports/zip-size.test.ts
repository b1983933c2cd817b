// A zip file is weighed by unpacking it, whatever it says of itself.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { weighZip } from './zip-size.ts';

const MOST = 10_000;

/** A zip of one deflated entry, whose directory says that it unpacks to `said` bytes; `hidden` lies before it. */
function zipOf(content: Buffer, said: number, hidden: Uint8Array = Buffer.alloc(0)): Buffer {
  const packed = deflateRawSync(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(said, 18);
  facts.writeUInt16LE(1, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from('a'), packed]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(hidden.length, 10);
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, tail, Buffer.from('a')]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(hidden.length + local.length, 16);
  return Buffer.concat([hidden, local, entry, end]);
}

test('what fits, fits; what is larger is told before it is unpacked whole', async () => {
  expect(await weighZip(zipOf(Buffer.alloc(9_000), 9_000), MOST)).toBe('fits');
  expect(await weighZip(zipOf(Buffer.alloc(11_000), 11_000), MOST)).toBe('tooLarge');
});

test('a directory that makes little of what is packed is not believed', async () => {
  expect(await weighZip(zipOf(Buffer.alloc(5_000_000), 10), MOST)).toBe('tooLarge');
});

test('what the directory does not name may not lie in the file', async () => {
  const hidden = zipOf(Buffer.alloc(5_000_000), 10);
  expect(await weighZip(zipOf(Buffer.alloc(9_000), 9_000, hidden), MOST)).toBe('noZip');
});

test('what is no zip, or half of one, is none', async () => {
  const whole = zipOf(Buffer.from('something'), 9);
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    Buffer.alloc(40),
    whole.subarray(4),
    whole.subarray(0, -4),
  ]) {
    expect(await weighZip(bytes, MOST)).toBe('noZip');
  }
  expect(
    await weighZip(Buffer.concat([whole.subarray(0, 32), Buffer.alloc(60, 255), whole.subarray(32)]), MOST),
  ).toBe('noZip');
});
