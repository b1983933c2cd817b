// Randomness that everything is given: real in the program, seeded in tests and in the sample property.
import { createHash, randomBytes } from 'node:crypto';

export interface Random {
  bytes(length: number): Buffer;
  /** A whole number from 0 up to, and without, `limit` (at most 2^48). */
  below(limit: number): number;
}

/** The system's own randomness: keys, codes and ids of a real desk. */
export const systemRandom: Random = fromBytes(pooled(randomBytes));

/** The same bytes for the same seed, for data that must come out equal each time. Never for a real desk's keys. */
export function seededRandom(seed: number | string): Random {
  let block = 0;
  let pool = Buffer.alloc(0);
  return fromBytes((length) => {
    while (pool.length < length) {
      pool = Buffer.concat([pool, createHash('sha512').update(`${seed}:${block}`).digest()]);
      block += 1;
    }
    const bytes = pool.subarray(0, length);
    pool = pool.subarray(length);
    return Buffer.from(bytes);
  });
}

const POOL_BYTES = 4096;

/** Asks the system for many bytes at once: each asking costs 5 µs. What was handed out is wiped from the pool. */
function pooled(draw: (length: number) => Buffer): (length: number) => Buffer {
  let pool: Buffer = Buffer.alloc(0);
  return (length) => {
    if (length > POOL_BYTES) return draw(length);
    if (pool.length < length) pool = draw(POOL_BYTES);
    const bytes = Buffer.from(pool.subarray(0, length));
    pool.fill(0, 0, length);
    pool = pool.subarray(length);
    return bytes;
  };
}

function fromBytes(bytes: (length: number) => Buffer): Random {
  return {
    bytes,
    below(limit) {
      // Rejects the uneven rest, so that every number is equally likely.
      const span = 2 ** 48;
      const fair = span - (span % limit);
      for (;;) {
        const drawn = bytes(6).readUIntBE(0, 6);
        if (drawn < fair) return drawn % limit;
      }
    },
  };
}
