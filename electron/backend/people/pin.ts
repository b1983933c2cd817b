// PINs: scrypt over an HMAC with the property's pepper, so that a stolen database alone does not give them away.
import { createHmac, scrypt, timingSafeEqual, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { Random } from '../shared/random.ts';
import type { PinHash } from './staff.events.ts';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);
const LENGTH = 32;
/** 32 MiB of memory a try; node's default limit would refuse it. */
const PARAMETERS = { cost: 2 ** 15, block: 8, parallel: 3 } as const;
const MAX_MEMORY = 64 * 2 ** 20;

/** The PIN that everybody of the sample property has. It opens nothing else. */
export const SAMPLE_PIN = '246810';

export async function hashPin(pin: string, pepper: KeyObject, random: Random): Promise<PinHash> {
  const salt = random.bytes(16);
  const hash = await run(pin, pepper, salt, PARAMETERS);
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...PARAMETERS };
}

/** Whether the PIN is the one that was hashed. Takes the same time either way. */
export async function matchesPin(pin: string, pepper: KeyObject, stored: PinHash): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64');
  const actual = await run(pin, pepper, Buffer.from(stored.salt, 'base64'), stored);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function run(
  pin: string,
  pepper: KeyObject,
  salt: Buffer,
  { cost, block, parallel }: Pick<PinHash, 'cost' | 'block' | 'parallel'>,
): Promise<Buffer> {
  const peppered = createHmac('sha256', pepper).update(pin).digest('base64');
  return derive(peppered, salt, LENGTH, { N: cost, r: block, p: parallel, maxmem: MAX_MEMORY });
}
